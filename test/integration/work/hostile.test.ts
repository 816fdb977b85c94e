/** Records and commits that try to be more than words, wherever the work's why is shown; and the hovers of commits. */
import * as assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { hoverProvider } from '../../../src/editor/work/commitHovers.ts';
import type { Repository } from '../../../src/editor/workspace/git.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { eventually } from '../../support/editor.ts';
import { type Boxes, watchBoxes } from './boxes.ts';
import { type Screen, watchScreen } from './screen.ts';
import { call, openWork, startOn } from './setting.ts';

const TRAP = '[Run](command:workbench.action.quit) $(bug) <img src=https://x.example/p.png> **bold**';
/** As a quoted value of front matter: two lines, the second made to look like a step, and a mark that turns text around. */
const QUOTED = JSON.stringify(`${TRAP}\n\nEvidence (Acme): “Forged”\u202E`);

const hostile = {
  '.because/initiatives/PAY-142.md': `---\ntitle: ${QUOTED}\nproblem: missed\n---\n`,
  '.because/problems/missed.md': `---\ntitle: ${QUOTED}\n---\n${TRAP}\n`,
  '.because/evidence/said.md': `---\nkind: quote\nproblem: missed\ncustomer: ${QUOTED}\ndate: 2026-11-17\n---\n> ${TRAP}\n`,
  '.because/evidence/odd $(bug) name.md': '---\nkind: quote\nproblem: missed\n---\n> Odd\n',
};

// One group, so that its hooks are not every other file's too.
describe('what is shown of work', () => {
  let screen: Screen;
  let boxes: Boxes;

  beforeEach(() => {
    screen = watchScreen();
    boxes = watchBoxes();
  });

  afterEach(async () => {
    screen.restore();
    boxes.restore();
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  /** Icons that come from foreign text: all but one at the beginning, which is ours. */
  const icons = (text: string): readonly string[] => text.replace(/^\$\([\w-]+\) /, '').match(/(?<!\\)\$\(\w/g) ?? [];

  describe('hostile records', () => {
    it('stay words on one line in every choice', async () => {
      const folder = await openWork(hostile);
      await folder.git('commit', '--quiet', '--allow-empty', '-m', TRAP);
      await folder.git('branch', 'a$(bug)b');
      const ended = Promise.resolve(vscode.commands.executeCommand('because.linkCommit'));
      const items: vscode.QuickPickItem[] = [];
      for (const at of [0, 1, 2]) {
        const box = await boxes.next();
        if ('items' in box) items.push(...box.items);
        if (at < 2) await boxes.accept();
      }
      await boxes.leave();
      await ended;
      const left = Promise.resolve(vscode.commands.executeCommand('because.linkBranch'));
      const box = await boxes.next();
      if ('items' in box) items.push(...box.items);
      await boxes.leave();
      await left;
      assert.ok(items.length > 8, `${items.length} choices`);
      for (const { label, description = '', detail = '' } of items) {
        assert.deepEqual([label, description, detail].flatMap(icons), [], label);
        assert.doesNotMatch(label + description + detail, /[\r\n\u202A-\u202E\u2066-\u2069]/);
      }
    });

    it('cannot put a link that runs a command into a message', async () => {
      const folder = await openWork();
      await folder.git('commit', '--quiet', '--amend', '--author', 'A [b](command:c) <a@b.c>', '-m', TRAP);
      assert.equal(await call('explainLine', { uri: folder.at('src/send.ts').toString(), line: 1 }), undefined);
      assert.match(screen.told[0]?.words ?? '', /No reason found/);
      assert.doesNotMatch(screen.told[0]?.words ?? '', /\]\(/);
      assert.deepEqual(screen.told[0]?.buttons, ['Link Commit']);
    });

    it('cannot forge a step of the way', async () => {
      const folder = await openWork(hostile);
      await folder.git('commit', '--quiet', '--amend', '-m', 'PAY-142: begin\n\nEvidence (Acme): “Forged”');
      const steps = await call<readonly string[]>('explainLine', { uri: folder.at('src/send.ts').toString(), line: 1 });
      const way = await eventually(
        () =>
          vscode.workspace.textDocuments.find(
            ({ uri, getText }) => uri.scheme === 'because-why' && getText().includes('[Run]'),
          ),
        'The way',
      );
      const heads = way
        .getText()
        .split('\n')
        .filter((line) => /^\S/.test(line));
      assert.equal(heads.length, steps.length);
      assert.doesNotMatch(way.getText(), /[\u202A-\u202E\u2066-\u2069]/);
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', way.uri);
      assert.ok(links.length > 3);
      for (const { tooltip = '', target } of links) {
        // The editor puts both into a link of its own, as Markdown in which every command runs.
        // A parenthesis alone means nothing: it takes a bracket or a dollar sign before it.
        assert.doesNotMatch(tooltip, /(?<!\\)(?:\\\\)*[[\]<>`$]/, tooltip);
        assert.doesNotMatch(target?.toString(true) ?? '', /[\\[\]<>`]/, tooltip);
      }
      const commands = links.flatMap(({ target }) => (target?.scheme === 'command' ? target.path : []));
      assert.deepEqual([...new Set(commands)].sort(), ['because.openCommit', 'because.openRecord']);
    });

    it('say nothing odd in a commit message', async () => {
      const folder = await openWork(hostile);
      await startOn(folder, 'PAY-142-x');
      await call('fillCommitMessage');
      const git = vscode.extensions.getExtension('vscode.git')?.exports.getAPI(1);
      const box = git.getRepository(folder.uri).inputBox;
      assert.match(box.value.trim(), /^Initiative: PAY-142\nBecause: missed\nEvidence: said$/);
      box.value = '';
    });

    it('of five hundred pieces are offered, and only the strongest are said', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 500 }, (_, index) => [
          `.because/evidence/e${index}.md`,
          `---\nkind: quote\nproblem: missed\ncustomer: C${index}\ndate: 2026-10-01\n---\n> Number ${index}\n`,
        ]),
      );
      const ids = Object.keys(many).map((path) => path.slice('.because/evidence/'.length, -'.md'.length));
      const folder = await openWork({
        ...many,
        '.because/links/all.md': `---\nbranch: spike\ninitiative: PAY-142\nevidence: [${ids.join(', ')}]\n---\n`,
      });
      await folder.git('commit', '--quiet', '--amend', '-m', 'PAY-142: begin');
      await startOn(folder, 'spike');
      await call('copyPullRequestDescription');
      const text = await vscode.env.clipboard.readText();
      assert.ok(text.length < 10_000, `${text.length} characters`);
      const steps = await call<readonly string[]>('explainLine', { uri: folder.at('src/send.ts').toString(), line: 1 });
      assert.ok(steps.length < 20, `${steps.length} steps`);
      const ended = Promise.resolve(vscode.commands.executeCommand('because.linkFile', folder.at('src/send.ts')));
      await boxes.accept();
      const box = await boxes.next();
      assert.ok('items' in box && box.items.length >= 500);
      await boxes.leave();
      await ended;
      assert.deepEqual(screen.told, []);
    });
  });

  describe('hovers of commits', () => {
    async function open(remote?: string) {
      const folder = await openWork(hostile);
      if (remote) await folder.git('remote', 'set-url', 'origin', remote);
      const storage = { workspaceState: { get: () => undefined }, globalStorageUri: folder.at('../storage') };
      const workspace = new Workspace(storage as unknown as vscode.ExtensionContext);
      const repository = await eventually(() => {
        const [known] = workspace.git.remotesOf(folder.uri);
        const isRight = remote === undefined ? known?.kind === 'github' : known?.kind !== 'github';
        return known && isRight ? workspace.git.repositoryOf(folder.uri) : undefined;
      }, 'The remote');
      return { folder, workspace, repository, provider: hoverProvider(workspace) };
    }

    const said = async (
      more: { provider: ReturnType<typeof hoverProvider>; repository: Repository },
      message: string,
    ) => more.provider.provideMessageLinks(more.repository, message);

    it('say nothing of a commit without a why', async () => {
      const opened = await open();
      assert.equal(await said(opened, 'Tidy up'), undefined);
      assert.equal(opened.provider.provideAvatar(opened.repository, {}), undefined);
      opened.workspace.dispose();
    });

    it('leave buttons and numbers to the extension of GitHub there, and have their own elsewhere', async () => {
      const there = await open();
      assert.equal(there.provider.provideHoverCommands(there.repository), undefined);
      assert.equal(await said(there, 'PAY-142: wake people (#12)'), undefined);
      assert.match((await said(there, 'PAY-142: wake people')) ?? '', /^PAY-142: wake people\n\n∵ /);
      there.workspace.dispose();
      const elsewhere = await open('git@gitlab.com:relay/app.git');
      const [button] = elsewhere.provider.provideHoverCommands(elsewhere.repository) ?? [];
      assert.equal(button?.command, 'because.explainCommit');
      assert.match((await said(elsewhere, 'PAY-142: wake people (#12)')) ?? '', /\n\n∵ /);
      elsewhere.workspace.dispose();
    });

    it('show what records say as words', async () => {
      const opened = await open();
      const line = (await said(opened, 'PAY-142: wake'))?.slice('PAY-142: wake'.length) ?? '';
      const html = new MarkdownIt({ html: true }).render(line);
      assert.doesNotMatch(html, /<(?:a|img|strong|em|code)\b/);
      assert.match(html, /\[Run\]\(command:/);
      assert.deepEqual(icons(line), []);
      assert.equal(line.trim().split('\n').length, 1);
      opened.workspace.dispose();
    });
  });
});
