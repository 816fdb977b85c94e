/** Branches, commits and the history of files, in repositories of every shape. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { lineShares } from '../../../src/git/blame.ts';
import {
  branches,
  currentBranch,
  defaultBranch,
  headOf,
  isAncestor,
  remotes,
  repositoryRoot,
  upstreamOf,
} from '../../../src/git/branches.ts';
import { commit, commitsBetween, fileHistory, folderInRepository, recentCommits } from '../../../src/git/commits.ts';
import { type GitFolder, gitIn } from '../../../src/git/program.ts';
import { ownRepository, Repository } from '../../support/repository.ts';

const isError = (code: string) => (error: unknown) => error instanceof BecauseError && error.code === code;

describe('Branches and commits', () => {
  let home: string;
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ home, repository, git } = made);
  });

  /** A bare remote under the name, with all branches pushed to it. */
  function publish(name = 'origin'): Repository {
    const bare = path.join(home, `${name}.git`);
    repository.git('init', '--quiet', '--bare', `--initial-branch=${repository.git('branch', '--show-current')}`, bare);
    repository.git('remote', 'add', name, bare);
    repository.git('push', '--quiet', name, '--all');
    return new Repository(bare, { init: false });
  }

  it('are answered for where nothing is committed yet', async () => {
    assert.deepEqual(await branches(git), []);
    assert.equal(await currentBranch(git), 'main');
    assert.equal(await headOf(git), undefined);
    assert.equal(await defaultBranch(git), undefined);
    assert.deepEqual(await remotes(git), []);
    assert.equal(await upstreamOf(git, 'main'), undefined);
    assert.deepEqual(await recentCommits(git, 10), []);
    assert.deepEqual(await fileHistory(git, 'a.ts'), []);
    assert.equal(await git.ask(['rev-parse', '--is-shallow-repository']), 'false');
  });

  it('are listed newest first, those of remotes with the remote, and no alias of another', async () => {
    repository.commit('Begin', { 'a.ts': 'a\n' });
    repository.git('branch', 'feature/PAY-142');
    const newest = repository.commit('Second', { 'a.ts': 'b\n' });
    publish('team/fork');
    repository.git('symbolic-ref', 'refs/remotes/team/fork/HEAD', 'refs/remotes/team/fork/main');
    const all = await branches(git);
    assert.deepEqual(all.map(({ name, remote, subject }) => [name, remote, subject]).sort(), [
      ['feature/PAY-142', undefined, 'Begin'],
      ['main', undefined, 'Second'],
      ['team/fork/feature/PAY-142', 'team/fork', 'Begin'],
      ['team/fork/main', 'team/fork', 'Second'],
    ]);
    assert.deepEqual(
      [all[0]?.subject, all[0]?.hash, all[0]?.committed],
      ['Second', newest, Date.UTC(2026, 9, 1, 8, 2)],
    );
  });

  it('tell nothing as checked out where a commit is, and the branch in a linked worktree', async () => {
    repository.commit('Begin', { 'a.ts': 'a\n' });
    repository.git('worktree', 'add', '--quiet', '-b', 'other', path.join(home, 'linked'));
    repository.git('checkout', '--quiet', '--detach');
    assert.equal(await currentBranch(git), undefined);
    assert.equal(await currentBranch(gitIn('git', path.join(home, 'linked'))), 'other');
    assert.equal(await headOf(git), repository.head);
  });

  it('have a default: what the remote says, also after it was renamed, else a usual name, else the only one', async () => {
    repository.commit('Begin', { 'a.ts': 'a\n' });
    repository.git('branch', '--move', 'work');
    assert.deepEqual(await defaultBranch(git), { name: 'work', ref: 'work' });
    repository.git('branch', 'side');
    assert.equal(await defaultBranch(git), undefined);
    repository.git('branch', 'trunk');
    assert.deepEqual(await defaultBranch(git), { name: 'trunk', ref: 'trunk' });
    repository.git('config', 'init.defaultBranch', 'side');
    assert.deepEqual(await defaultBranch(git), { name: 'side', ref: 'side' });
    publish();
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/work');
    assert.deepEqual(await defaultBranch(git), { name: 'work', ref: 'origin/work' });
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone');
    assert.deepEqual(await defaultBranch(git), { name: 'side', ref: 'origin/side' });
  });

  it('know their remotes by the address git fetches from', async () => {
    repository.git('remote', 'add', 'origin', 'gh:relay/relay');
    repository.git('config', 'url.git@github.com:.insteadOf', 'gh:');
    repository.git('remote', 'add', 'backup', '/a path/with space');
    assert.deepEqual(await remotes(git), [
      { name: 'backup', url: '/a path/with space' },
      { name: 'origin', url: 'git@github.com:relay/relay' },
    ]);
  });

  it('are known to be pushed, with or without being told to track', async () => {
    repository.commit('Begin', { 'a.ts': 'a\n' });
    repository.git('checkout', '--quiet', '-b', 'feature/x');
    assert.equal(await upstreamOf(git, 'feature/x'), undefined);
    publish();
    assert.deepEqual(await upstreamOf(git, 'feature/x'), { remote: 'origin', name: 'feature/x', ahead: 0, behind: 0 });
    repository.git('push', '--quiet', '--set-upstream', 'origin', 'feature/x:other/name');
    repository.commit('More', { 'a.ts': 'b\n' });
    assert.deepEqual(await upstreamOf(git, 'feature/x'), { remote: 'origin', name: 'other/name', ahead: 1, behind: 0 });
    repository.git('update-ref', '-d', 'refs/remotes/origin/other/name');
    repository.git('update-ref', '-d', 'refs/remotes/origin/feature/x');
    assert.equal(await upstreamOf(git, 'feature/x'), undefined);
  });

  it('hold commits: one by any name, the newest, and those since a base', async () => {
    const first = repository.commit('Begin', { 'a.ts': 'a\n' });
    repository.git('checkout', '--quiet', '-b', 'feature');
    const work = repository.commit('Work\n\nA body.\n\nInitiative: PAY-142', { 'b.ts': 'b\n' });
    repository.git('checkout', '--quiet', 'main');
    const merge = repository.merge('Merge feature', 'feature');
    repository.git('tag', '--annotate', '--message', 'tag', 'v1');
    assert.deepEqual(
      (await recentCommits(git, 10)).map(({ hash }) => hash),
      [merge, work, first],
    );
    assert.deepEqual(
      (await recentCommits(git, 1)).map(({ hash }) => hash),
      [merge],
    );
    assert.deepEqual(
      (await commitsBetween(git, 'feature~1', 'feature')).map(({ hash }) => hash),
      [work],
    );
    assert.deepEqual(
      (await commitsBetween(git, 'main~1', 'feature')).map(({ message }) => message),
      ['Work\n\nA body.\n\nInitiative: PAY-142\n'],
    );
    for (const name of ['v1', 'main', merge, merge.slice(0, 8)]) {
      const found = await commit(git, name);
      assert.deepEqual([found.hash, found.parents, found.message], [merge, [first, work], 'Merge feature\n']);
    }
    assert.deepEqual((await recentCommits(git, 1))[0], await commit(git, 'HEAD'));
    await assert.rejects(commit(git, 'nothing'), isError('not-found'));
    await assert.rejects(commit(git, '--help'), isError('bad-input'));
    assert.equal(await isAncestor(git, work, 'main'), true);
    assert.equal(await isAncestor(git, merge, 'feature'), false);
    await assert.rejects(isAncestor(git, merge, 'nothing'), isError('not-found'));
  });

  it('are asked for from any folder of the repository', async () => {
    repository.commit('Begin', { 'größe/in side/a.ts': 'a\n' });
    const inside = gitIn('git', repository.path('größe', 'in side'));
    assert.equal(await repositoryRoot(inside), repository.folder);
    assert.equal(await folderInRepository(inside), 'größe/in side/');
    assert.equal(await folderInRepository(git), '');
    await assert.rejects(repositoryRoot(gitIn('git', home)), isError('no-git'));
  });

  it('tell what was done to a file, under each name it had', async () => {
    const lines = Array.from({ length: 20 }, (_, n) => `export const value${n} = ${n};`);
    const text = (changed: number) => `${lines.map((line, n) => (n < changed ? `${line} //` : line)).join('\n')}\n`;
    const begin = repository.commit('M\n\nM', { 'in/old\nname.ts': text(0), 'other.ts': 'x\n' });
    repository.commit('Other', { 'other.ts': 'y\n' });
    repository.git('mv', 'in/old\nname.ts', 'in/-new.ts');
    const rename = repository.commit('Rename', { 'in/-new.ts': text(3) });
    const change = repository.commit('Change', { 'in/-new.ts': text(8) });
    const inside = gitIn('git', repository.path('in'));
    assert.deepEqual(
      (await fileHistory(inside, '-new.ts')).map(({ commit: { hash }, path: name }) => [hash, name]),
      [
        [change, 'in/-new.ts'],
        [rename, 'in/-new.ts'],
        [begin, 'in/old\nname.ts'],
      ],
    );
    assert.equal((await fileHistory(inside, '-new.ts')).at(-1)?.commit.message, 'M\n\nM\n');
    assert.equal((await fileHistory(inside, '-new.ts', 2)).length, 2);
    assert.deepEqual(await fileHistory(inside, 'nothing.ts'), []);
    assert.deepEqual(await lineShares(inside, '-new.ts'), [
      { hash: begin, lines: 12 },
      { hash: change, lines: 5 },
      { hash: rename, lines: 3 },
    ]);
    repository.write('in/-new.ts', `new\n${text(8)}`);
    assert.deepEqual((await lineShares(inside, '-new.ts')).at(-1), { hash: undefined, lines: 1 });
  });

  it('are known of a shallow clone without what is missing', async () => {
    repository.commit('Begin', { 'a.ts': 'a\n' });
    const last = repository.commit('Second', { 'a.ts': 'b\n' });
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, path.join(home, 'shallow'));
    const shallow = gitIn('git', path.join(home, 'shallow'));
    assert.equal(await shallow.ask(['rev-parse', '--is-shallow-repository']), 'true');
    assert.deepEqual(
      (await recentCommits(shallow, 10)).map(({ hash }) => hash),
      [last],
    );
    assert.deepEqual(
      (await fileHistory(shallow, 'a.ts')).map(({ commit: { hash } }) => hash),
      [last],
    );
    assert.deepEqual(await defaultBranch(shallow), { name: 'main', ref: 'origin/main' });
  });
});
