/** The window of tests in Restricted Mode. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFolder } from '../../support/editor.ts';

describe('a window in Restricted Mode', () => {
  it('trusts no folder', async () => {
    await openFolder({ 'notes.md': '' });
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('runs the extension all the same', () => {
    assert.ok(vscode.extensions.getExtension('because.because'));
  });
});
