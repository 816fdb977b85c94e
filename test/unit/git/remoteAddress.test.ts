/** Where remotes lead by a person's own settings of git and SSH. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readRemote } from '../../../src/core/hosts/remote.ts';
import type { GitFolder } from '../../../src/git/program.ts';
import { realAddress } from '../../../src/git/remoteAddress.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';

describe('The real address of a remote', () => {
  let home: string;
  let repository: Repository;
  let git: GitFolder;
  const { PATH } = process.env;

  ownRepository((made) => {
    ({ home, repository, git } = made);
  });

  afterEach(() => {
    process.env.PATH = PATH;
  });

  /** Puts a program in SSH's place that knows these names, and notes how it was called. */
  function sshKnows(names: Readonly<Record<string, string>>): () => string {
    const bin = path.join(home, 'bin');
    const calls = path.join(home, 'calls');
    fs.mkdirSync(bin, { recursive: true });
    const cases = Object.entries(names).map(([name, host]) => `${name}) echo "hostname ${host}";;`);
    const script = `#!/bin/sh\necho "$PWD $*" >> '${calls}'\nfor last; do :; done\necho "user git"\ncase "$last" in ${cases.join(' ')} *) echo "hostname $last";; esac\n`;
    fs.writeFileSync(path.join(bin, 'ssh'), script, { mode: 0o755 });
    process.env.PATH = `${bin}${path.delimiter}${PATH}`;
    return () => (fs.existsSync(calls) ? fs.readFileSync(calls, 'utf8') : '');
  }

  const repo = async (written: string) => {
    const address = await realAddress(git, written);
    const remote = address === undefined ? undefined : readRemote(address);
    return remote && [remote.repo, remote.web];
  };
  const onGitHub = ['github.com/acme/relay', 'https://github.com/acme/relay'];

  it('is on the host that a name in SSH’s settings stands for', async () => {
    const calls = sshKnows({ 'github-work': 'github.com', Work: 'ssh.github.com', 'gl.work': 'gitlab.com' });
    assert.deepEqual(await repo('git@github-work:acme/relay.git'), onGitHub);
    assert.deepEqual(await repo('github-work:acme/relay.git'), onGitHub);
    assert.deepEqual(await repo('ssh://git@github-work/acme/relay.git'), onGitHub);
    assert.deepEqual(await repo('ssh://ada@Work:443/acme/relay'), onGitHub);
    assert.deepEqual(await repo('git@gl.work:acme/relay.git'), [
      'gitlab.com/acme/relay',
      'https://gitlab.com/acme/relay',
    ]);
    const options = '-G -o CanonicalizeHostname=no';
    assert.match(calls(), new RegExp(`^\\S+ ${options} -l git github-work$`, 'm'));
    assert.match(calls(), new RegExp(`^\\S+ ${options} -l ada -p 443 Work$`, 'm'));
    assert.ok(!calls().includes(repository.folder), 'where a repository could put a program in its way');
  });

  it('is unknown where a name stands for nothing here, and no page and no repository is made up', async () => {
    sshKnows({ numbered: '192.0.2.7' });
    assert.equal(await repo('git@github-work:acme/relay.git'), undefined);
    assert.equal(await repo('git@numbered:acme/relay.git'), undefined);
    process.env.PATH = home;
    assert.equal(await repo('git@github-work:acme/relay.git').catch(() => undefined), undefined);
  });

  it('is as written where it names a host', async () => {
    const calls = sshKnows({ 'github.com': 'evil.example' });
    assert.deepEqual(await repo('git@github.com:acme/relay.git'), onGitHub);
    assert.deepEqual(await repo('https://github.com/acme/relay'), onGitHub);
    assert.equal(calls(), '');
    assert.equal((await repo('git@git.acme.example:acme/relay.git'))?.[0], 'git.acme.example/acme/relay');
    assert.deepEqual(await repo('git@github.com-work:acme/relay.git'), onGitHub);
    assert.equal(await repo('../relay.git'), undefined);
  });

  it('is what url.insteadOf makes of it, and SSH of that', async () => {
    sshKnows({ 'github-work': 'github.com' });
    repository.git('config', 'url.https://github.com/.insteadOf', 'gh:');
    repository.git('config', 'url.git@github-work:.insteadOf', 'work:');
    assert.deepEqual(await repo('gh:acme/relay'), onGitHub);
    assert.deepEqual(await repo('work:acme/relay'), onGitHub);
    repository.git('config', 'url.git@github-work:.insteadOf', 'https://github.com/');
    assert.deepEqual(await repo('https://github.com/acme/relay'), onGitHub);
  });

  it('is asked of no program that an address names', async () => {
    sshKnows({});
    const made = path.join(home, 'made');
    for (const address of [
      `ext::touch ${made}`,
      '-oProxyCommand=touch',
      'git@-oProxyCommand=x:a/b',
      '--upload-pack=x',
    ]) {
      assert.equal(await repo(address), undefined, address);
    }
    assert.equal(fs.existsSync(made), false);
  });
});
