/** Creating pull requests in the real editor, against a GitHub on this machine and the pages of other hosts. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Account, createOnHost, type Draft, openPage } from '../../../src/editor/work/pullRequestDraft.ts';
import type { Folder } from '../../../src/editor/workspace/folder.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { type BlockTold, whyBlock } from '../../../src/questions/whyBlock.ts';
import { eventually, type OpenFolder } from '../../support/editor.ts';
import { examplePullRequest, exampleRefusal, type GitHubServer, json, openGitHub } from '../../support/githubServer.ts';
import { type Screen, watchScreen } from './screen.ts';
import { openWork } from './setting.ts';

const TOKEN = 'gho_S3cretS3cretS3cret';
const PAGE = 'https://github.com/relay/app/pull/12';
const BODY = '## Why\n\n30% of users miss urgent updates.\n';

/** A folder, and the block of its branch. */
interface AtHand {
  readonly folder: Folder;
  readonly block: BlockTold;
}

// One group, so that its hooks are not every other file's too.
describe('a pull request with its why', () => {
  let screen: Screen;
  let workspace: Workspace | undefined;

  beforeEach(() => {
    screen = watchScreen();
  });

  afterEach(() => {
    screen.restore();
    workspace?.dispose();
    workspace = undefined;
  });

  /** The block of PAY-142, as on its branch, whose link chose a problem and a piece of evidence. */
  async function openBlock(): Promise<{ folder: OpenFolder; atHand: AtHand }> {
    const folder = await openWork({
      '.because/links/l1.md': '---\nbranch: urgent\ninitiative: PAY-142\nproblem: missed\nevidence: said\n---\n',
    });
    await folder.git('checkout', '--quiet', '-b', 'urgent');
    const storage = { workspaceState: { get: () => undefined }, globalStorageUri: folder.at('storage') };
    const own = new Workspace(storage as unknown as vscode.ExtensionContext);
    workspace = own;
    await eventually(() => own.git.branchOf(folder.uri) === 'urgent', 'The branch');
    const at = own.folderOf(folder.uri);
    assert.ok(at);
    const block = await at.because.ask(whyBlock, {});
    assert.ok(block);
    return { folder, atHand: { folder: at, block } };
  }

  function draftOf({ folder, block }: AtHand, more: Partial<Draft> = {}): Draft {
    const [remote] = workspace?.git.remotesOf(folder.root) ?? [];
    assert.ok(remote);
    const { initiative, problem, evidence } = block;
    const about = { folder, file: folder.root.fsPath, remote, initiative, problem, evidence };
    return { ...about, source: 'urgent', target: 'main', title: 'Wake people', body: BODY, ...more };
  }

  const links = async (folder: OpenFolder): Promise<readonly string[]> => {
    const all = await vscode.workspace.fs.readDirectory(folder.at('.because/links'));
    const texts = await Promise.all(all.map(([name]) => folder.read(`.because/links/${name}`)));
    return texts.filter((text) => text.includes('\npr: '));
  };

  describe('creating a pull request with the editor’s account', () => {
    let github: GitHubServer;
    let forgotten = 0;
    let expired = 0;

    beforeEach(async () => {
      github = await openGitHub();
      forgotten = 0;
      expired = 0;
    });

    afterEach(() => github.close());

    const account = (more: Partial<Account> = {}): Account => ({
      api: github.api,
      token: async () => TOKEN,
      patience: 10_000,
      ...more,
    });

    const forget = async () => {
      forgotten++;
    };

    const created = () => json(201, examplePullRequest({ html_url: PAGE, number: 12 }));

    it('links it to the initiative, the problem and the evidence, and forgets what was typed', async () => {
      const { folder, atHand } = await openBlock();
      github.answer(created());
      screen.press('Open');
      assert.deepEqual(await createOnHost(draftOf(atHand), account(), forget), { url: PAGE });
      assert.deepEqual(
        github.received.map(({ body }) => body),
        [{ title: 'Wake people', body: BODY, head: 'urgent', base: 'main' }],
      );
      const [text = '', ...more] = await links(folder);
      assert.deepEqual(more, []);
      assert.match(text, /\npr: https:\/\/github\.com\/relay\/app\/pull\/12\nrepo: github\.com\/relay\/app\n/);
      assert.match(text, /\ninitiative: PAY-142\nproblem: missed\nevidence: said\n/);
      assert.equal(forgotten, 1);
      await eventually(() => screen.opened.length > 0, 'The page');
      assert.deepEqual(screen.opened, [PAGE]);
      assert.deepEqual(
        screen.told.map(({ words }) => words),
        ['Pull request #12 was created and linked.'],
      );
    });

    it('names the fork that the branch is on', async () => {
      const { atHand } = await openBlock();
      github.answer(created());
      await createOnHost(draftOf(atHand, { forkOwner: 'ada', source: 'theirs' }), account(), forget);
      assert.equal(github.received[0]?.body?.head, 'ada:theirs');
    });

    it('does not offer to create again what was created and could not be linked', async () => {
      const { folder, atHand } = await openBlock();
      github.answer((response, request) => {
        // While the host is at work, somebody throws the initiative away.
        void vscode.workspace.fs.delete(folder.at('.because/initiatives/PAY-142.md')).then(async () => {
          await eventually(() => atHand.folder.library.initiativeOf('PAY-142') === undefined, 'The record gone');
          created()(response, request);
        });
      });
      assert.deepEqual(await createOnHost(draftOf(atHand), account(), forget), { url: PAGE });
      assert.deepEqual(screen.told, [
        {
          words: 'Pull request #12 was created, but not linked. There is no record with the id PAY-142.',
          buttons: ['Open'],
          modal: false,
        },
      ]);
      assert.equal(github.received.length, 1);
    });

    const half: Parameters<GitHubServer['answer']>[0] = (response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100000' });
      response.write('{"html_url": "https://github.com/rel', () => response.socket?.end());
    };

    const refusals: readonly [string, Parameters<GitHubServer['answer']>[0], RegExp, Partial<Account>?][] = [
      ['401', json(401, { message: 'Bad credentials' }), /did not accept the sign-in\. Sign in again/],
      [
        '403 with a rate limit',
        json(403, { message: 'API rate limit exceeded' }, { 'x-ratelimit-remaining': '0', 'retry-after': '120' }),
        /limit|wait|minutes/i,
      ],
      ['404', json(404, { message: 'Not Found' }), /relay\/app is not on/],
      ['422', json(422, exampleRefusal([{ resource: 'PullRequest', field: 'head', code: 'invalid' }])), /urgent/],
      ['500', json(502, { message: TOKEN }), /has a problem at the moment \(status 502\)\. Try again later/],
      ['half an answer', half, /was cut off\. Check on the host/],
      ['silence', () => undefined, /did not answer within 1 seconds?\. Check on the host/, { patience: 300 }],
    ];

    for (const [what, handler, words, more] of refusals) {
      it(`says once what ${what} means, and keeps title and description`, async () => {
        const { folder, atHand } = await openBlock();
        github.answer(handler);
        screen.press('Copy Description');
        assert.equal(await createOnHost(draftOf(atHand), account(more), forget), undefined);
        await eventually(async () => (await vscode.env.clipboard.readText()) === BODY, 'The description');
        assert.equal(screen.told.length, 1);
        assert.match(screen.told[0]?.words ?? '', words);
        assert.deepEqual(screen.told[0]?.buttons, ['Try Again', 'Open Page', 'Copy Description']);
        assert.doesNotMatch(JSON.stringify(screen.told), /S3cret/);
        assert.equal(forgotten, 0);
        assert.deepEqual(await links(folder), []);
      });
    }

    it('tries again with the very same text, signing in anew', async () => {
      const { atHand } = await openBlock();
      github.answer(json(401, { message: 'Bad credentials' }), json(503, {}), created());
      screen.press('Try Again', 'Try Again');
      await createOnHost(
        draftOf(atHand),
        account({ token: async () => (++expired === 1 ? 'gho_S3cretOld' : TOKEN) }),
        forget,
      );
      await eventually(() => forgotten === 1, 'The third try');
      const bodies = github.received.map(({ body }) => JSON.stringify(body));
      assert.equal(bodies.length, 3);
      assert.equal(new Set(bodies).size, 1);
      assert.deepEqual(
        github.received.map(({ token }) => token),
        ['gho_S3cretOld', TOKEN, TOKEN],
      );
    });

    it('takes the text to the page of the host after a failure', async () => {
      const { atHand } = await openBlock();
      github.answer(json(500, {}));
      screen.press('Open Page');
      await createOnHost(draftOf(atHand), account(), forget);
      await eventually(() => forgotten === 1, 'The page opened');
      const url = new URL(screen.opened[0] ?? '');
      assert.equal(url.pathname, '/relay/app/compare/main...urgent');
      assert.equal(url.searchParams.get('body'), BODY);
    });

    it('links nothing and says nothing where it was called off', async () => {
      const { folder, atHand } = await openBlock();
      const cancelled = new vscode.CancellationTokenSource();
      const { withProgress } = vscode.window;
      const standIn = (_: unknown, work: (progress: unknown, token: vscode.CancellationToken) => unknown) =>
        work(undefined, cancelled.token);
      Object.defineProperty(vscode.window, 'withProgress', { configurable: true, writable: true, value: standIn });
      try {
        github.answer(() => cancelled.cancel());
        assert.equal(await createOnHost(draftOf(atHand), account(), forget), undefined);
      } finally {
        Object.defineProperty(vscode.window, 'withProgress', {
          configurable: true,
          writable: true,
          value: withProgress,
        });
      }
      assert.deepEqual([screen.told, forgotten, await links(folder)], [[], 0, []]);
    });

    it('never shows a link that a host put into its refusal', async () => {
      const { atHand } = await openBlock();
      const message = '[Sign in](command:workbench.action.terminal.new)';
      github.answer(json(409, { message }));
      await createOnHost(draftOf(atHand), account(), forget);
      assert.match(screen.told[0]?.words ?? '', /\[Sign in\] \(command:/);
    });
  });

  describe('the page of a host', () => {
    const hosts: readonly [string, RegExp, boolean][] = [
      ['git@gitlab.com:relay/app.git', /^https:\/\/gitlab\.com\/relay\/app\/-\/merge_requests\/new\?/, false],
      ['git@bitbucket.org:relay/app.git', /^https:\/\/bitbucket\.org\/relay\/app\/pull-requests\/new\?/, true],
      [
        'git@ssh.dev.azure.com:v3/relay/pay/app',
        /^https:\/\/dev\.azure\.com\/relay\/pay\/_git\/app\/pullrequestcreate\?/,
        true,
      ],
      ['https://gitea.com/relay/app.git', /^https:\/\/gitea\.com\/relay\/app\/compare\/main\.\.\.urgent/, true],
    ];

    for (const [address, page, isCopied] of hosts) {
      it(`is opened for ${address}, with what it cannot carry in the clipboard`, async () => {
        const { folder, atHand } = await openBlock();
        await folder.git('remote', 'set-url', 'origin', address);
        const own = workspace;
        await eventually(
          () =>
            own?.git.remotesOf(folder.uri)[0]?.repo.endsWith('app') &&
            !own.git.reposOf(folder.uri)[0]?.startsWith('github'),
          'The remote',
        );
        await vscode.env.clipboard.writeText('before');
        let forgotten = 0;
        await openPage(draftOf(atHand), async () => void forgotten++);
        assert.match(screen.opened[0] ?? '', page);
        assert.equal(await vscode.env.clipboard.readText(), isCopied ? BODY : 'before');
        assert.equal(forgotten, 1);
      });
    }

    it('is not guessed for a host nobody knows: the description is in the clipboard, and kept', async () => {
      const { folder, atHand } = await openBlock();
      await folder.git('remote', 'set-url', 'origin', 'git@git.acme.example:relay/app.git');
      await eventually(() => workspace?.git.remotesOf(folder.uri)[0]?.host === 'git.acme.example', 'The remote');
      const never = async () => assert.fail('It was forgotten.');
      await assert.rejects(
        openPage(draftOf(atHand), never),
        /Because does not know what kind of host git\.acme\.example is/,
      );
      assert.equal(await vscode.env.clipboard.readText(), BODY);
      assert.deepEqual(screen.opened, []);
    });
  });
});
