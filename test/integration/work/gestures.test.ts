/** Gestures that are left half-way, made twice at once, or overtaken by what others do meanwhile. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { perform } from '../../../src/actions/action.ts';
import { linkBranch } from '../../../src/actions/linkWork.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { eventually, type OpenFolder } from '../../support/editor.ts';
import { makeFolder } from '../../support/folder.ts';
import { type Boxes, watchBoxes } from './boxes.ts';
import { type Screen, watchScreen } from './screen.ts';
import { call, checkedOut, openWork, repositoryOf } from './setting.ts';

// One group, so that its hooks are not every other file's too.
describe('gestures on work', () => {
  let screen: Screen;
  let boxes: Boxes;

  beforeEach(() => {
    screen = watchScreen();
    boxes = watchBoxes();
  });

  afterEach(async () => {
    screen.restore();
    boxes.restore();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  /** All that a gesture could leave behind: branches, files, the box of the commit message. */
  async function traces(folder: OpenFolder): Promise<readonly unknown[]> {
    return [
      await folder.git('for-each-ref', '--format=%(refname)'),
      await folder.git('status', '--porcelain', '--untracked-files=all'),
      repositoryOf(folder)?.inputBox.value,
      screen.told,
    ];
  }

  const gesture = (name: string, input?: object): Promise<unknown> =>
    Promise.resolve(vscode.commands.executeCommand(`because.${name}`, input));

  describe('turning away', () => {
    const flows: readonly [string, object | undefined, readonly (string | undefined)[]][] = [
      ['startBranch', { initiative: 'PAY-142' }, [undefined, undefined]],
      ['linkBranch', undefined, [undefined, undefined, undefined]],
      ['linkCommit', undefined, [undefined, undefined, undefined]],
      ['linkPullRequest', undefined, ['418', undefined, undefined]],
      ['linkFile', undefined, [undefined, undefined]],
    ];

    for (const [name, input, answers] of flows) {
      it(`leaves nothing half done at any question of ${name}, and offers to go on`, async () => {
        const folder = await openWork();
        await vscode.window.showTextDocument(folder.at('src/send.ts'));
        const before = await traces(folder);
        for (const at of answers.keys()) {
          const ended = gesture(name, input);
          for (const answer of answers.slice(0, at)) await boxes.accept(answer);
          if (name === 'linkPullRequest' && at > 0) assert.equal((await boxes.next()).step, at + 1);
          await boxes.leave();
          assert.equal(await ended, undefined);
          assert.deepEqual(await traces(folder), before);
        }
      });
    }

    it('keeps what was typed for next time', async () => {
      await openWork();
      const left = gesture('linkPullRequest');
      await boxes.accept('#418');
      await boxes.leave();
      await left;
      const again = gesture('linkPullRequest');
      assert.equal((await boxes.next()).value, '#418');
      await boxes.leave();
      await again;
    });
  });

  describe('two gestures at once', () => {
    it('end the older question quietly and answer the newer', async () => {
      const folder = await openWork();
      await folder.git('commit', '--quiet', '--amend', '-m', 'PAY-142: begin');
      const ask = (line: number) =>
        call<readonly string[] | undefined>('explainLine', { uri: folder.at('src/send.ts').toString(), line });
      const [older, newer] = await Promise.all([ask(1), ask(2)]);
      assert.equal(older, undefined);
      assert.match(newer?.[0] ?? '', /^Commit/);
      assert.deepEqual(screen.told, []);
      assert.match((await ask(1))?.[0] ?? '', /^Commit/);
    });

    it('link one branch from two windows, and lose neither', async () => {
      const folder = await openWork();
      const storage = { workspaceState: { get: () => undefined }, globalStorageUri: folder.at('../storage') };
      const other = new Workspace(storage as unknown as vscode.ExtensionContext);
      const there = other.folderOf(folder.uri);
      assert.ok(there);
      await there.because.ready();
      const given = { branch: 'spike', repo: 'github.com/relay/app' };
      await Promise.all([
        call('linkBranch', { ...given, initiative: 'PAY-142' }),
        perform(linkBranch, there.because, { ...given, initiative: 'PAY-777' }),
      ]);
      other.dispose();
      const all = await vscode.workspace.fs.readDirectory(folder.at('.because/links'));
      const texts = await Promise.all(all.map(([name]) => folder.read(`.because/links/${name}`)));
      assert.match(texts.join('\n'), /PAY-142/);
      assert.match(texts.join('\n'), /PAY-777/);
    });
  });

  describe('a record that goes while a question is open', () => {
    it('is missed in words when the branch is linked, and nothing is written', async () => {
      const folder = await openWork();
      const ended = gesture('linkPullRequest');
      await boxes.accept('418');
      await boxes.next();
      await vscode.workspace.fs.delete(folder.at('.because/initiatives/PAY-142.md'));
      await vscode.workspace.fs.delete(folder.at('.because/initiatives/PAY-777.md'));
      await call('refresh');
      await boxes.accept();
      await ended;
      assert.equal(screen.told.length, 1);
      assert.match(screen.told[0]?.words ?? '', /^PAY-\d+ no longer exists\. Choose another one/);
      await assert.rejects(folder.read('.because/links'), /ENOENT/);
    });

    it('is missed in words when a branch is started for it', async () => {
      const folder = await openWork();
      const ended = gesture('startBranch', { initiative: 'PAY-777', base: 'main' });
      await boxes.next();
      await vscode.workspace.fs.delete(folder.at('.because/initiatives/PAY-777.md'));
      await call('refresh');
      await boxes.accept('quiet');
      const outcome = await ended.then(
        () => 'done',
        (error: Error) => error.message,
      );
      assert.match(outcome, /^not-found/);
      assert.equal(await folder.git('branch', '--show-current'), 'main');
      assert.equal(await folder.git('branch', '--list', 'quiet'), '');
    });
  });

  describe('creating a pull request from a branch', () => {
    /** A remote on GitHub whose pushes land in a folder of this machine. */
    async function openPushable(): Promise<{ folder: OpenFolder; bare: Awaited<ReturnType<typeof makeFolder>> }> {
      const folder = await openWork({
        '.github/PULL_REQUEST_TEMPLATE.md': '# Ours\n\n<!-- because:why -->\n<!-- /because:why -->\n\n## Tests\n',
      });
      const bare = await makeFolder();
      await bare.git('init', '--quiet', '--bare');
      await folder.git('config', `url.${bare.path}.insteadOf`, 'git@github.com:relay/app.git');
      // Listed before `origin`, and never meant.
      await folder.git('remote', 'add', 'backup', '/nowhere/backup.git');
      await folder.git('push', '--quiet', 'origin', 'main');
      await folder.git('checkout', '--quiet', '-b', 'PAY-142-x');
      await folder.git('commit', '--quiet', '--allow-empty', '-m', 'Wake people');
      await checkedOut(folder, 'PAY-142-x');
      return { folder, bare };
    }

    it('pushes nothing unasked', async () => {
      const { folder, bare } = await openPushable();
      assert.equal(await gesture('createPullRequest'), undefined);
      assert.deepEqual(screen.told, [{ words: 'PAY-142-x is not on origin yet.', buttons: ['Push'], modal: true }]);
      assert.equal(await bare.git('for-each-ref', '--format=%(refname)'), 'refs/heads/main');
      assert.deepEqual(screen.opened, []);
      assert.equal(await folder.git('branch', '--show-current'), 'PAY-142-x');
      await bare.remove();
    });

    it('pushes where it was agreed to, fills the page from the template, and keeps what was left half-way', async () => {
      const { folder, bare } = await openPushable();
      screen.press('Push');
      const left = gesture('createPullRequest');
      await boxes.accept('My own title');
      await boxes.leave();
      await left;
      assert.match(await bare.git('for-each-ref', '--format=%(refname)'), /refs\/heads\/PAY-142-x/);
      assert.equal(await folder.git('rev-parse', '--abbrev-ref', '@{upstream}'), 'origin/PAY-142-x');
      assert.deepEqual(screen.opened, []);
      const done = gesture('createPullRequest');
      assert.equal((await boxes.next()).value, 'My own title');
      await boxes.accept();
      await boxes.accept();
      await done;
      const url = new URL(screen.opened[0] ?? '');
      assert.equal(url.pathname, '/relay/app/compare/main...PAY-142-x');
      assert.equal(url.searchParams.get('title'), 'My own title');
      assert.match(
        url.searchParams.get('body') ?? '',
        /^# Ours\n\n<!-- because:why -->\n[\s\S]*users miss urgent updates[\s\S]*\n## Tests\n/,
      );
      assert.equal(screen.told.length, 1);
      await bare.remove();
    });

    it('takes a branch that tracks the default branch for one that is not pushed', async () => {
      const { folder, bare } = await openPushable();
      await folder.git('fetch', '--quiet', 'origin');
      await folder.git('branch', '--quiet', '--set-upstream-to=origin/main');
      await gesture('createPullRequest');
      assert.deepEqual(
        screen.told.map(({ words }) => words),
        ['PAY-142-x is not on origin yet.'],
      );
      await bare.remove();
    });
  });

  describe('a commit that no menu tells', () => {
    it('is asked for, among those of the file in front', async () => {
      const folder = await openWork();
      await folder.write('src/other.ts', '1\n');
      await folder.git('add', '--all');
      await folder.git('commit', '--quiet', '-m', 'Elsewhere');
      await vscode.window.showTextDocument(folder.at('src/send.ts'));
      const before = screen.told.length;
      const done = gesture('explainCommit');
      await eventually(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return screen.told.length > before;
      }, 'The commit chosen');
      await done;
      assert.match(screen.told.at(-1)?.words ?? '', /“Begin”/);
    });

    it('is known from an entry of the timeline', async () => {
      const folder = await openWork();
      const ref = await folder.git('rev-parse', 'HEAD');
      class Entry {
        readonly ref = ref;
      }
      await vscode.commands.executeCommand('because.explainCommit', new Entry());
      assert.match(screen.told.at(-1)?.words ?? '', new RegExp(ref.slice(0, 8)));
      const left = Promise.resolve(vscode.commands.executeCommand('because.linkCommit', new Entry()));
      assert.match((await boxes.next()).title ?? '', new RegExp(ref.slice(0, 8)));
      await boxes.leave();
      await left;
    });
  });
});
