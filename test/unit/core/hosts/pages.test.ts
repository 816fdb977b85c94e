/** Pages of hosts: what they are, which of them an address means, and forms that hold what an address can carry. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressLimits, newPullRequestPage } from '../../../../src/core/hosts/newPullRequest.ts';
import { filePage, pullRequestPage, readPullRequest, requestName } from '../../../../src/core/hosts/pages.ts';
import type { Remote } from '../../../../src/core/hosts/remote.ts';
import { readRemote } from '../../../../src/core/hosts/remote.ts';

function remoteOf(address: string): Remote {
  const remote = readRemote(address);
  assert.ok(remote);
  return remote;
}

const github = remoteOf('git@github.com:acme/pay.git');
const gitlab = remoteOf('git@gitlab.com:acme/mobile/pay.git');
const bitbucket = remoteOf('git@bitbucket.org:acme/pay.git');
const server = remoteOf('ssh://git@bitbucket.acme.example:7999/app/pay.git');
const azure = remoteOf('https://dev.azure.com/acme/Mobile%20Apps/_git/pay');
const gitea = remoteOf('https://codeberg.org/acme/pay.git');
const unknown = remoteOf('ssh://git.acme.example/srv/pay.git');
const all = [github, gitlab, bitbucket, server, azure, gitea];

describe('The page of', () => {
  it('a pull request is where each host has it', () => {
    assert.deepEqual(
      all.map((remote) => pullRequestPage(remote, 12)),
      [
        'https://github.com/acme/pay/pull/12',
        'https://gitlab.com/acme/mobile/pay/-/merge_requests/12',
        'https://bitbucket.org/acme/pay/pull-requests/12',
        'https://bitbucket.acme.example/projects/APP/repos/pay/pull-requests/12',
        'https://dev.azure.com/acme/Mobile%20Apps/_git/pay/pullrequest/12',
        'https://codeberg.org/acme/pay/pulls/12',
      ],
    );
    assert.equal(pullRequestPage(unknown, 12), undefined);
  });

  it('a file is where each host has it, with the line', () => {
    const branch = { branch: 'fix/#1 a' };
    assert.deepEqual(
      all.map((remote) => filePage(remote, branch, 'src/a b.ts', 10)),
      [
        'https://github.com/acme/pay/blob/fix/%231%20a/src/a%20b.ts#L10',
        'https://gitlab.com/acme/mobile/pay/-/blob/fix/%231%20a/src/a%20b.ts#L10',
        'https://bitbucket.org/acme/pay/src/fix%2F%231%20a/src/a%20b.ts#lines-10',
        'https://bitbucket.acme.example/projects/APP/repos/pay/browse/src/a%20b.ts?at=refs%2Fheads%2Ffix%2F%231%20a#10',
        'https://dev.azure.com/acme/Mobile%20Apps/_git/pay?path=%2Fsrc%2Fa%20b.ts&version=GBfix%2F%231%20a&line=10&lineEnd=11&lineStartColumn=1&lineEndColumn=1&lineStyle=plain&_a=contents',
        'https://codeberg.org/acme/pay/src/branch/fix/%231%20a/src/a%20b.ts#L10',
      ],
    );
    const commit = { commit: 'a1b2c3d' };
    assert.equal(filePage(gitea, commit, 'a.ts'), 'https://codeberg.org/acme/pay/src/commit/a1b2c3d/a.ts');
    assert.equal(filePage(server, commit, 'a.ts'), `${server.web}/browse/a.ts?at=a1b2c3d`);
    assert.match(filePage(azure, commit, 'a.ts') ?? '', /version=GCa1b2c3d&_a=contents$/);
    assert.equal(filePage(github, commit, 'a.md', 3), 'https://github.com/acme/pay/blob/a1b2c3d/a.md?plain=1#L3');
    assert.equal(filePage(unknown, commit, 'a.ts'), undefined);
  });
});

describe('The form for a new pull request', () => {
  const request = { source: 'feature/PAY-142', target: 'main', title: 'Wake & tell', body: 'Why:\n- (a)' };
  const page = (remote: Remote, more = {}) => newPullRequestPage(remote, { ...request, ...more });

  it('holds everything on GitHub, GitLab and Bitbucket Server', () => {
    assert.deepEqual(page(github), {
      url: 'https://github.com/acme/pay/compare/main...feature/PAY-142?quick_pull=1&title=Wake%20%26%20tell&body=Why%3A%0A-%20%28a%29',
      carries: 'everything',
    });
    assert.deepEqual(page(gitlab), {
      url: 'https://gitlab.com/acme/mobile/pay/-/merge_requests/new?merge_request%5Bsource_branch%5D=feature%2FPAY-142&merge_request%5Btarget_branch%5D=main&merge_request%5Btitle%5D=Wake%20%26%20tell&merge_request%5Bdescription%5D=Why%3A%0A-%20%28a%29',
      carries: 'everything',
    });
    assert.deepEqual(page(server), {
      url: `${server.web}/pull-requests?create&sourceBranch=refs%2Fheads%2Ffeature%2FPAY-142&targetBranch=refs%2Fheads%2Fmain&title=Wake%20%26%20tell&description=Why%3A%0A-%20%28a%29`,
      carries: 'everything',
    });
  });

  it('holds the branches on Bitbucket and Azure DevOps, and what it may on Gitea', () => {
    assert.deepEqual(page(bitbucket), {
      url: 'https://bitbucket.org/acme/pay/pull-requests/new?source=feature%2FPAY-142&dest=main',
      carries: 'nothing',
    });
    assert.deepEqual(page(azure), {
      url: `${azure.web}/pullrequestcreate?sourceRef=feature%2FPAY-142&targetRef=main`,
      carries: 'nothing',
    });
    assert.match(page(gitea)?.url ?? '', /\/compare\/main\.\.\.feature\/PAY-142\?quick_pull=1&title=Wake/);
    assert.equal(page(gitea)?.carries, 'nothing');
    assert.equal(page(unknown), undefined);
  });

  it('names the fork a branch is on', () => {
    assert.match(page(github, { forkOwner: 'ada' })?.url ?? '', /compare\/main\.\.\.ada:feature\/PAY-142\?/);
  });

  it('leaves out what would make the address too long, and says so', () => {
    const long = 'é'.repeat(2000);
    assert.equal(page(github, { body: long })?.carries, 'title');
    assert.equal(page(github, { title: long })?.carries, 'nothing');
    assert.equal(page(github, { body: 'x'.repeat(3000) })?.carries, 'everything');
    assert.equal(page(github, { body: 'x'.repeat(3000), limit: addressLimits.windows })?.carries, 'title');
  });

  it('is an address whose fields are what was asked for, whatever the branches and words', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('a&b=c#d', '?x', '../..', '%2e', '\r\n', '\uD800'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), word, word, word, word, (remote, source, target, title, body) => {
        const made = newPullRequestPage(remote, { source, target, title, body });
        assert.ok(made && made.url.length <= addressLimits.browser);
        assert.doesNotMatch(made.url, /[\s<>()"'\\]/);
        const url = new URL(made.url);
        assert.equal(url.origin, new URL(remote.web).origin);
        if (made.carries !== 'everything') return;
        const fields = [...url.searchParams];
        assert.deepEqual(
          fields.slice(-2).map(([, value]) => value),
          [title.toWellFormed(), body.toWellFormed()],
        );
      }),
    );
  });
});

describe('The address of a pull request', () => {
  const repos = [
    ['github.com/acme/pay', 'https://github.com/acme/pay/pull/12'],
    ['github.acme.example/acme/pay', 'https://github.acme.example/acme/pay/pull/12'],
    ['gitlab.com/acme/mobile/pay', 'https://gitlab.com/acme/mobile/pay/-/merge_requests/12'],
    ['bitbucket.org/acme/pay', 'https://bitbucket.org/acme/pay/pull-requests/12'],
    ['code.example/app/pay', 'https://code.example/projects/APP/repos/pay/pull-requests/12'],
    ['code.example/~ada/pay', 'https://code.example/users/ada/repos/pay/pull-requests/12'],
    ['dev.azure.com/acme/mobile apps/pay', 'https://dev.azure.com/acme/Mobile%20Apps/_git/pay/pullrequest/12'],
    ['tfs.example/tfs/main/app/pay', 'https://tfs.example/tfs/Main/App/_git/pay/pullrequest/12'],
    ['codeberg.org/acme/pay', 'https://codeberg.org/acme/pay/pulls/12'],
    ['git.acme.example/acme/pay', 'https://git.acme.example/acme/pay/pulls/12'],
    ['git.acme.example/a/b/pay', 'https://git.acme.example/a/b/pay/-/merge_requests/12'],
  ] as const;

  it('is read on every host, whatever follows it', () => {
    for (const [repo, url] of repos) {
      for (const tail of ['', '/', '/files', '/diff#x', '?_a=files', '#issuecomment-1', '/overview?a=b#c']) {
        assert.deepEqual(readPullRequest(` ${url}${tail}\n`), { repo, number: 12, url }, url + tail);
      }
    }
  });

  it('is read in the forms that hosts had before', () => {
    assert.equal(
      readPullRequest('https://gitlab.com/acme/pay/merge_requests/3')?.url,
      'https://gitlab.com/acme/pay/-/merge_requests/3',
    );
    // Nobody but GitLab puts a dash before it.
    assert.equal(readPullRequest('https://github.com/acme/pay/-/pull/3'), undefined);
    assert.deepEqual(readPullRequest('https://acme.visualstudio.com/Pay/_git/core/pullrequest/3'), {
      repo: 'dev.azure.com/acme/pay/core',
      number: 3,
      url: 'https://dev.azure.com/acme/Pay/_git/core/pullrequest/3',
    });
  });

  it('is a number on the remote, alone or with the name of another repository', () => {
    for (const text of ['12', '#12', '!12', ' #12 ']) {
      assert.equal(readPullRequest(text, github)?.url, 'https://github.com/acme/pay/pull/12', text);
    }
    assert.equal(readPullRequest('acme/core#12', github)?.repo, 'github.com/acme/core');
    assert.equal(readPullRequest('a/b/c!12', gitlab)?.url, 'https://gitlab.com/a/b/c/-/merge_requests/12');
    assert.equal(readPullRequest('#12'), undefined);
    assert.equal(readPullRequest('#12', unknown), undefined);
  });

  it('is told by the person where neither the name nor the address tells', () => {
    const hosts = { 'git.acme.example': 'gitea' } as const;
    assert.equal(
      readPullRequest('https://git.acme.example/a/b/pulls/3', undefined, hosts)?.url,
      'https://git.acme.example/a/b/pulls/3',
    );
    const known = readRemote('git@git.acme.example:a/b.git', { 'git.acme.example': 'gitlab' });
    assert.equal(readPullRequest('!3', known)?.url, 'https://git.acme.example/a/b/-/merge_requests/3');
  });

  it('is none where it is something else', () => {
    for (const text of [
      '',
      '#',
      '0',
      '#0',
      '99999999999',
      '1.5',
      'PAY-142',
      'acme#12',
      '../..#12',
      'https://github.com/acme/pay',
      'https://github.com/acme/pay/issues/12',
      'https://github.com/acme/pay/pull/x',
      'https://github.com/acme/pay/pull/12x',
      'https://github.com/pull/12',
      'ftp://github.com/acme/pay/pull/12',
      'javascript://github.com/acme/pay/pull/12',
      'https://github.com/acme/pay?x=/pull/12',
      'https://github.com/acme/pay/pull/12\nx',
    ]) {
      assert.equal(readPullRequest(text, github), undefined, text);
    }
  });

  it('leads to the host that would be asked, without what was smuggled into it', () => {
    assert.deepEqual(readPullRequest('https://github.com@evil.example/acme/pay/pull/12'), {
      repo: 'evil.example/acme/pay',
      number: 12,
      url: 'https://evil.example/acme/pay/pull/12',
    });
    assert.equal(
      readPullRequest('https://ada:s3cret@github.com/acme/pay/pull/12?token=x')?.url,
      'https://github.com/acme/pay/pull/12',
    );
  });

  it('is called what the host calls it', () => {
    assert.equal(requestName('gitlab'), 'merge request');
    assert.equal(requestName('github'), 'pull request');
  });
});
