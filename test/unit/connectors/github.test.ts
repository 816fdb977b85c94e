/** GitHub's API: what it is sent is what it describes, what it answers is told to a person, and the token stays a secret. */
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { apiOf, findPullRequest, openPullRequest } from '../../../src/connectors/github.ts';
import { BecauseError, type ErrorCode } from '../../../src/core/base/errors.ts';
import { examplePullRequest, exampleRefusal, type GitHubServer, json, openGitHub } from '../../support/githubServer.ts';
import { isError } from '../../support/product.ts';

const TOKEN = 'gho_S3cretS3cretS3cret';
const URL_12 = 'https://github.com/acme/pay/pull/12';

describe('GitHub', () => {
  let github: GitHubServer;
  let all: GitHubServer[];

  async function another(prefix?: string): Promise<GitHubServer> {
    const server = await openGitHub(prefix);
    all.push(server);
    return server;
  }

  beforeEach(async () => {
    all = [];
    github = await another();
  });

  afterEach(() => Promise.all(all.map((server) => server.close())));

  const request = (more = {}) => ({
    api: github.api,
    token: TOKEN,
    owner: 'acme',
    name: 'pay',
    title: 'Wake people',
    body: '## Why\n“Nobody told us.”',
    head: 'feature/PAY-142',
    base: 'main',
    ...more,
  });

  /** Fails as it should, and says nothing of the token, however deep one looks. */
  async function refused(code: ErrorCode, words: RegExp, more = {}): Promise<void> {
    await assert.rejects(openPullRequest(request(more)), (error) => {
      assert.ok(isError(code, words)(error), inspect(error));
      assert.doesNotMatch(inspect(error, { depth: 20, showHidden: true }), /S3cret/);
      return true;
    });
  }

  it('creates a pull request from what it was given, and says where it is', async () => {
    github.answer(json(201, examplePullRequest({ html_url: URL_12, number: 12 })));
    assert.deepEqual(await openPullRequest(request()), { url: URL_12, number: 12 });
    const { title, body, head, base } = request();
    assert.deepEqual(github.received, [
      { method: 'POST', url: '/repos/acme/pay/pulls', token: TOKEN, body: { title, body, head, base } },
    ]);
    await openPullRequest(request({ draft: true, head: 'ada:fix' }));
    assert.deepEqual(github.received[1]?.body, { title, body, head: 'ada:fix', base, draft: true });
  });

  it('is asked below /api/v3 on an Enterprise Server', async () => {
    const enterprise = await another('/api/v3');
    enterprise.answer(json(201, examplePullRequest({ html_url: 'https://git.acme.example/a/b/pull/3', number: 3 })));
    assert.equal((await openPullRequest(request({ api: enterprise.api })))?.number, 3);
  });

  it('has its API where the host has it', () => {
    assert.equal(apiOf('github.com'), 'https://api.github.com');
    assert.equal(apiOf('acme.ghe.com'), 'https://api.acme.ghe.com');
    assert.equal(apiOf('git.acme.example'), 'https://git.acme.example/api/v3');
  });

  it('finds the open pull request of two branches', async () => {
    github.answer(json(200, [examplePullRequest({ html_url: URL_12, number: 12 })]), json(200, []));
    assert.deepEqual(await findPullRequest(request()), { url: URL_12, number: 12 });
    assert.equal(await findPullRequest(request({ head: 'ada:fix' })), undefined);
    assert.deepEqual(
      github.received.map(({ url }) => url),
      [
        '/repos/acme/pay/pulls?head=acme%3Afeature%2FPAY-142&base=main&state=open&per_page=1',
        '/repos/acme/pay/pulls?head=ada%3Afix&base=main&state=open&per_page=1',
      ],
    );
  });

  it('asks to sign in again when it does not know who one is', async () => {
    github.answer(json(401, { message: `Bad credentials ${TOKEN}` }));
    await refused('not-signed-in', /did not accept the sign-in.*Sign in again/);
  });

  it('says how long a limit lasts', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 12 * 60 - 5);
    const limited = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    github.answer(json(403, { message: 'API rate limit exceeded' }, limited));
    await refused('host-refused', /used up.*in 12 minutes/);
    github.answer(json(429, { message: 'API rate limit exceeded' }, limited));
    await refused('host-refused', /used up.*in 12 minutes/);
    github.answer(json(403, { message: 'You have exceeded a secondary rate limit' }, { 'retry-after': '30' }));
    await refused('host-refused', /asks you to wait.*in 30 seconds/);
    github.answer(json(403, { message: 'You have exceeded a secondary rate limit' }));
    await refused('host-refused', /asks you to wait.*in 60 seconds/);
  });

  it('says what the sign-in lacks', async () => {
    const page = 'https://github.com/orgs/acme/sso?authorization_request=A';
    github.answer(json(403, { message: 'Resource protected' }, { 'x-github-sso': `required; url=${page}` }));
    await refused('not-signed-in', /requires single sign-on.*github\.com\/orgs\/acme\/sso/);
    github.answer(
      json(403, { message: 'Resource not accessible by integration' }, { 'x-accepted-oauth-scopes': 'repo' }),
    );
    await refused('host-refused', /is not allowed to create pull requests in acme\/pay.*not accessible.*allow “repo”/);
    github.answer(json(403, { message: 'Repository was archived so is read-only.' }));
    await refused('host-refused', /archived/);
    github.answer(json(404, { message: 'Not Found' }));
    await refused('not-found', /acme\/pay is not on 127.*cannot see it/);
    github.answer(json(410, { message: 'Gone' }));
    await refused('host-refused', /no longer accepts pull requests/);
  });

  it('tells what cannot be processed from each other', async () => {
    const custom = (message: string) => [{ resource: 'PullRequest', code: 'custom', message }];
    const invalid = (field: string) => [{ resource: 'PullRequest', field, code: 'invalid' }];
    github.answer(json(422, exampleRefusal(custom('No commits between main and feature/PAY-142'))));
    await refused('bad-input', /feature\/PAY-142 has no commits that main does not have.*push first/);
    github.answer(json(422, exampleRefusal(invalid('head'))));
    await refused('bad-input', /know the branch feature\/PAY-142.*Push it first/);
    github.answer(json(422, exampleRefusal(invalid('base'))));
    await refused('bad-input', /know the branch main.*Choose another/);
    github.answer(json(422, { message: 'Draft pull requests are not supported in this repository.' }));
    await refused('bad-input', /does not allow draft pull requests/, { draft: true });
    github.answer(json(422, exampleRefusal(custom(`Something else ${TOKEN}`))));
    await refused('bad-input', /It says: Something else …/);
    github.answer(json(422, { message: 'Odd', errors: ['plain words', 7] }));
    await refused('bad-input', /It says: plain words/);
  });

  it('names the pull request there is already, as far as it can be found', async () => {
    const exists = json(
      422,
      exampleRefusal([
        { resource: 'PullRequest', code: 'custom', message: 'A pull request already exists for acme:feature/PAY-142.' },
      ]),
    );
    github.answer(exists, json(200, [examplePullRequest({ html_url: URL_12, number: 12 })]));
    await refused(
      'already-exists',
      /already an open pull request from feature\/PAY-142 to main\. https:\/\/github\.com\/acme\/pay\/pull\/12/,
    );
    github.answer(exists, json(500, {}));
    await refused('already-exists', /already an open.*Link that one/);
  });

  it('is not to blame for what it is not', async () => {
    github.answer(json(502, { message: 'Server Error' }));
    await refused('host-refused', /problem at the moment \(status 502\).*Try again later/);
    github.answer((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to Wi-Fi'));
    await refused('host-refused', /is not GitHub.*proxy/);
    github.answer(json(418, { message: 'Teapot' }));
    await refused('host-refused', /status 418.*It says: Teapot/);
  });

  it('says that it may be done all the same when an answer breaks off', async () => {
    const half = JSON.stringify(examplePullRequest()).slice(0, 900);
    const head = { 'content-type': 'application/json' };
    github.answer((response) => response.writeHead(201, head).end(half));
    await refused('host-refused', /was cut off.*may have worked anyway/);
    github.answer((response) => {
      response.writeHead(201, { ...head, 'content-length': '99999' });
      response.write(half, () => response.destroy());
    });
    await refused('host-refused', /was cut off.*may have worked anyway/);
    github.answer(json(201, { html_url: 'javascript:alert(1)', number: 1 }));
    await refused('host-refused', /does not match GitHub’s API.*may have worked anyway/);
    github.answer((response) => response.writeHead(201, head).end(`"${'x'.repeat(3_000_000)}"`));
    await refused('host-refused', /too large/);
  });

  it('has its time, and no more', async () => {
    github.answer(() => undefined);
    await refused('timed-out', /within 1 seconds.*may have worked anyway/, { timeout: 50 });
    github.answer((response) => response.writeHead(201, { 'content-type': 'application/json' }).write('{'));
    await refused('timed-out', /within 1 seconds/, { timeout: 80 });
  });

  it('is left alone when one cancels, before and while it answers', async () => {
    const cancelled = AbortSignal.abort();
    assert.equal(await openPullRequest(request({ signal: cancelled })), undefined);
    const stop = new AbortController();
    github.answer(() => stop.abort());
    assert.equal(await openPullRequest(request({ signal: stop.signal })), undefined);
    assert.equal(github.received.length, 1);
  });

  it('says so when nobody answers there', async () => {
    const gone = await openGitHub();
    await gone.close();
    await refused('host-refused', /could not be reached \(ECONNREFUSED\).*proxy/, { api: gone.api });
  });

  it('is followed to a renamed repository, on the same host alone', async () => {
    const moved = (status: number, location: string) => json(status, { message: 'Moved' }, { location });
    github.answer(moved(307, '/repos/acme/renamed/pulls'), json(201, examplePullRequest({ number: 12 })));
    assert.equal((await openPullRequest(request()))?.number, 12);
    assert.deepEqual(
      github.received.map(({ method, url }) => `${method} ${url}`),
      ['POST /repos/acme/pay/pulls', 'POST /repos/acme/renamed/pulls'],
    );

    const other = await another();
    other.answer(json(201, examplePullRequest()));
    for (const status of [301, 302, 307, 308]) {
      github.answer(moved(status, `${other.api}/repos/acme/pay/pulls`));
      await refused('host-refused', /another address. Your token was not sent there/);
    }
    assert.deepEqual(other.received, []);

    github.answer(moved(301, '/repos/acme/pay/pulls'));
    await refused('host-refused', /circle/);
    github.answer(moved(301, 'http://'));
    await refused('host-refused', /another address/);
  });

  it('is never told a token without HTTPS, nor asked without one', async () => {
    await refused('bad-input', /does not use HTTPS/, { api: 'http://git.acme.example/api/v3' });
    await refused('not-signed-in', /not signed in/, { token: '' });
    await refused('not-signed-in', /not signed in/, { token: 'S3cret\nX: y' });
    assert.deepEqual(github.received, []);
  });

  it('is not asked what it cannot take', async () => {
    await refused('bad-input', /needs a title/, { title: ' ' });
    await refused('bad-input', /description is longer than the 65536/, { body: 'x'.repeat(65_537) });
    await refused('bad-input', /title is longer than the 256/, { title: 'x'.repeat(257) });
    for (const name of ['..', 'a/b', 'a?b', '']) await refused('bad-input', /not a GitHub repository/, { name });
    assert.deepEqual(github.received, []);
  });

  it('leaves bugs of ours what they are', async () => {
    await assert.rejects(openPullRequest(request({ api: 'no address' })), (error) => !(error instanceof BecauseError));
  });
});
