/** What shaped a file, asked of real git without an editor: soon by commits, then by the lines that stand. */
import * as assert from 'node:assert/strict';
import type { GitFolder } from '../../../src/git/program.ts';
import { shapingsOf } from '../../../src/questions/whyFile.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { libraryOf, record } from '../../support/sources.ts';

const library = libraryOf({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-7.md': record(['title: Seven']),
  'initiatives/PAY-9.md': record(['title: Nine']),
});

describe('Why a file is as it is', () => {
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ repository, git } = made);
  });

  async function answers(name: string, branch = 'main') {
    const all = [];
    for await (const shapings of shapingsOf({ library, git, repos: [], branch }, { name, path: name })) {
      all.push(shapings.map(({ initiative, share, commits }) => [initiative?.id, share, commits.length]));
    }
    return all;
  }

  it('is told by commits first, then by whose lines stand today, the unknown last', async () => {
    repository.commit('Begin', { 'a.ts': 'zero\n' });
    repository.commit('PAY-7: one', { 'a.ts': 'zero\none\ntwo\nthree\n' });
    repository.commit('PAY-9: over', { 'a.ts': 'zero\none\ntwo\nnine\n' });
    const told = await answers('a.ts');
    assert.deepEqual(new Set(told[0]?.map(([id]) => id)), new Set(['PAY-7', 'PAY-9', undefined]));
    assert.ok(told[0]?.every(([, share]) => share === undefined));
    assert.deepEqual(told.at(-1), [
      ['PAY-7', 0.5, 1],
      ['PAY-9', 0.25, 1],
      [undefined, 0.25, 1],
    ]);
  });

  it('is what its branch is for while no commit holds it, and an error that says what to do where that is nothing', async () => {
    repository.commit('Begin', { 'a.ts': '1\n' });
    repository.write('new.ts', '1\n');
    assert.deepEqual(await answers('new.ts', 'PAY-7-new'), [[['PAY-7', 1, 0]]]);
    await assert.rejects(answers('new.ts'), { code: 'not-found', message: 'No commit holds new.ts yet.' });
    await assert.rejects(answers('gone.ts', 'PAY-7-new'), { code: 'not-found' });
  });
});
