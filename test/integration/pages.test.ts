/** What commands do with the page in front. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openFolder } from '../support/editor.ts';
import { record } from '../support/sources.ts';

const call = (name: string, input: object): Promise<unknown> =>
  Promise.resolve(vscode.commands.executeCommand(`because.${name}`, input));

const inFront = (): string | undefined => vscode.window.tabGroups.activeTabGroup.activeTab?.label;

describe('the page in front', () => {
  it('is copied as Markdown', async () => {
    const folder = await openFolder(
      { '.because/initiatives/PAY-1.md': record(['title: Urgent updates'], 'Nobody waits.\n') },
      'one',
    );
    await call('openWhy', { id: 'PAY-1', folder: folder.uri.toString() });
    await eventually(() => inFront() === 'Why: one', 'The why page');
    await eventually(async () => {
      await call('copyPage', {});
      return /^# PAY-1[^\n]*Urgent updates\n[\s\S]*Nobody waits\./.test(await vscode.env.clipboard.readText());
    }, 'The page as Markdown');
    await call('prioritizationGuide', { folder: folder.uri.toString() });
    await eventually(() => inFront()?.startsWith('Prioritization'), 'The guide');
    await eventually(async () => {
      await call('copyPage', {});
      return (await vscode.env.clipboard.readText()).includes('450 × 3 × 100% ÷ 2');
    }, 'The guide as Markdown');
  });

  it('is missed where there is none, with what to do next', async () => {
    await openFolder({ '.because/initiatives/PAY-1.md': record(['title: Urgent updates']) });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await assert.rejects(call('copyPage', {}), /not-found: The active tab is not a page that can be copied/);
  });
});
