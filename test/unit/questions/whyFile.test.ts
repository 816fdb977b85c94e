/** What shaped a file, asked of real git without an editor: soon by commits, then by the lines that stand. */
import * as assert from 'node:assert/strict';
import { whyFile } from '../../../src/questions/whyFile.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, openedBy } from '../../support/product.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const files = new MemoryFiles({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-7.md': record(['title: Seven']),
  'initiatives/PAY-9.md': record(['title: Nine']),
});

describe('Why a file is as it is', () => {
  let repository: Repository;

  ownRepository((made) => {
    ({ repository } = made);
  });

  async function answers(file: string, branch = 'main') {
    const checkedOut = () => ({
      root: repository.folder,
      branch,
      head: repository.git('rev-parse', 'HEAD').trim(),
      remotes: [],
    });
    const because = openedBy(files, undefined, gitPortIn(repository.folder, { checkedOut }));
    const all = [];
    for await (const shares of because.stages(whyFile, { file })) {
      all.push(shares.map(({ initiative, share, commits }) => [initiative, share, commits.length]));
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
    await assert.rejects(answers('new.ts'), { code: 'not-found', message: 'No commit has new.ts yet.' });
    await assert.rejects(answers('gone.ts', 'PAY-7-new'), { code: 'not-found' });
  });
});
