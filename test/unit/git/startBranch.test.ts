/** Starting a branch: as git would, and without losing what is not committed. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { currentBranch } from '../../../src/git/branches.ts';
import type { GitFolder } from '../../../src/git/program.ts';
import { checkBranchName, startBranch } from '../../../src/git/startBranch.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';

const isError = (code: string) => (error: unknown) => error instanceof BecauseError && error.code === code;
const STARTED = { kind: 'started', notice: undefined };

describe('Starting a branch', () => {
  let home: string;
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ home, repository, git } = made);
  });

  /** `main` has `a.ts` as two, `base` has it as one. */
  function twoVersions(): { first: string; second: string } {
    const first = repository.commit('Begin', { 'a.ts': 'one\n', 'b.ts': 'b\n' });
    repository.git('branch', 'base');
    const second = repository.commit('Second', { 'a.ts': 'two\n' });
    return { first, second };
  }

  const read = (name: string) => fs.readFileSync(repository.path(name), 'utf8');

  it('checks it out where it starts, and tracks no other', async () => {
    const { first, second } = twoVersions();
    assert.deepEqual(await startBranch(git, { name: 'feature/PAY-1-x', base: 'base', uncommitted: 'carry' }), STARTED);
    assert.deepEqual([await currentBranch(git), repository.head], ['feature/PAY-1-x', first]);
    assert.deepEqual(await startBranch(git, { name: 'from-here', uncommitted: 'carry' }), STARTED);
    assert.equal(repository.head, first);
    repository.git('remote', 'add', 'origin', repository.folder);
    repository.git('fetch', '--quiet', 'origin');
    repository.git('config', 'branch.autoSetupMerge', 'always');
    assert.deepEqual(await startBranch(git, { name: 'x', base: 'origin/main', uncommitted: 'carry' }), STARTED);
    assert.equal(repository.head, second);
    assert.equal(repository.git('for-each-ref', '--format=%(upstream)', 'refs/heads/x'), '');
  });

  it('finds a base that only a remote has', async () => {
    const { first } = twoVersions();
    repository.git('remote', 'add', 'origin', repository.folder);
    repository.git('fetch', '--quiet', 'origin');
    repository.git('branch', '--quiet', '--delete', 'base');
    assert.deepEqual(await startBranch(git, { name: 'x', base: 'base', uncommitted: 'carry' }), STARTED);
    assert.equal(repository.head, first);
    await assert.rejects(startBranch(git, { name: 'y', base: 'nothing', uncommitted: 'carry' }), isError('not-found'));
    await assert.rejects(startBranch(git, { name: 'y', base: '--orphan', uncommitted: 'carry' }), isError('bad-input'));
  });

  it('refuses what git refuses as a name, as git does, and a name that is taken', async () => {
    repository.commit('Begin', { 'a.ts': 'a\n' });
    const bad = [
      '',
      '-x',
      '/x',
      'x/',
      'a//b',
      'a b',
      'a..b',
      'a~1',
      'a^',
      'a:b',
      'a?',
      'a*',
      'a[b',
      'a\\b',
      'x.',
      'x.lock',
      'a/.b',
      'a@{1}',
      '@',
      'a.lock/b',
      'a\nb',
      'HEAD',
    ];
    for (const name of bad) {
      assert.notEqual(checkBranchName(name), undefined, name);
      // Git takes this one for a name of what is checked out.
      if (name !== '@') assert.throws(() => repository.git('check-ref-format', '--branch', name), /fatal/, name);
      await assert.rejects(startBranch(git, { name, uncommitted: 'carry' }), isError('bad-input'));
    }
    for (const name of ['x', 'feature/PAY-142-größe', 'a.b', '#12', 'a@b', 'x{y}']) {
      assert.equal(checkBranchName(name), undefined, name);
      repository.git('check-ref-format', '--branch', name);
    }
    await assert.rejects(startBranch(git, { name: 'main', uncommitted: 'carry' }), isError('already-exists'));
    await assert.rejects(startBranch(git, { name: 'main/x', uncommitted: 'carry' }), isError('already-exists'));
    assert.equal(await currentBranch(git), 'main');
  });

  it('takes uncommitted changes along where git can', async () => {
    twoVersions();
    repository.write('b.ts', 'changed\n');
    repository.write('new.ts', 'new\n');
    assert.deepEqual(await startBranch(git, { name: 'x', base: 'base', uncommitted: 'carry' }), STARTED);
    assert.deepEqual([read('a.ts'), read('b.ts'), read('new.ts')], ['one\n', 'changed\n', 'new\n']);
  });

  it('overwrites no file that is ignored here and committed there', async () => {
    repository.commit('Base', { '.env': 'theirs\n' });
    repository.git('branch', 'base');
    repository.git('rm', '--quiet', '--cached', '.env');
    repository.commit('Ignore', { '.gitignore': '.env\n' });
    for (const uncommitted of ['carry', 'stash'] as const) {
      repository.write('.env', 'mine\n');
      const outcome = await startBranch(git, { name: 'x', base: 'base', uncommitted });
      assert.deepEqual(outcome, { kind: 'would-overwrite', files: ['.env'] });
      assert.deepEqual([await currentBranch(git), read('.env')], ['main', 'mine\n']);
    }
  });

  it('changes nothing where git would overwrite something, and names the files', async () => {
    twoVersions();
    repository.write('a.ts', 'three\n');
    const outcome = await startBranch(git, { name: 'x', base: 'base', uncommitted: 'carry' });
    assert.deepEqual(outcome, { kind: 'would-overwrite', files: ['a.ts'] });
    assert.deepEqual([await currentBranch(git), read('a.ts')], ['main', 'three\n']);
    repository.git('checkout', '--quiet', 'a.ts');
    repository.git('rm', '--quiet', 'b.ts');
    repository.commit('Without b');
    repository.write('b.ts', 'mine\n');
    const untracked = await startBranch(git, { name: 'x', base: 'base', uncommitted: 'carry' });
    assert.deepEqual(untracked, { kind: 'would-overwrite', files: ['b.ts'] });
    assert.equal(read('b.ts'), 'mine\n');
    assert.equal(repository.git('branch', '--list', 'x'), '');
  });

  it('stashes changes on wish, new files included, and brings them back', async () => {
    twoVersions();
    repository.write('b.ts', 'changed\n');
    repository.git('add', 'b.ts');
    repository.write('new.ts', 'new\n');
    assert.deepEqual(await startBranch(git, { name: 'x', base: 'base', uncommitted: 'stash' }), STARTED);
    assert.deepEqual([read('a.ts'), read('b.ts'), read('new.ts')], ['one\n', 'changed\n', 'new\n']);
    assert.equal(repository.git('diff', '--cached', '--name-only'), 'b.ts');
    assert.equal(repository.git('stash', 'list'), '');
    assert.deepEqual(await startBranch(git, { name: 'y', base: 'main', uncommitted: 'stash' }), STARTED);
  });

  it('keeps the stash where the changes do not fit, and says where', async () => {
    twoVersions();
    repository.write('a.ts', 'three\n');
    const outcome = await startBranch(git, { name: 'x', base: 'base', uncommitted: 'stash' });
    assert.equal(outcome.kind, 'started');
    assert.match(outcome.kind === 'started' ? (outcome.notice ?? '') : '', /stash@\{0\}/);
    assert.equal(await currentBranch(git), 'x');
    assert.equal(repository.git('show', 'stash@{0}:a.ts'), 'three');
  });

  it('leaves a stash of somebody’s own alone where there is nothing to put aside', async () => {
    twoVersions();
    repository.write('b.ts', 'mine\n');
    repository.git('stash', '--quiet');
    assert.deepEqual(await startBranch(git, { name: 'x', base: 'base', uncommitted: 'stash' }), STARTED);
    assert.deepEqual([repository.git('stash', 'list').split('\n').length, read('b.ts')], [1, 'b\n']);
  });

  it('brings changes back where the branch could not be started', async () => {
    twoVersions();
    repository.write('a.ts', 'three\n');
    repository.write('.git/index.lock', '');
    await assert.rejects(startBranch(git, { name: 'x', base: 'base', uncommitted: 'carry' }), isError('git-failed'));
    await assert.rejects(startBranch(git, { name: 'x', base: 'base', uncommitted: 'stash' }), isError('git-failed'));
    assert.equal(read('a.ts'), 'three\n');
  });

  it('runs hooks as git does, and says when one failed after the fact', async () => {
    twoVersions();
    const hook = repository.path('.git', 'hooks', 'post-checkout');
    fs.mkdirSync(path.dirname(hook), { recursive: true });
    fs.writeFileSync(hook, `#!/bin/sh\necho ran > '${home}/ran'\necho no luck >&2\nexit 1\n`, { mode: 0o755 });
    const outcome = await startBranch(git, { name: 'x', uncommitted: 'carry' });
    assert.match(outcome.kind === 'started' ? (outcome.notice ?? '') : '', /hook failed.*no luck/);
    assert.equal(fs.readFileSync(path.join(home, 'ran'), 'utf8'), 'ran\n');
    assert.equal(await currentBranch(git), 'x');
  });

  it('works before the first commit, and from a detached HEAD', async () => {
    repository.write('a.ts', 'a\n');
    repository.git('add', 'a.ts');
    for (const [name, base] of [
      ['x', undefined],
      ['y', 'HEAD'],
      ['z', 'y'],
    ] as const) {
      assert.deepEqual(await startBranch(git, { name, base, uncommitted: 'stash' }), STARTED);
      assert.equal(await currentBranch(git), name);
    }
    assert.equal(repository.git('diff', '--cached', '--name-only'), 'a.ts');
    const hash = repository.commit('Begin');
    repository.git('checkout', '--quiet', '--detach');
    assert.deepEqual(await startBranch(git, { name: 'w', uncommitted: 'carry' }), STARTED);
    assert.deepEqual([await currentBranch(git), repository.head], ['w', hash]);
  });
});
