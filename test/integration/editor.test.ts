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

  it('fails no test for an error of the editor’s own extensions that nobody catches', () => {
    const error = new Error('write EPIPE');
    error.stack = `Error: write EPIPE\n    at Socket.end (node:net:1:1)\n    at ${vscode.env.appRoot}/extensions/git/dist/main.js:1:1`;
    process.emit('uncaughtException', error);
  });
});
