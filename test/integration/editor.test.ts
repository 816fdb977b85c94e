/** The window every integration test runs in: nothing open, the product's own folder added per test. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFolder } from '../support/editor.ts';

describe('a window', () => {
  for (const round of ['first', 'second']) {
    it(`opens a folder of the ${round} test alone`, async () => {
      const folder = await openFolder({ 'notes.md': `the ${round} note` });
      assert.deepEqual(
        vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath),
        [folder.path],
      );
      const document = await vscode.workspace.openTextDocument(folder.at('notes.md'));
      assert.equal(document.getText(), `the ${round} note`);
    });
  }

  it('is trusted', () => assert.equal(vscode.workspace.isTrusted, true));
});
