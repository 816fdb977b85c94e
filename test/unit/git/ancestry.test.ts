/** Which merge brought each commit in, against git repositories with every kind of merge. */
import * as assert from 'node:assert/strict';
import { introductions } from '../../../src/git/ancestry.ts';
import { mergesOf } from '../../../src/git/lineOrigin.ts';
import type { GitFolder } from '../../../src/git/program.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';

describe('The merges that brought many commits in', () => {
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ repository, git } = made);
    repository.commit('Begin', { 'a.txt': '1\n' });
  });

  const brought = async (hashes: readonly string[]) => {
    const found = await introductions(git, hashes);
    return hashes.map((hash) => found.get(hash)?.message.trim());
  };

  it('are the merges of the line of first parents, also for what was merged into a branch first', async () => {
    repository.git('checkout', '--quiet', '-b', 'one');
    const one = repository.commit('On one', { 'b.txt': '1\n' });
    repository.git('checkout', '--quiet', '-b', 'inner');
    const inner = repository.commit('On inner', { 'c.txt': '1\n' });
    repository.git('checkout', '--quiet', 'one');
    repository.merge('Merge inner', 'inner');
    repository.git('checkout', '--quiet', 'main');
    const main = repository.commit('On main', { 'd.txt': '1\n' });
    repository.merge('Merge pull request #1 from x/one', 'one');
    assert.deepEqual(await brought([one, inner, main, repository.head]), [
      'Merge pull request #1 from x/one',
      'Merge pull request #1 from x/one',
      undefined,
      undefined,
    ]);
  });

  it('are the oldest where several lead to a commit, and none for a commit that is not merged', async () => {
    repository.git('checkout', '--quiet', '-b', 'long');
    const first = repository.commit('First', { 'b.txt': '1\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.merge('Merge early', 'long');
    repository.git('checkout', '--quiet', 'long');
    const second = repository.commit('Second', { 'b.txt': '2\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.merge('Merge late', 'long');
    repository.git('checkout', '--quiet', '-b', 'open');
    const open = repository.commit('Open', { 'e.txt': '1\n' });
    repository.git('checkout', '--quiet', 'main');
    assert.deepEqual(await brought([first, second, open]), ['Merge early', 'Merge late', undefined]);
  });

  it('agree with what is found for one commit alone, in an octopus too', async () => {
    for (const name of ['x', 'y']) {
      repository.git('checkout', '--quiet', '-b', name, 'main');
      repository.commit(`On ${name}`, { [`${name}.txt`]: '1\n' });
    }
    repository.git('checkout', '--quiet', 'main');
    repository.commit('On main', { 'a.txt': '2\n' });
    repository.merge('Octopus', 'x', 'y');
    const all = repository.git('rev-list', 'HEAD').split('\n');
    const found = await introductions(git, all);
    for (const hash of all) {
      const merges = await mergesOf(git, hash);
      assert.equal(found.get(hash)?.hash, merges.at(-1)?.hash, hash);
    }
  });

  it('are none of nothing', async () => assert.equal((await introductions(git, [])).size, 0));
});
