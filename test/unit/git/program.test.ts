/** Running git: what it may do, what ends it, and what its complaints mean. */
import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { text } from 'node:stream/consumers';
import { BecauseError, type ErrorCode } from '../../../src/core/base/errors.ts';
import { fileHistory } from '../../../src/git/commits.ts';
import { lineOrigin } from '../../../src/git/lineOrigin.ts';
import { type GitFolder, gitIn, revision } from '../../../src/git/program.ts';
import { ownRepository, Repository } from '../../support/repository.ts';

const isError =
  (code: ErrorCode, words = /./) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof BecauseError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(`${error.message} ${error.next ?? ''}`, words);
    return true;
  };

describe('Git as a program', () => {
  let home: string;
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ home, repository, git } = made);
  });

  it('gives what git prints, and takes what it reads', async () => {
    repository.commit('One', { 'a.txt': 'hello\n' });
    assert.equal((await git.run(['show', 'HEAD:a.txt'])).toString(), 'hello\n');
    assert.equal(
      await git.ask(['hash-object', '--stdin'], { input: 'hello\n' }),
      repository.git('rev-parse', 'HEAD:a.txt'),
    );
  });

  it('tells “no” from a failure', async () => {
    assert.equal(await git.ask(['config', '--get', 'no.such']), undefined);
    await assert.rejects(git.ask(['show', 'nothing-there']), isError('not-found'));
  });

  it('says that git is missing, or the folder', async () => {
    await assert.rejects(
      gitIn(path.join(home, 'no-git'), repository.folder).run(['version']),
      isError('no-git', /git\.path/),
    );
    await assert.rejects(gitIn('git', path.join(home, 'gone')).run(['version']), isError('not-found', /gone/));
  });

  it('says that a folder is in no repository, that nothing is committed, that a repository is damaged', async () => {
    await assert.rejects(gitIn('git', home).run(['status']), isError('no-git', /not in a git repository/));
    await assert.rejects(git.run(['log']), isError('git-failed', /no commit yet/));
    const hash = repository.commit('One', { 'a.txt': 'hello\n' });
    fs.rmSync(repository.path('.git', 'objects', hash.slice(0, 2)), { recursive: true });
    await assert.rejects(git.run(['log']), isError('git-failed', /damaged/));
  });

  it('says that a repository is damaged whose HEAD cannot be read, or leads nowhere', async () => {
    repository.commit('One', { 'deep/a.txt': 'hello\n' });
    const head = repository.path('.git', 'HEAD');
    const deep = gitIn('git', repository.path('deep'));
    fs.writeFileSync(head, `${'4'.repeat(40)}\n`);
    for (const ask of [() => deep.run(['log']), () => lineOrigin(deep, { path: 'a.txt', line: 1 })]) {
      await assert.rejects(ask, isError('git-failed', /damaged/));
    }
    for (const content of ['', '\0\0\0', 'ref: ']) {
      fs.writeFileSync(head, content);
      await assert.rejects(deep.run(['log']), isError('git-failed', /damaged/));
      await assert.rejects(lineOrigin(deep, { path: 'a.txt', line: 1 }), isError('git-failed', /damaged/));
    }
    fs.rmSync(head);
    await assert.rejects(deep.run(['log']), isError('git-failed', /damaged/));
  });

  it('says that a file is not on the disk where a checkout is sparse', async () => {
    repository.commit('One', { 'in/a.txt': 'hello\n', 'out/b.txt': 'hello\n' });
    repository.git('sparse-checkout', 'set', 'in');
    await assert.rejects(lineOrigin(git, { path: 'out/b.txt', line: 1 }), isError('not-found', /b\.txt.*sparse/));
    assert.equal((await lineOrigin(git, { path: 'out/b.txt', line: 1, contents: 'hello\n' })).kind, 'commit');
  });

  it('says that a file is not in git, or too short', async () => {
    repository.commit('One', { 'a.txt': 'hello\n', '.gitignore': '*.log\nbuilt/\n' });
    repository.write('new.log', 'x\n');
    repository.write('built/deep/new.txt', 'x\n');
    await assert.rejects(
      lineOrigin(git, { path: 'gone.txt', line: 1 }),
      isError('git-failed', /gone\.txt is not in git/),
    );
    for (const name of ['new.log', 'built/deep/new.txt']) {
      await assert.rejects(lineOrigin(git, { path: name, line: 1 }), isError('git-failed', /ignored by git/));
    }
    await assert.rejects(lineOrigin(git, { path: 'a.txt', line: 99 }), isError('git-failed', /has only 1 line\./));
  });

  it('says that a repository of somebody else is not read', async () => {
    // Git itself compares owners only, so the sentence is checked with a program that complains as git does.
    const fake = path.join(home, 'complains');
    fs.writeFileSync(fake, '#!/bin/sh\necho "fatal: detected dubious ownership in repository" >&2\nexit 128\n', {
      mode: 0o755,
    });
    await assert.rejects(gitIn(fake, repository.folder).run(['log']), isError('untrusted', /safe\.directory/));
  });

  it('keeps to its time where git is a script whose own program goes on', async () => {
    const script = path.join(home, 'wrapper');
    const ended = path.join(home, 'ended');
    // What goes on ends with the folder of the test, and writes nothing while that is taken away.
    const waits = `for _ in 1 2 3 4 5 6 7 8; do [ -e '${script}' ] || exit; sleep 1; done; : > '${ended}'`;
    fs.writeFileSync(script, `#!/bin/sh\n( ${waits} )\n`, { mode: 0o755 });
    await assert.rejects(gitIn(script, repository.folder).run(['log'], { time: 100 }), isError('timed-out'));
    const controller = new AbortController();
    const waiting = gitIn(script, repository.folder, controller.signal).run(['log']);
    controller.abort(new Error('not wanted'));
    await assert.rejects(waiting, /not wanted/);
    assert.equal(fs.existsSync(ended), false);
  });

  it('ends nothing else where git could not be started', async () => {
    const file = path.join(home, 'run.mjs');
    const program = new URL('../../../src/git/program.ts', import.meta.url).href;
    fs.writeFileSync(
      file,
      `import { gitIn } from ${JSON.stringify(program)};
      const git = gitIn(${JSON.stringify(path.join(home, 'no-git'))}, ${JSON.stringify(repository.folder)});
      for (let time = 0; time < 200; time++) git.start(['log']).stop();
      console.log('goes on');`,
    );
    // A group of its own, so that what would be ended by mistake is not the tests.
    const child = spawn(process.execPath, [file], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    const [[code, signal], said] = await Promise.all([once(child, 'exit'), text(child.stdout)]);
    assert.deepEqual([code, signal, said], [0, null, 'goes on\n']);
  });

  it('ends git when it is called off, and rejects with the reason', async () => {
    const controller = new AbortController();
    const called = gitIn('git', repository.folder, controller.signal);
    const waiting = called.start(['cat-file', '--batch']);
    const reading = waiting.output[Symbol.asyncIterator]().next();
    controller.abort(new Error('not wanted any more'));
    await assert.rejects(reading, /not wanted any more/);
    await assert.rejects(called.run(['version']), /not wanted any more/);
  });

  it('ends git when it takes too long, or says too much', async () => {
    const waiting = git.start(['cat-file', '--batch'], { time: 20 });
    await assert.rejects(waiting.output[Symbol.asyncIterator]().next(), isError('timed-out'));
    repository.commit('One', { 'a.txt': 'x'.repeat(100_000) });
    await assert.rejects(git.run(['show', 'HEAD:a.txt'], { bytes: 1_000 }), isError('git-failed', /more than/));
  });

  it('follows no variable that points elsewhere', async () => {
    repository.commit('One', { 'a.txt': 'hello\n' });
    const other = new Repository(path.join(home, 'other'));
    other.commit('Other', { 'a.txt': 'other\n' });
    Object.assign(process.env, {
      GIT_DIR: other.path('.git'),
      GIT_WORK_TREE: other.folder,
      GIT_EXTERNAL_DIFF: 'false',
    });
    try {
      assert.equal(await git.ask(['log', '--format=%s']), 'One');
    } finally {
      for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_EXTERNAL_DIFF']) delete process.env[name];
    }
  });

  it('runs no program that a repository names in its settings and attributes', async () => {
    const ran = path.join(home, 'ran');
    const program = path.join(home, 'evil');
    fs.writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${ran}'\ncat "$1" 2>/dev/null\n`, { mode: 0o755 });
    repository.commit('One', { 'a.evil': 'one\ntwo\n', '.gitattributes': '*.evil diff=evil filter=evil\n' });
    repository.commit('Two', { 'a.evil': 'one\n2\n' });
    const settings = {
      'diff.evil.textconv': program,
      'diff.evil.command': program,
      'diff.external': program,
      'filter.evil.clean': program,
      'filter.evil.process': program,
      'filter.evil.required': 'true',
      'core.fsmonitor': program,
      'core.pager': program,
      'pager.log': program,
      'core.sshCommand': program,
      'core.editor': program,
      'gpg.program': program,
      'log.showSignature': 'true',
      'core.hooksPath': home,
    };
    for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
    repository.write('a.evil', 'one\n2\nthree\n');
    await lineOrigin(git, { path: 'a.evil', line: 2 });
    await lineOrigin(git, { path: 'a.evil', line: 2, contents: 'one\n2\nthree\n' });
    await fileHistory(git, 'a.evil');
    await git.run(['log', '--patch', '--no-ext-diff', '--no-textconv']);
    assert.equal(fs.existsSync(ran) ? fs.readFileSync(ran, 'utf8') : '', '');
    // The trap does work where git is left to itself.
    assert.throws(() => repository.git('blame', 'a.evil'));
    assert.notEqual(fs.readFileSync(ran, 'utf8'), '');
  });

  it('takes no revision for an option, nor for several', () => {
    for (const bad of ['', '-x', '--output=x', 'a..b', 'a b', 'a\nb'])
      assert.throws(() => revision(bad), isError('bad-input'));
    for (const good of ['main', 'feature/PAY-1', 'HEAD~2', 'v1^{commit}', 'größe']) assert.equal(revision(good), good);
  });
});
