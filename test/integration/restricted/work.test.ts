/** Linking work and asking why in Restricted Mode: what needs git says so and runs nothing; what does not goes on. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CurrentLine } from '../../../src/editor/inlay/currentLine.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { eventually, openFolder } from '../../support/editor.ts';
import { type Boxes, watchBoxes } from '../work/boxes.ts';
import { replace, type Screen, watchScreen } from '../work/screen.ts';
import { call, files } from '../work/setting.ts';

const OFF = 'Git is off in Restricted Mode. Trust the workspace to use it.';

describe('work in Restricted Mode', () => {
  let screen: Screen;
  let boxes: Boxes;
  let started: string[];
  let restore: () => void;

  beforeEach(() => {
    screen = watchScreen();
    boxes = watchBoxes();
    started = [];
    const programs = process.getBuiltinModule('node:child_process');
    const { spawn } = programs;
    restore = replace(programs, 'spawn', (...args: Parameters<typeof spawn>) => {
      started.push(args[0]);
      return spawn(...args);
    });
  });

  afterEach(() => {
    restore();
    boxes.restore();
    screen.restore();
  });

  async function open() {
    const folder = await openFolder(files);
    await folder.git('init', '--quiet');
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'PAY-142: begin');
    await vscode.extensions.getExtension('because.because')?.activate();
    assert.equal(vscode.workspace.isTrusted, false);
    started.length = 0;
    return folder;
  }

  it('shows what a key says behind its line, and asks git about no other', async () => {
    const folder = await open();
    await folder.write('src/keyed.ts', '// PAY-142: first\nexport const one = 1;\n\nexport const two = 2;\n');
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'PAY-142: keyed');
    started.length = 0;
    const storage = { workspaceState: { get: () => undefined }, globalStorageUri: folder.at('storage') };
    const own = new Workspace(storage as unknown as vscode.ExtensionContext);
    await own.folderOf(folder.uri)?.because.ready();
    const shown: (string | undefined)[] = [];
    const note = { show: (_: unknown, words: string | undefined) => shown.push(words), dispose: () => undefined };
    const inlay = new CurrentLine(own, note);
    try {
      const editor = await vscode.window.showTextDocument(folder.at('src/keyed.ts'));
      await eventually(() => shown.at(-1) === '∵ Missed updates · PAY-142', 'The key’s why');
      editor.selection = new vscode.Selection(3, 0, 3, 0);
      await eventually(() => shown.at(-1) === undefined, 'No why on the other line');
      assert.deepEqual(started, []);
    } finally {
      inlay.dispose();
      own.dispose();
    }
  });

  it('says of each gesture that needs git what is missing, once, and runs nothing', async () => {
    const folder = await open();
    const commit = await folder.git('rev-parse', 'HEAD');
    const uri = folder.at('src/send.ts').toString();
    await vscode.window.showTextDocument(folder.at('src/send.ts'));
    started.length = 0;
    for (const [name, input] of [
      ['startBranch', { initiative: 'PAY-142' }],
      ['explainLine', { uri, line: 1 }],
      ['explainCommit', { commit }],
      ['openCommit', { commit }],
      ['explainFile', { uri }],
      ['unlinkedWork', {}],
      ['createPullRequest', {}],
      ['fillCommitMessage', {}],
    ] as const) {
      await assert.rejects(call(name, input), /^Error: untrusted: Git is off in Restricted Mode/, name);
    }
    for (const name of ['explainLine', 'explainFile', 'explainCommit', 'unlinkedWork', 'linkBranch', 'linkCommit']) {
      const before = screen.told.length;
      await vscode.commands.executeCommand(`because.${name}`);
      assert.deepEqual(
        screen.told.slice(before).map(({ words }) => words),
        [OFF],
        name,
      );
    }
    assert.deepEqual(started, []);
  });

  it('links by name, address and path all the same, and copies the why', async () => {
    const folder = await open();
    await call('linkBranch', { branch: 'spike', initiative: 'PAY-142' });
    await call('linkPullRequest', { pr: 'https://github.com/relay/app/pull/4', initiative: 'PAY-142' });
    await call('linkFile', { path: 'src/send.ts', initiative: 'PAY-142' });
    assert.equal((await vscode.workspace.fs.readDirectory(folder.at('.because/links'))).length, 3);
    assert.deepEqual(started, []);
  });
});
