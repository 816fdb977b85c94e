/** What git tells in passing, by real git: people, subjects, branches, a file of a commit, the names a file had. */
import * as assert from 'node:assert/strict';
import { filesBelow, folderInRepository } from '../../../src/git/commits.ts';
import {
  earlierNames,
  recentBranches,
  recentCommits,
  recentSubjects,
  textIn,
  userName,
} from '../../../src/git/glance.ts';
import { type GitFolder, gitIn } from '../../../src/git/program.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';

describe('A glance at git', () => {
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ repository, git } = made);
  });

  it('tells of the newest commits and branches, no more than asked for', async () => {
    for (const subject of ['one', 'two', 'three']) repository.commit(subject);
    repository.git('branch', 'side');
    assert.deepEqual(await recentSubjects(git, 2), ['three', 'two']);
    const at = Date.UTC(2026, 9, 1, 8, 3);
    const newest = { mail: 'ada@relay.example', name: 'Ada Lovelace', subject: 'three', at };
    assert.deepEqual(await recentCommits(git, 1), [newest]);
    assert.deepEqual((await recentBranches(git, 9)).sort(), ['main', 'side']);
    assert.equal((await recentBranches(git, 1)).length, 1);
    assert.equal(await userName(git), 'Ada Lovelace');
  });

  it('fails as git does where nothing was committed, or nothing is set', async () => {
    await assert.rejects(recentSubjects(git, 2));
    repository.git('config', '--unset', 'user.name');
    await assert.rejects(userName(git));
  });

  it('reads a file as a commit has it', async () => {
    const first = repository.commit('one', { 'a/b.ts': 'old\n' });
    repository.commit('two', { 'a/b.ts': 'new\n' });
    assert.equal(await textIn(git, first, 'a/b.ts'), 'old\n');
    await assert.rejects(textIn(git, first, 'c.ts'));
  });

  it('finds the names a file had, in commits and in what is staged', async () => {
    const text = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('');
    repository.commit('one', { 'first.ts': text });
    repository.git('mv', 'first.ts', 'with space.ts');
    repository.commit('two');
    assert.deepEqual(await earlierNames(git, 'with space.ts'), ['first.ts']);
    repository.git('mv', 'with space.ts', 'third.ts');
    assert.deepEqual(await earlierNames(git, 'third.ts'), ['with space.ts']);
    assert.deepEqual(await earlierNames(git, '--help'), []);
  });

  it('lists the files below a folder, by their names from where it is asked', async () => {
    repository.commit('one', { 'in/x/a.md': '1', 'in/x/é.md': '1', 'in/other.md': '1', 'out.md': '1' });
    const within = gitIn('git', repository.path('in'));
    assert.deepEqual([...(await filesBelow(within, 'main', 'x'))].sort(), ['x/a.md', 'x/é.md']);
    assert.equal(await folderInRepository(within), 'in/');
    assert.equal(await folderInRepository(git), '');
  });
});
