/** Links in terminals, asked of the provider itself: VS Code has no command that asks for them. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open as openProduct } from '../../../src/because.ts';
import { terminalLinks } from '../../../src/editor/navigation/terminalLinks.ts';
import { Folder } from '../../../src/editor/workspace/folder.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import { eventually } from '../../support/editor.ts';
import { openRecords } from './setting.ts';

async function provider() {
  const opened = await openRecords();
  const because = openProduct({
    files: new NodeFiles(opened.at('.because').fsPath),
    now: () => new Date(),
    email: () => Promise.resolve(undefined),
    chosenMember: () => undefined,
    onError: (error) => assert.fail(String(error)),
  });
  const folder = new Folder(opened.workspaceFolder, opened.at('.because'), because);
  const links = terminalLinks({ active: undefined, folderOf: () => folder });
  const terminal = { creationOptions: { cwd: opened.path } } as vscode.Terminal;
  const none = new vscode.CancellationTokenSource();
  return { links, ask: (line: string, { token } = none) => links.provideTerminalLinks({ line, terminal }, token) };
}

describe('links in a terminal', () => {
  it('stand on known keys and open their records', async () => {
    const { links, ask } = await provider();
    const found = (await ask('a1b2c3 PAY-142: fix (PAY-999)')) ?? [];
    assert.deepEqual(
      found.map(({ startIndex, length, tooltip }) => [startIndex, length, tooltip]),
      [[7, 7, 'Urgent updates reach people']],
    );
    for (const link of found) await links.handleTerminalLink(link);
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('/initiatives/PAY-142.md'));
  });

  it('are none on a line nobody wrote, and when nobody waits any more', async () => {
    const { ask } = await provider();
    assert.deepEqual(await ask(`${'x '.repeat(50_000)}PAY-142`), []);
    const cancelled = new vscode.CancellationTokenSource();
    cancelled.cancel();
    assert.deepEqual(await ask('PAY-142', cancelled), []);
  });
});
