/** Addresses of git remotes: every form of every host gives the same repository, and nothing secret or hostile passes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HostKind } from '../../../../src/core/hosts/all.ts';
import type { Hosts } from '../../../../src/core/hosts/remote.ts';
import { addressWith, readRemote, sshTarget } from '../../../../src/core/hosts/remote.ts';

const same = (repo: string, kind: HostKind, web: string, addresses: readonly string[], hosts?: Hosts) => {
  for (const address of addresses) {
    const remote = readRemote(address, hosts);
    assert.deepEqual([remote?.repo, remote?.kind, remote?.web], [repo, kind, web], address);
  }
};

describe('The address of a remote', () => {
  it('is of the host everybody knows by that name, whatever word its organization is called by', () => {
    for (const word of ['github', 'gitlab', 'stash', 'gitea']) {
      const page = `https://dev.azure.com/${word}/Pay/_git/pay`;
      same(`dev.azure.com/${word}/pay/pay`, 'azure', page, [`https://${word}.visualstudio.com/Pay/_git/pay`]);
    }
  });

  it('gives one repository for all forms of GitHub', () => {
    same('github.com/acme/pay', 'github', 'https://github.com/acme/pay', [
      'git@github.com:acme/pay.git',
      'git@github.com:acme/pay',
      'git@github.com:/acme/pay.git/',
      'github.com:acme/pay.git',
      'ssh://git@github.com/acme/pay.git',
      'ssh://git@github.com:22/acme/pay.git',
      'ssh://git@ssh.github.com:443/acme/pay.git',
      'git+ssh://git@github.com/acme/pay.git',
      'git@github.com-work:acme/pay.git',
      'https://github.com/acme/pay.git',
      'https://github.com/acme/pay/',
      'https://GitHub.com/acme/pay.git',
      'https://www.github.com//acme/pay',
      'https://github.com:443/acme/pay',
      'https://github.com/acme/pay.git?x=1#y',
      'https://ada:s3cret@github.com/acme/pay.git',
      'git://github.com/acme/pay.git',
      '  https://github.com/acme/pay.git\n',
    ]);
    assert.equal(readRemote('git@github.com:Acme/Pay.git')?.repo, 'github.com/acme/pay');
    assert.equal(readRemote('git@github.com:Acme/Pay.git')?.web, 'https://github.com/Acme/Pay');
  });

  it('gives one project for all forms of GitLab, with nested groups', () => {
    same('gitlab.com/acme/mobile/pay', 'gitlab', 'https://gitlab.com/acme/mobile/pay', [
      'git@gitlab.com:acme/mobile/pay.git',
      'ssh://git@altssh.gitlab.com:443/acme/mobile/pay.git',
      'https://oauth2:glpat-1@gitlab.com/acme/mobile/pay.git',
    ]);
    const remote = readRemote('git@gitlab.com:acme/mobile/pay.git');
    assert.deepEqual([remote?.owner, remote?.name], ['acme/mobile', 'pay']);
  });

  it('gives one repository for all forms of Bitbucket, of the cloud and of servers', () => {
    same('bitbucket.org/acme/pay', 'bitbucket', 'https://bitbucket.org/acme/pay', [
      'git@bitbucket.org:acme/pay.git',
      'https://ada@bitbucket.org/acme/pay.git',
    ]);
    same(
      'bitbucket.acme.example/app/pay',
      'bitbucket-server',
      'https://bitbucket.acme.example/projects/APP/repos/pay',
      [
        'ssh://git@bitbucket.acme.example:7999/app/pay.git',
        'https://ada@bitbucket.acme.example/scm/APP/pay.git',
        'https://bitbucket.acme.example/scm/app/pay.git',
        'https://bitbucket.acme.example/projects/APP/repos/pay',
      ],
    );
    same('code.example/~ada/pay', 'bitbucket-server', 'https://code.example/users/ada/repos/pay', [
      'ssh://git@code.example:7999/~ada/pay.git',
      'https://code.example/scm/~ada/pay.git',
    ]);
    same('code.example/app/pay', 'bitbucket-server', 'https://code.example:8443/git/projects/APP/repos/pay', [
      'https://code.example:8443/git/scm/APP/pay.git',
    ]);
  });

  it('gives one repository for all forms of Azure DevOps', () => {
    const page = 'https://dev.azure.com/acme/Mobile%20Apps/_git/pay%20core';
    same('dev.azure.com/acme/mobile apps/pay core', 'azure', page, [
      'https://acme@dev.azure.com/acme/Mobile%20Apps/_git/pay%20core',
      'https://dev.azure.com/acme/Mobile%20Apps/_git/_optimized/pay%20core/',
      'git@ssh.dev.azure.com:v3/acme/Mobile%20Apps/pay%20core',
      'acme@vs-ssh.visualstudio.com:v3/acme/Mobile%20Apps/pay%20core',
      'ssh://acme@vs-ssh.visualstudio.com:22/DefaultCollection/Mobile%20Apps/_ssh/pay%20core',
      'https://acme.visualstudio.com/Mobile%20Apps/_git/pay%20core',
      'https://acme.visualstudio.com/DefaultCollection/Mobile%20Apps/_git/pay%20core',
    ]);
    same('dev.azure.com/acme/pay/pay', 'azure', 'https://dev.azure.com/acme/pay/_git/pay', [
      'https://dev.azure.com/acme/_git/pay',
      'https://acme.visualstudio.com/_git/pay',
    ]);
    same('tfs.example/tfs/main/app/pay', 'azure', 'http://tfs.example:8080/tfs/Main/App/_git/pay', [
      'http://tfs.example:8080/tfs/Main/App/_git/pay',
    ]);
  });

  it('gives one repository for Gitea, Forgejo and Codeberg', () => {
    same('codeberg.org/acme/pay', 'gitea', 'https://codeberg.org/acme/pay', [
      'ssh://git@codeberg.org/acme/pay.git',
      'https://codeberg.org/acme/pay.git',
    ]);
    same('gitea.example/acme/pay', 'gitea', 'http://gitea.example:3000/acme/pay', [
      'http://gitea.example:3000/acme/pay.git',
    ]);
    assert.equal(readRemote('git@forgejo.acme.example:a/b.git')?.kind, 'gitea');
  });

  it('guesses what an enterprise host is by its name, and asks the person first', () => {
    const kindOf = (address: string, hosts?: Hosts) => readRemote(address, hosts)?.kind;
    assert.equal(kindOf('git@github.acme.example:a/b.git'), 'github');
    assert.equal(kindOf('https://acme.ghe.com/a/b.git'), 'github');
    assert.equal(kindOf('https://my-gitlab.acme.example/a/b.git'), 'gitlab');
    assert.equal(kindOf('https://stash.acme.example/scm/a/b.git'), 'bitbucket-server');
    assert.equal(kindOf('https://notgithub.example/a/b.git'), 'unknown');
    assert.equal(kindOf('https://git.acme.example/a/b/c.git'), 'unknown');
    assert.equal(kindOf('https://git.acme.example/a/b/c.git', { 'Git.Acme.example': 'gitlab' }), 'gitlab');
    assert.equal(kindOf('git@github.acme.example:a/b.git', { 'github.acme.example': 'gitea' }), 'gitea');
  });

  it('makes nothing up for a name that only somebody’s SSH knows', () => {
    assert.equal(readRemote('git@github-work:acme/relay.git'), undefined);
    assert.equal(readRemote('ssh://git@work/acme/relay.git'), undefined);
    assert.equal(readRemote('git@forge:acme/relay.git', { forge: 'gitea' })?.web, 'https://forge/acme/relay');
    assert.equal(addressWith('git@github-work:acme/relay.git', 'github.com'), 'git@github.com:acme/relay.git');
    assert.equal(addressWith('ssh://git@work:443/a/b', 'ssh.github.com'), 'ssh://git@ssh.github.com:443/a/b');
    assert.deepEqual(sshTarget('ssh://Ada@Work:443/a/b'), { host: 'Work', user: 'Ada', port: '443' });
    assert.equal(sshTarget('https://github.com/a/b'), undefined);
  });

  it('keeps a repository without pages where its form is none of the host', () => {
    const remote = readRemote('git@github.com:pay.git');
    assert.deepEqual([remote?.kind, remote?.repo, remote?.owner], ['unknown', 'github.com/pay', '']);
    assert.equal(readRemote('ssh://git.example/srv/Git/pay.git')?.repo, 'git.example/srv/Git/pay');
    assert.equal(readRemote('ssh://git@[::1]:2222/a/b.git')?.repo, '[::1]/a/b');
  });

  it('is none where no host serves it', () => {
    const none = [
      '',
      '/srv/git/pay.git',
      './pay.git',
      '../pay',
      'pay',
      'C:\\work\\pay',
      'C:/work/pay.git',
      'D:pay',
      'file:///srv/git/pay.git',
      '\\\\server\\share\\pay.git',
      '-oProxyCommand=touch /tmp/x',
      'ssh://-oProxyCommand=x/a/b',
      'git@-oProxyCommand=x:a/b',
      'git@github.com:-x/b',
      'ext::sh -c "touch /tmp/x"',
      'git@ext.example::x/y',
      'fd::17/foo',
      'javascript:alert(1)//a/b',
      'data:text/html,<script>',
      'vscode://evil.ext/run',
      'https://github.com',
      'https://github.com/',
      'https:///acme/pay',
      'https://github.com/acme/../pay',
      'https://github.com/acme/%2e%2e/pay',
      'https://github.com/acme/pa%2Fy',
      'https://github.com/acme/pa%0Ay',
      'https://github.com/acme/%zz',
      'https://github.com/acme/pay\nx',
      'https://github.com\\@evil.example/a/b',
      'https://gıthub.com/a/b',
      'https://github.com/acme/<script>',
      `https://github.com/${'a'.repeat(3000)}/b`,
    ];
    for (const address of none) assert.equal(readRemote(address), undefined, address);
  });

  it('names the host that would be asked, not the one before the @', () => {
    const remote = readRemote('https://github.com@evil.example/acme/pay');
    assert.deepEqual([remote?.host, remote?.kind, remote?.repo], ['evil.example', 'unknown', 'evil.example/acme/pay']);
    assert.equal(readRemote('https://github.com:x@y@evil.example/a/b')?.host, 'evil.example');
  });

  it('says nothing of who signs in, whatever the address', () => {
    const secret = 'tok3n-X1';
    const users = fc.constantFrom(`${secret}`, `ada:${secret}`, `${secret}:x-oauth-basic`, `a@b:${secret}`);
    const rests = fc.constantFrom(
      'github.com/a/b',
      'dev.azure.com/o/p/_git/r',
      'x.visualstudio.com/p/_git/r',
      'bitbucket.acme.example/scm/a/b',
      'git.example/a/b?private_token=tok3n-X1',
    );
    fc.assert(
      fc.property(fc.constantFrom('https', 'http', 'ssh', 'git'), users, rests, (scheme, user, rest) => {
        const remote = readRemote(`${scheme}://${user}@${rest}`);
        assert.ok(remote);
        assert.doesNotMatch(JSON.stringify(remote), new RegExp(secret));
      }),
    );
  });

  it('is none whose host a browser would take for another', () => {
    for (const address of ['https://0.0/a/b', 'git@0x7f.1:a/b.git', 'ssh://git@127.1/a/b']) {
      assert.equal(readRemote(address), undefined, address);
    }
  });

  it('never throws, and its page is an address that a browser takes to that very host', () => {
    const piece = fc.constantFrom(
      'git',
      '@',
      ':',
      '/',
      '//',
      '.',
      '..',
      'github.com',
      'a',
      '-x',
      '%2f',
      '%',
      '#',
      '?',
      '\\',
      ' ',
      '[::1]',
      '_git',
      'v3',
      'https://',
      'ssh://',
      'é',
      '\u202E',
      '<',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (address) => {
          const remote = readRemote(address);
          if (!remote) return;
          const url = new URL(remote.web);
          assert.match(url.protocol, /^https?:$/);
          assert.equal(url.hostname, remote.host.startsWith('[') ? url.hostname : remote.host);
          assert.equal(url.username + url.password + url.search + url.hash, '');
          assert.doesNotMatch(remote.web, /[\s<>()"'\\]/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
