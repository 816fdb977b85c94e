/** The branch that is worked on while git stopped in the middle of something. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { currentBranch } from '../../../src/git/branches.ts';
import { gitIn } from '../../../src/git/program.ts';
import { branchAtWork } from '../../../src/git/stopped.ts';
import { ownRepository, Repository } from '../../support/repository.ts';

describe('The branch at work', () => {
  let home: string;
  let repository: Repository;

  ownRepository((made) => {
    ({ home, repository } = made);
  });

  /** Two branches that cannot be put together without a conflict; the second is checked out. */
  function conflict(): void {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.git('checkout', '--quiet', '-b', 'feature/PAY-7-late');
    repository.commit('Mine', { 'a.ts': 'mine\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Theirs', { 'a.ts': 'theirs\n' });
    repository.git('checkout', '--quiet', 'feature/PAY-7-late');
  }

  const stops = (...args: string[]) => assert.throws(() => repository.git(...args));

  it('is the one being rebased, by either of git’s ways', async () => {
    conflict();
    assert.equal(await branchAtWork(repository.folder), undefined);
    for (const way of ['--merge', '--apply']) {
      stops('rebase', way, 'main');
      assert.equal(await branchAtWork(repository.folder), 'feature/PAY-7-late', way);
      repository.git('rebase', '--abort');
      assert.equal(await branchAtWork(repository.folder), undefined);
    }
  });

  it('is the one a bisect started from', async () => {
    conflict();
    repository.commit('More', { 'b.ts': 'b\n' });
    repository.commit('Bad', { 'b.ts': 'c\n' });
    repository.git('bisect', 'start', 'HEAD', 'main~1');
    assert.equal(await currentBranch(gitIn('git', repository.folder)), undefined);
    assert.equal(await branchAtWork(repository.folder), 'feature/PAY-7-late');
    repository.git('bisect', 'reset');
    assert.equal(await branchAtWork(repository.folder), undefined);
  });

  it('is none where it began on a commit, and stays checked out in a cherry-pick, a revert and a merge', async () => {
    conflict();
    const git = gitIn('git', repository.folder);
    for (const [command, what] of [
      ['cherry-pick', 'main'],
      ['revert', 'HEAD~1'],
      ['merge', 'main'],
    ] as const) {
      repository.commit('Mine again', { 'a.ts': `mine ${command}\n` });
      stops(command, what);
      assert.equal(await currentBranch(git), 'feature/PAY-7-late', command);
      repository.git(command, '--abort');
    }
    repository.git('checkout', '--quiet', '--detach');
    stops('rebase', 'main');
    assert.equal(await branchAtWork(repository.folder), undefined);
  });

  it('is told in a linked worktree and a submodule, each for itself', async () => {
    conflict();
    repository.git('checkout', '--quiet', 'main');
    const linked = path.join(home, 'linked');
    repository.git('worktree', 'add', '--quiet', linked, 'feature/PAY-7-late');
    assert.throws(() => new Repository(linked, { init: false }).git('rebase', 'main'));
    assert.deepEqual(
      [await branchAtWork(linked), await branchAtWork(repository.folder)],
      ['feature/PAY-7-late', undefined],
    );
    const outer = new Repository(path.join(home, 'outer'));
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.folder, 'inner');
    const inner = new Repository(outer.path('inner'), { init: false });
    inner.git('checkout', '--quiet', 'feature/PAY-7-late');
    assert.throws(() => inner.git('rebase', 'origin/main'));
    assert.equal(await branchAtWork(inner.folder), 'feature/PAY-7-late');
  });
});
