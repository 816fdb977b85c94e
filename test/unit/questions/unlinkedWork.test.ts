/** Work without a why, asked of real git without an editor. */
import * as assert from 'node:assert/strict';
import { unlinkedWork } from '../../../src/questions/unlinkedWork.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, openedBy } from '../../support/product.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const files = new MemoryFiles({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-7.md': record(['title: Seven']),
  'links/hotfix.md': record(['branch: hotfix', 'initiative: PAY-7']),
});

describe('Unlinked work', () => {
  let repository: Repository;

  ownRepository((made) => {
    ({ repository } = made);
  });

  const unlinked = async (branch: string) => {
    assert.equal(repository.git('branch', '--show-current').trim(), branch);
    const because = openedBy(files, undefined, gitPortIn(repository.folder));
    const { branches, commits } = await because.ask(unlinkedWork, {});
    because.dispose();
    return { branches: branches.map(({ name }) => name), subjects: commits.map(({ message }) => message.trim()) };
  };

  it('is nothing in a repository without commits', async () => {
    assert.deepEqual(await unlinked('main'), { branches: [], subjects: [] });
  });

  it('is every branch but the default one, and every commit, that names no reason and has no link', async () => {
    repository.commit('Begin', { a: '1' });
    repository.commit('PAY-7: more', { a: '2' });
    for (const name of ['PAY-7-more', 'hotfix', 'tidy']) repository.git('branch', name);
    assert.deepEqual(await unlinked('main'), { branches: ['tidy'], subjects: ['Begin'] });
  });

  it('counts what is on the checked-out branch alone as its work, and a merge as the way its commits came', async () => {
    repository.commit('PAY-7: begin', { a: '1' });
    repository.git('checkout', '--quiet', '-b', 'PAY-7-rest');
    repository.commit('No key here', { b: '1' });
    assert.deepEqual((await unlinked('PAY-7-rest')).subjects, []);
    repository.git('checkout', '--quiet', 'main');
    assert.deepEqual((await unlinked('main')).subjects, []);
    repository.git('checkout', '--quiet', '-b', 'tidy');
    repository.commit('Tidy up', { c: '1' });
    repository.git('checkout', '--quiet', 'main');
    repository.merge("Merge branch 'PAY-7-rest'", 'PAY-7-rest');
    repository.merge("Merge branch 'tidy'", 'tidy');
    assert.deepEqual((await unlinked('main')).subjects, ['Tidy up']);
  });
});
