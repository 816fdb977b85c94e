/** The window of tests without any folder. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window with nothing open', () => {
  it('has no folder', () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
  });

  it('runs the extension all the same', () => {
    assert.ok(vscode.extensions.getExtension('because.because'));
  });
});
