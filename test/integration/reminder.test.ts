/** The daily reminder: off unless somebody asks for it, told once a day, and it leads to what waits. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { reminder } from '../../src/editor/sidebar/reminder.ts';
import { ShownFolder } from '../../src/editor/sidebar/shown.ts';
import { eventually, openFolder } from '../support/editor.ts';
import { record } from '../support/sources.ts';
import { ownWorkspace } from './ownWorkspace.ts';
import { replace } from './work/screen.ts';

const files = {
  '.because/because.yml': 'team:\n  members:\n    - {id: ada, name: Ada}\n    - {id: grace, name: Grace, role: pm}\n',
  '.because/initiatives/PAY-1.md': record(['title: One', 'owner: grace']),
  '.because/questions/q.md': record(['initiative: PAY-1', 'by: ada', 'created: 2026-11-23T13:00Z'], 'Who may?\n'),
};

/** A memory that only this test has. */
function memory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, usual?: unknown) => kept.get(key) ?? usual,
    update: (key: string, value: unknown) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  } as vscode.Memento;
}

describe('the daily reminder', () => {
  const settings = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('because').update(name, value, vscode.ConfigurationTarget.Global);
  const told: string[] = [];
  let restore: () => void;

  before(() => {
    restore = replace(vscode.window, 'showInformationMessage', async (message: string) => {
      told.push(message);
      return undefined;
    });
  });

  after(async () => {
    restore();
    await settings('dailyReminder', undefined);
    await settings('me', undefined);
  });

  it('says nothing until somebody asks for it, then once how much waits', async () => {
    await settings('me', 'grace');
    const workspace = ownWorkspace(await openFolder(files));
    await vscode.extensions.getExtension('because.because')?.activate();
    const shown = new ShownFolder(workspace);
    await workspace.ready();
    await eventually(() => shown.folder?.me === 'grace', 'Who works here');
    assert.deepEqual(told, []);
    await settings('dailyReminder', true);
    await eventually(() => told.length > 0, 'The reminder of the product');
    // Looked at again on the same day, it says nothing; who was not reminded yet is.
    await settings('dailyReminder', false);
    await settings('dailyReminder', true);
    const other = memory();
    const another = reminder(shown, other);
    await eventually(() => told.length > 1, 'The reminder of who was not reminded yet');
    assert.deepEqual(told, ['1 thing is waiting for you.', '1 thing is waiting for you.']);
    assert.equal(other.keys().length, 1);
    for (const each of [another, shown, workspace]) each.dispose();
  });
});
