/** Git as it is found: worktrees, submodules, repositories in repositories, shallow, empty, detached, and files not in any. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rm, symlink, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { addFolder, eventually, type OpenFolder, openFolder } from '../../support/editor.ts';
import { makeFolder } from '../../support/folder.ts';
import { type Screen, watchScreen } from './screen.ts';
import { call, checkedOut, files, openWork, repositoryOf, startOn } from './setting.ts';

// One group, so that its hooks are not every other file's too.
describe('work in repositories as they are', () => {
  let screen: Screen;

  beforeEach(() => {
    screen = watchScreen();
  });

  afterEach(async () => {
    screen.restore();
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  const explain = (uri: vscode.Uri, line = 1) =>
    call<readonly string[] | undefined>('explainLine', { uri: uri.toString(), line });

  const started = () => vscode.extensions.getExtension('because.because')?.activate();

  const known = async (folder: OpenFolder) => {
    await started();
    await vscode.commands.executeCommand('git.openRepository', folder.path);
    await eventually(() => repositoryOf(folder) !== undefined, 'Git knowing the repository');
  };

  /** What every gesture ends with that a person makes without an input: what it told, in words; a flow it opened is left. */
  async function told(command: string, source?: unknown): Promise<readonly string[]> {
    const before = screen.told.length;
    const done = Promise.resolve(vscode.commands.executeCommand(`because.${command}`, source));
    let isDone = false;
    done.then(
      () => {
        isDone = true;
      },
      () => {
        isDone = true;
      },
    );
    await eventually(async () => {
      if (!isDone) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isDone;
    }, `${command} ending`);
    return screen.told.slice(before).map(({ words }) => words);
  }

  /** A way that was shown; those of other tests are still there. */
  const wayWith = (words: RegExp) =>
    eventually(
      () =>
        vscode.workspace.textDocuments.some(
          ({ uri, getText }) => uri.scheme === 'because-why' && words.test(getText()),
        ),
      `A way with ${words}`,
    );

  const GESTURES = [
    'startBranch',
    'linkBranch',
    'linkCommit',
    'linkPullRequest',
    'linkFile',
    'explainLine',
    'explainCommit',
    'explainFile',
    'unlinkedWork',
    'copyPullRequestDescription',
    'insertWhyBlock',
    'createPullRequest',
    'fillCommitMessage',
  ];

  /** Makes every gesture and gives what each told; fails at a bug. */
  async function tellings(source?: unknown): Promise<Readonly<Record<string, string>>> {
    const all: Record<string, string> = {};
    for (const gesture of GESTURES) {
      const words = await told(gesture, source);
      assert.ok(words.length <= 1, `${gesture} told ${words.join(' | ')}`);
      assert.doesNotMatch(words.join(), /Something went wrong|Git failed/, gesture);
      if (words[0] !== undefined) all[gesture] = words[0];
    }
    return all;
  }

  describe('a linked worktree as the folder', () => {
    it('has its own branch, and its lines their why', async () => {
      const main = await makeFolder(files);
      await main.git('init', '--quiet');
      await main.git('add', '--all');
      await main.git('commit', '--quiet', '-m', 'PAY-142: begin');
      const outer = await makeFolder({});
      await main.git('worktree', 'add', '--quiet', '-b', 'PAY-777-x', path.join(outer.path, 'tree'));
      const folder = await addFolder({
        ...outer,
        path: path.join(outer.path, 'tree'),
        remove: () => Promise.all([outer.remove(), main.remove()]).then(() => undefined),
      });
      await known(folder);
      await eventually(() => repositoryOf(folder)?.state.HEAD?.name === 'PAY-777-x', 'The branch of the worktree');
      assert.equal((await explain(folder.at('src/send.ts')))?.[1], 'Initiative');
      await writeFile(folder.at('src/send.ts').fsPath, 'export const other = 1;\nexport const two = 2;\n');
      assert.deepEqual((await explain(folder.at('src/send.ts')))?.slice(0, 2), ['Not committed yet', 'Initiative']);
    });
  });

  describe('repositories in repositories', () => {
    it('answers for a file of a submodule with the submodule’s commits', async () => {
      const library = await makeFolder({ 'lib.ts': 'export const lib = 1;\n' });
      await library.git('init', '--quiet');
      await library.git('add', '--all');
      await library.git('commit', '--quiet', '-m', 'PAY-777: a library');
      const folder = await openWork();
      await folder.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.path, 'vendor/lib');
      await folder.git('commit', '--quiet', '-am', 'PAY-142: take it in');
      const steps = await explain(folder.at('vendor/lib/lib.ts'));
      assert.equal(steps?.[1], 'Initiative');
      await wayWith(/PAY-777: a library/);
      const linked = await call<{ path: string }>('linkFile', { path: 'vendor/lib/lib.ts', initiative: 'PAY-777' });
      assert.match(await folder.read(`.because/${linked.path}`), /\npath: vendor\/lib\/lib\.ts\n/);
      await library.remove();
    });

    it('answers for a nested repository that the editor has not opened', async () => {
      const folder = await openWork({ 'tools/one.ts': 'export const tool = 1;\n' });
      const inner = { cwd: folder.at('tools').fsPath };
      for (const args of [
        ['init', '--quiet'],
        ['add', '--all'],
        ['-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'PAY-777: a tool'],
      ]) {
        execFileSync('git', args, inner);
      }
      await explain(folder.at('tools/one.ts'));
      await wayWith(/PAY-777: a tool/);
    });

    it('keeps two folders apart: each its own branch, records and commit box', async () => {
      const one = await openWork();
      const two = await openWork();
      await two.git('checkout', '--quiet', '-b', 'PAY-777-x');
      await checkedOut(two, 'PAY-777-x');
      await vscode.window.showTextDocument(one.at('src/send.ts'));
      const repository = repositoryOf(two);
      assert.ok(repository);
      // As the menus of the Source Control view do.
      class Provider {
        readonly rootUri = two.uri;
      }
      await vscode.commands.executeCommand('because.fillCommitMessage', new Provider());
      assert.match(repositoryOf(two)?.inputBox.value ?? '', /Initiative: PAY-777/);
      assert.equal(repositoryOf(one)?.inputBox.value, '');
      await vscode.commands.executeCommand('because.copyPullRequestDescription', new Provider());
      assert.match(await vscode.env.clipboard.readText(), /PAY-777/);
    });
  });

  describe('a folder below the root of its repository', () => {
    it('explains, links files from the folder, and names pages from the root', async () => {
      const outer = await makeFolder(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [`packages/app/${name}`, text])),
      );
      await outer.git('init', '--quiet');
      await outer.git('remote', 'add', 'origin', 'git@github.com:relay/mono.git');
      await outer.git('add', '--all');
      await outer.git('commit', '--quiet', '-m', 'PAY-142: begin');
      const folder = await addFolder({ ...outer, path: path.join(outer.path, 'packages/app') });
      await started();
      await vscode.commands.executeCommand('git.openRepository', outer.path);
      await eventually(() => repositoryOf(folder)?.state.HEAD?.commit !== undefined, 'The repository above');
      assert.equal((await explain(folder.at('src/send.ts')))?.[1], 'Initiative');
      const linked = await call<{ path: string }>('linkFile', { path: 'src/send.ts', initiative: 'PAY-777' });
      assert.match(await folder.read(`packages/app/.because/${linked.path}`), /\npath: src\/send\.ts\n/);
      await outer.git('checkout', '--quiet', '-b', 'PAY-142-x');
      await checkedOut(folder, 'PAY-142-x');
      await vscode.commands.executeCommand('because.copyPullRequestDescription');
      assert.match(
        await vscode.env.clipboard.readText(),
        /github\.com\/relay\/mono\/blob\/main\/packages\/app\/\.because\/problems\/missed\.md/,
      );
    });
  });

  describe('a shallow clone', () => {
    it('says that history is cut off, instead of blaming the commit where it ends', async () => {
      const origin = await makeFolder(files);
      await origin.git('init', '--quiet');
      await origin.git('add', '--all');
      await origin.git('commit', '--quiet', '-m', 'PAY-142: begin');
      await origin.git('commit', '--quiet', '--allow-empty', '-m', 'PAY-777: more');
      const outer = await makeFolder({});
      await outer.git('clone', '--quiet', '--depth', '1', `file://${origin.path}`, 'clone');
      const folder = await addFolder({
        ...outer,
        path: path.join(outer.path, 'clone'),
        remove: () => Promise.all([outer.remove(), origin.remove()]).then(() => undefined),
      });
      await known(folder);
      await explain(folder.at('src/send.ts'));
      await wayWith(/shallow/i);
      const { createPullRequest, insertWhyBlock, ...others } = await tellings();
      assert.match(createPullRequest ?? '', /no remote on a host/);
      assert.match(insertWhyBlock ?? '', /can only go into a Markdown file/);
      assert.deepEqual(others, {});
    });
  });

  describe('a repository where something is missing', () => {
    it('tells what to do while nothing is committed', async () => {
      const folder = await openFolder(files);
      await folder.git('init', '--quiet');
      await known(folder);
      await vscode.window.showTextDocument(folder.at('src/send.ts'));
      const all = await tellings();
      assert.match(all.explainLine ?? '', /not committed yet/);
      assert.match(all.explainFile ?? '', /no commit|No commit/);
    });

    it('tells what to do with a detached HEAD', async () => {
      const folder = await openWork();
      await folder.git('checkout', '--quiet', '--detach');
      await checkedOut(folder, undefined);
      await vscode.window.showTextDocument(folder.at('src/send.ts'));
      const all = await tellings();
      assert.match(all.explainLine ?? '', /No reason found/);
    });

    it('tells what to do without a remote', async () => {
      const folder = await openWork();
      await folder.git('remote', 'remove', 'origin');
      await startOn(folder, 'PAY-142-x');
      await vscode.window.showTextDocument(folder.at('src/send.ts'));
      const all = await tellings();
      assert.match(all.createPullRequest ?? '', /no remote on a host\. Because: Copy Pull Request Description/);
    });

    it('finds the default branch under another name', async () => {
      const folder = await openWork();
      await folder.git('branch', '--move', 'main', 'trunk');
      await checkedOut(folder, 'trunk');
      await vscode.window.showTextDocument(folder.at('src/send.ts'));
      const all = await tellings();
      assert.match(all.createPullRequest ?? '', /no branch to merge trunk into/);
    });

    it('tells what to do outside any repository', async () => {
      const folder = await openFolder(files);
      await started();
      await vscode.window.showTextDocument(folder.at('src/send.ts'));
      const all = await tellings();
      for (const gesture of [
        'linkBranch',
        'linkCommit',
        'explainLine',
        'explainCommit',
        'explainFile',
        'unlinkedWork',
      ]) {
        assert.match(
          all[gesture] ?? '',
          /is not in a git repository\. Open a folder of a repository, or run “git init”/,
        );
      }
      for (const gesture of ['createPullRequest', 'fillCommitMessage']) {
        assert.match(all[gesture] ?? '', /no git repository open for workspace\. Open it in the Source Control view/);
      }
    });
  });

  describe('a document that is not the file', () => {
    it('is told from one for every gesture: untitled, an older version, and what nobody knows', async () => {
      const folder = await openWork();
      const untitled = await vscode.workspace.openTextDocument({ content: 'one\ntwo\n', language: 'plaintext' });
      await vscode.window.showTextDocument(untitled);
      const first = await tellings();
      assert.match(first.explainLine ?? '', /Git only works for files on a disk\. Open the file itself/);
      assert.match(first.explainFile ?? '', /Git only works for files on a disk/);
      const file = folder.at('src/send.ts');
      const old = file.with({ scheme: 'git', query: JSON.stringify({ path: file.fsPath, ref: 'HEAD' }) });
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(old));
      const second = await tellings();
      assert.match(second.explainLine ?? '', /Open the file itself/);
      await assert.rejects(explain(vscode.Uri.parse('nowhere://x/y.ts')), /no-git/);
    });

    it('is explained as the editor has it where it is deleted on disk, and refused where nobody has it', async () => {
      const folder = await openWork();
      await folder.git('commit', '--quiet', '--amend', '-m', 'PAY-142: begin');
      await vscode.window.showTextDocument(folder.at('src/send.ts'));
      await rm(folder.at('src/send.ts').fsPath);
      const steps = await explain(folder.at('src/send.ts'));
      assert.equal(steps?.[1], 'Initiative');
      await assert.rejects(explain(folder.at('src/never.ts')), /not-found: never\.ts no longer exists/);
      await assert.rejects(explain(folder.at('src/never/deeper.ts')), /not-found/);
    });

    it('is found through a symbolic link to the folder', async () => {
      const real = await makeFolder(files);
      await real.git('init', '--quiet');
      await real.git('add', '--all');
      await real.git('commit', '--quiet', '-m', 'PAY-142: begin');
      const outer = await makeFolder({});
      await symlink(real.path, path.join(outer.path, 'link'));
      const folder = await addFolder({
        ...outer,
        path: path.join(outer.path, 'link'),
        remove: () => Promise.all([outer.remove(), real.remove()]).then(() => undefined),
      });
      await known(folder);
      assert.equal((await explain(folder.at('src/send.ts')))?.[1], 'Initiative');
    });
  });

  describe('a line in an editor', () => {
    for (const [what, bytes] of [
      ['with a byte order mark', '\uFEFFfirst ü\nsecond\n'],
      ['with Windows line ends', 'first ü\r\nsecond\r\n'],
    ] as const) {
      it(`is the committed one, ${what}, also while another is not saved`, async () => {
        const folder = await openWork({ 'a.txt': bytes });
        await folder.git('commit', '--quiet', '--amend', '-m', 'PAY-142: begin');
        const editor = await vscode.window.showTextDocument(folder.at('a.txt'));
        await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'between\n'));
        assert.match((await explain(folder.at('a.txt'), 1))?.[0] ?? '', /^Commit/);
        assert.match((await explain(folder.at('a.txt'), 3))?.[0] ?? '', /^Commit/);
      });
    }

    it('is the committed one in a file that is not UTF-8, while another is not saved', async () => {
      const folder = await openWork({ '.vscode/settings.json': '{"because.me": "ada", "files.encoding": "iso88591"}' });
      await writeFile(folder.at('old.txt').fsPath, Buffer.from('gr\xfc\xdfe\nsecond\n', 'latin1'));
      await folder.git('add', '--all');
      await folder.git('commit', '--quiet', '--amend', '-m', 'PAY-142: begin');
      const editor = await vscode.window.showTextDocument(folder.at('old.txt'));
      assert.equal(editor.document.lineAt(0).text, 'grüße');
      await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'between\n'));
      assert.match((await explain(folder.at('old.txt'), 1))?.[0] ?? '', /^Commit/);
    });

    it('beyond the end is refused in words', async () => {
      const folder = await openWork();
      await assert.rejects(explain(folder.at('src/send.ts'), 4000), /git-failed: The file has only 2 lines/);
    });

    it('is asked again after another program changed the file', async () => {
      const folder = await openWork();
      await folder.git('commit', '--quiet', '--amend', '-m', 'PAY-142: begin');
      assert.match((await explain(folder.at('src/send.ts')))?.[0] ?? '', /^Commit/);
      await folder.write('src/send.ts', 'export const changed = 1;\nexport const two = 2;\n');
      await explain(folder.at('src/send.ts'));
      assert.match(screen.told.at(-1)?.words ?? '', /not committed yet/);
    });
  });
});
