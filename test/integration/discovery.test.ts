/** Discovery as other code calls it, in the real extension host: the brief, the calendar, the sheet for notes. */
import * as assert from 'node:assert/strict';
import ICAL from 'ical.js';
import * as vscode from 'vscode';
import { eventually, openFolder } from '../support/editor.ts';

const files = {
  '.because/because.yml': 'team:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\n',
  '.because/problems/audit.md': '---\n---\nShowing an auditor one warning takes 5 days.\n',
  '.because/sessions/s.md':
    '---\nkind: interview\nat: 2099-12-02T13:30Z\nproblem: audit\ncustomer: Tern Bank\n---\nHow was the last audit?\n',
  '.because/sessions/t.md': '---\nkind: field-visit\nat: 2099-12-03T13:30Z\nproblem: audit\n---\n',
};

const call = async (command: string, ...args: unknown[]): Promise<unknown> =>
  vscode.commands.executeCommand<unknown>(command, ...args);

const summaries = (text: string): unknown[] =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => event.getFirstPropertyValue('summary'));

const inFront = () => vscode.window.activeTextEditor?.document;

describe('discovery', () => {
  it('writes one session, or all that are to come, as a calendar', async () => {
    const folder = await openFolder(files);
    const to = folder.at('sessions.ics').toString();
    assert.deepEqual(await call('because.exportSessions', { to }), { sessions: ['s', 't'] });
    assert.deepEqual(summaries(await folder.read('sessions.ics')), ['Interview with Tern Bank', 'Field visit']);
    assert.deepEqual(await call('because.exportSessions', { session: 't', to }), { sessions: ['t'] });
    assert.deepEqual(summaries(await folder.read('sessions.ics')), ['Field visit']);
    await assert.rejects(call('because.exportSessions', { session: 'none', to }), /not-found/);
  });

  it('copies the brief of a session, and shows it as it is now', async () => {
    const folder = await openFolder(files);
    assert.deepEqual(await call('because.copyBrief', { session: 's' }), { session: 's' });
    assert.match(await vscode.env.clipboard.readText(), /^# Brief: Interview with Tern Bank\n/);
    await call('because.readBrief', { session: 's' });
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    await eventually(() => tab()?.label.includes('Brief: Interview with Tern Bank'), 'The preview');
    const brief = () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path.includes('Brief: Interview'))?.getText();
    await eventually(() => brief()?.includes('How was the last audit?'), 'The brief');
    await folder.write('.because/sessions/s.md', files['.because/sessions/s.md'].replace('audit?', 'tender?'));
    await eventually(() => brief()?.includes('How was the last tender?'), 'The brief with what changed');
  });

  it('opens one sheet for the notes of a session, however often it is asked for', async () => {
    await openFolder(files);
    await call('because.takeNotes', { session: 's' });
    const sheet = inFront();
    assert.match(sheet?.getText() ?? '', /^# Interview with Tern Bank\n/);
    assert.equal(sheet?.isUntitled, true);
    await call('because.takeNotes', { session: 't' });
    assert.match(inFront()?.getText() ?? '', /^# Field visit\n/);
    await call('because.takeNotes', { session: 's' });
    assert.equal(inFront(), sheet);
    for (const document of [sheet, inFront()]) {
      if (!document) continue;
      await vscode.window.showTextDocument(document);
      await call('workbench.action.revertAndCloseActiveEditor');
    }
    await assert.rejects(call('because.takeNotes', { session: 'none' }), /not-found/);
  });

  it('turns notes into evidence without a question where all is said', async () => {
    const folder = await openFolder(files);
    await call('because.chooseMe', { member: 'ada' });
    const done = (await call('because.captureSession', {
      session: 's',
      notes: '“He asked how I knew.” — Viktor\nTwo people, three days',
    })) as { evidence: { path: string }[] };
    assert.equal(done.evidence.length, 2);
    assert.match(await folder.read(`.because/${done.evidence[0]?.path}`), /\n> He asked how I knew\.\n\n— Viktor\n$/);
    assert.match(await folder.read('.because/sessions/s.md'), /status: done\n[\s\S]*Summary by Ada Lovelace/);
  });
});
