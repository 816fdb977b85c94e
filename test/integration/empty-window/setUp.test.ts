/** Setting up where nothing is open. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('setting up with nothing open', () => {
  it('says that a folder is needed', async () => {
    await vscode.extensions.getExtension('because.because')?.activate();
    for (const [command, input] of [
      ['because.setUp', { sample: true }],
      ['because.setUp', { keys: ['PAY'] }],
      ['because.chooseMe', { member: 'ada' }],
    ] as const) {
      const called = Promise.resolve(vscode.commands.executeCommand(command, input));
      await assert.rejects(called, /^Error: no-folder: No folder is open/);
    }
  });
});
