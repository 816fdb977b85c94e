/** Navigation in Restricted Mode: everything that needs no git. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { endOf, linksIn, open, openRecords } from '../navigation/setting.ts';

describe('navigation in Restricted Mode', () => {
  it('links, finds and completes keys as in a trusted folder', async () => {
    const folder = await openRecords({ 'a.txt': 'PAY-142\nurgent upd' });
    assert.equal(vscode.workspace.isTrusted, false);
    const document = await open(folder.at('a.txt'));
    assert.deepEqual(await linksIn(document), ['PAY-142 → PAY-142.md#L2']);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      endOf(document, 'PAY'),
    );
    assert.equal(found.length, 5);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      endOf(document, 'urgent upd'),
    );
    assert.ok(list.items.some(({ insertText }) => insertText === 'PAY-142'));
  });
});
