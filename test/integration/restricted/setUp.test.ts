/** Setting up in Restricted Mode: git is left alone, and the person is told. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readHistory, whyUnknown } from '../../../src/editor/ask/history.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { openFolder } from '../../support/editor.ts';

describe('setting up in Restricted Mode', () => {
  it('writes because.yml and the sprint all the same', async () => {
    const folder = await openFolder();
    await vscode.extensions.getExtension('because.because')?.activate();
    const sprint = { id: '2026-48', starts: '2026-11-23', ends: '2026-12-06' };
    assert.deepEqual(await vscode.commands.executeCommand('because.setUp', { sprint }), {
      id: '2026-48',
      path: 'sprints/2026-48.md',
    });
    assert.match(await folder.read('.because/because.yml'), /^# Who works here/);
  });

  it('runs no git, and says why nobody is offered', async () => {
    const folder = await openFolder();
    await folder.git('init', '--quiet');
    await folder.git('commit', '--quiet', '--allow-empty', '-m', 'PAY-1 PAY-2');
    const storage = { workspaceState: { get: () => undefined }, globalStorageUri: folder.at('storage') };
    const workspace = new Workspace(storage as unknown as vscode.ExtensionContext);
    const opened = workspace.folderOf(folder.uri);
    assert.ok(opened);
    const history = await readHistory(workspace, opened, new AbortController().signal);
    const named = { keys: [], commits: 0, branches: 0 };
    assert.deepEqual(history, { authors: [], me: undefined, lately: [], prefixes: [], named });
    assert.equal(whyUnknown(workspace, opened), 'Git is off in Restricted Mode.');
    workspace.dispose();
  });
});
