/** What the lines of a file are for, asked of real git: once for the whole file, as long as nothing changes. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { whyLines } from '../../../src/questions/whyLines.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, openedBy } from '../../support/product.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const files = new MemoryFiles({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-7.md': record(['title: Seven']),
  'initiatives/PAY-9.md': record(['title: Nine']),
});

describe('What lines are for', () => {
  let repository: Repository;

  ownRepository((made) => {
    ({ repository } = made);
  });

  /** Git that writes down each time it is started. */
  function counted(): { program: string; starts: () => number } {
    const [program, log] = ['counted-git', 'starts'].map((name) => path.join(repository.folder, '.git', name));
    assert.ok(program && log);
    fs.writeFileSync(program, `#!/bin/sh\necho "$*" >> '${log}'\nexec git "$@"\n`, { mode: 0o755 });
    const starts = () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trimEnd().split('\n').length : 0);
    return { program, starts };
  }

  function asking(program = 'git', branch = 'main') {
    const checkedOut = () => ({
      root: repository.folder,
      branch,
      head: repository.git('rev-parse', 'HEAD').trim(),
      remotes: [],
    });
    const port = gitPortIn(repository.folder, { checkedOut, program: () => program });
    const because = openedBy(files, undefined, port);
    return async (file: string, signal?: AbortSignal) =>
      (await because.ask(whyLines, { file }, { signal }))
        .toSorted((a, b) => a.line - b.line)
        .map(({ line, count, initiative }) => [line, count, initiative]);
  }

  it('is told by subject, trailer and merge of their commits; lines without a reason are left out', async () => {
    repository.commit('Begin', { 'a.ts': 'zero\n' });
    repository.commit('PAY-7: one', { 'a.ts': 'zero\none\ntwo\n' });
    repository.commit('Three\n\nInitiative: PAY-9', { 'a.ts': 'zero\none\ntwo\nthree\n' });
    repository.git('checkout', '-q', '-b', 'feature/PAY-7-more');
    repository.commit('More', { 'a.ts': 'zero\none\ntwo\nthree\nfour\n' });
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-ff', 'feature/PAY-7-more');
    assert.deepEqual(await asking()('a.ts'), [
      [2, 2, 'PAY-7'],
      [4, 1, 'PAY-9'],
      [5, 1, 'PAY-7'],
    ]);
  });

  it('is what the branch is for while they are not committed', async () => {
    repository.commit('Begin', { 'a.ts': 'zero\n' });
    repository.write('a.ts', 'zero\none\n');
    assert.deepEqual(await asking('git', 'PAY-9-new')('a.ts'), [[2, 1, 'PAY-9']]);
    assert.deepEqual(await asking()('a.ts'), []);
  });

  it('is asked of git once for a file, until that or what is checked out changes', async () => {
    repository.commit('PAY-7: one', { 'a.ts': 'one\n' });
    const { program, starts } = counted();
    const ask = asking(program);
    assert.deepEqual(await ask('a.ts'), [[1, 1, 'PAY-7']]);
    const first = starts();
    assert.ok(first > 0);
    assert.deepEqual(await ask('a.ts'), [[1, 1, 'PAY-7']]);
    assert.equal(starts(), first);
    repository.commit('PAY-9: two', { 'a.ts': 'one\ntwo\n' });
    assert.deepEqual(await ask('a.ts'), [
      [1, 1, 'PAY-7'],
      [2, 1, 'PAY-9'],
    ]);
    assert.ok(starts() > first);
  });

  it('is refused for a file git does not have, and can be called off', async () => {
    repository.commit('Begin', { 'a.ts': 'zero\n' });
    repository.write('new.ts', 'new\n');
    await assert.rejects(asking()('new.ts'), { code: 'git-failed' });
    await assert.rejects(asking()('a.ts', AbortSignal.abort()));
    assert.deepEqual(await asking()('a.ts'), []);
  });
});
