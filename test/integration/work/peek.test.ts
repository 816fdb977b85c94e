/** The peek of a way that is told in stages, in the real editor. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WhyStep } from '../../../src/core/why/step.ts';
import { Peek, type ShowOptions } from '../../../src/editor/work/peek.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { eventually } from '../../support/editor.ts';
import { openWork } from './setting.ts';

const step = (headline: string): WhyStep => ({ sort: 'commit', name: 'Commit', headline, lines: [] });

const wayWith = (words: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(({ uri, getText, isClosed }) => {
    return uri.scheme === 'because-why' && !isClosed && getText().includes(words);
  });

describe('a way that is told in stages', () => {
  let workspace: Workspace | undefined;
  let peek: Peek | undefined;

  afterEach(async () => {
    await vscode.commands.executeCommand('closeReferenceSearch');
    peek?.dispose();
    workspace?.dispose();
  });

  async function openPeek() {
    const opened = await openWork();
    const storage = { workspaceState: { get: () => undefined }, globalStorageUri: opened.at('storage') };
    const own = new Workspace(storage as unknown as vscode.ExtensionContext);
    const made = new Peek();
    [workspace, peek] = [own, made];
    const folder = await eventually(() => own.folderOf(opened.uri), 'The folder');
    const at = opened.at('src/send.ts');
    await vscode.window.showTextDocument(at);
    return (headline: string, options?: ShowOptions) =>
      made.show(
        { folder, at: new vscode.Location(at, new vscode.Position(0, 0)), title: headline },
        [step(headline)],
        options,
      );
  }

  it('gives its place to what is known later', async () => {
    const show = await openPeek();
    let closed = 0;
    const known = await show('Only this so far', { onDidClose: () => closed++ });
    await eventually(() => wayWith('Only this so far'), 'The first of it');
    await show('And now the rest', { known });
    await eventually(() => wayWith('And now the rest'), 'The rest of it');
    await eventually(() => wayWith('Only this so far') === undefined, 'The first of it gone');
    assert.equal(closed, 0);
  });

  it('is not shown again once it was put away', async () => {
    const show = await openPeek();
    let closed = 0;
    const known = await show('Look at this', { onDidClose: () => closed++ });
    await eventually(() => wayWith('Look at this'), 'The first of it');
    await vscode.commands.executeCommand('closeReferenceSearch');
    await eventually(() => closed === 1, 'Word that it was put away');
    assert.equal(await show('Too late', { known }), known);
    assert.equal(wayWith('Too late'), undefined);
  });
});
