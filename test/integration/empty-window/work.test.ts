/** Linking work and asking why where nothing is open. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { watchScreen } from '../work/screen.ts';

const WORK = [
  'startBranch',
  'linkBranch',
  'linkCommit',
  'linkPullRequest',
  'linkFile',
  'unlink',
  'explainLine',
  'explainCommit',
  'explainFile',
  'unlinkedWork',
  'copyPullRequestDescription',
  'insertWhyBlock',
  'createPullRequest',
  'fillCommitMessage',
];

describe('work with nothing open', () => {
  it('says of each gesture once what is needed', async () => {
    await vscode.extensions.getExtension('because.because')?.activate();
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'one\n' });
    await vscode.window.showTextDocument(document);
    const screen = watchScreen();
    try {
      for (const name of WORK) {
        const before = screen.told.length;
        await vscode.commands.executeCommand(`because.${name}`);
        const words = screen.told.slice(before).map((told) => told.words);
        assert.deepEqual(words, ['No folder is open. Open a folder, then try again.'], name);
      }
    } finally {
      screen.restore();
    }
  });
});
