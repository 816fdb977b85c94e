/** Findings in the editor: where they stand, when they come and when they go. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addFolder } from '../../support/editor.ts';
import { copyFolder } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';
import { openRecords, ours, replace, show, told, untilTold } from './setting.ts';

const initiative = '.because/initiatives/PAY-1.md';

describe('findings in the editor', () => {
  it('stand at their exact places, in CRLF and behind a byte order mark too', async () => {
    const text = '---\r\ntitle: A\r\nproblem: [missed-updates, "missed-update"]\r\n---\r\nText\r\n';
    const folder = await openRecords({
      [initiative]: text,
      '.because/risks/r.md': `\uFEFF---\nkind: x\nproblem: nobody\n---\n`,
    });
    const [unknown] = await untilTold(folder.at(initiative), 'unknown-id');
    assert.deepEqual(
      [unknown?.range.start.line, unknown?.range.start.character, unknown?.range.end.character],
      [2, 26, 41],
    );
    assert.equal(unknown?.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(unknown.message, /Did you mean missed-updates\?/);
    const [marked] = await untilTold(folder.at('.because/risks/r.md'), 'unknown-id');
    const { document } = await show(folder, '.because/risks/r.md');
    assert.equal(document.getText(marked?.range), 'nobody');
  });

  it('follow what is typed, before it is saved, and leave other files alone', async () => {
    const other = '.because/initiatives/PAY-2.md';
    const folder = await openRecords({
      [initiative]: record(['problem: missed-update']),
      [other]: record(['problem: also-unknown']),
    });
    await untilTold(folder.at(initiative), 'unknown-id');
    const [kept] = await untilTold(folder.at(other), 'unknown-id');
    const editor = await show(folder, initiative);
    await replace(editor, 'missed-update', 'missed-updates');
    await untilTold(folder.at(initiative));
    await replace(editor, 'missed-updates', 'missed-updates\nstatus: bilding');
    await untilTold(folder.at(initiative), 'bad-value');
    assert.ok(editor.document.isDirty);
    // Told again, it would be another object. The editor's event is fired by others too, and later than it can be asked.
    assert.equal(ours(folder.at(other))[0], kept);
  });

  it('follow the records they are about', async () => {
    const folder = await openRecords({ [initiative]: record(['problem: late-receipts']) });
    await untilTold(folder.at(initiative), 'unknown-id');
    await folder.write('.because/problems/late-receipts.md', record(['title: Late']));
    await untilTold(folder.at(initiative));
    await folder.write('.because/risks/one.md', record(['id: same', 'problem: late-receipts']));
    await folder.write('.because/risks/two.md', record(['id: same', 'problem: late-receipts']));
    await untilTold(folder.at('.because/risks/one.md'), 'duplicate-id');
    await vscode.workspace.fs.delete(folder.at('.because/risks/two.md'));
    await untilTold(folder.at('.because/risks/one.md'));
  });

  it('keep advice for the files that are open', async () => {
    const folder = await openRecords({ [initiative]: record(['problem: none', 'status: committed']) });
    await untilTold(folder.at(initiative), 'unknown-id');
    await show(folder, initiative);
    await untilTold(folder.at(initiative), 'unknown-id', 'no-evidence');
  });

  it('go away with their folder', async () => {
    const folder = await openRecords({ [initiative]: record(['problem: none']) });
    await untilTold(folder.at(initiative), 'unknown-id');
    const before = vscode.workspace.workspaceFolders?.length ?? 0;
    vscode.workspace.updateWorkspaceFolders(0, before);
    await untilTold(folder.at(initiative));
  });

  it('show what is wrong in the demo, and nothing else', async () => {
    const folder = await addFolder(await copyFolder());
    await vscode.extensions.getExtension('because.because')?.activate();
    await untilTold(folder.at('.because/initiatives/OPS-58.md'), 'unknown-id');
    await untilTold(folder.at('.because/initiatives/PAY-155.md'), 'missing-baseline');
    await untilTold(folder.at('.because/evidence/reason-questions.ev-v7h1n9km.md'), 'bad-value');
    const all = vscode.languages.getDiagnostics().flatMap(([uri]) => ours(uri));
    assert.equal(all.length, 3);
    await show(folder, '.because/initiatives/PAY-161.md');
    await untilTold(folder.at('.because/initiatives/PAY-161.md'), 'no-evidence');
    assert.deepEqual(told(folder.at('.because/initiatives/PAY-142.md')), []);
  });
});
