/** Quick fixes, taken in the real editor: the text afterwards, to the byte. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OpenFolder } from '../../support/editor.ts';
import { record } from '../../support/sources.ts';
import { openRecords, replace, show, untilTold } from './setting.ts';

const initiative = '.because/initiatives/PAY-1.md';

async function fixesAt(editor: vscode.TextEditor, code: string): Promise<vscode.CodeAction[]> {
  const { uri } = editor.document;
  const [finding] = vscode.languages.getDiagnostics(uri).filter((one) => one.code === code);
  assert.ok(finding, `${code} is not told`);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** Opens a record that has the finding, takes the fix with the title, and gives the text. */
async function mended(folder: OpenFolder, path: string, code: string, title: RegExp): Promise<string> {
  const editor = await show(folder, path);
  const fix = (await fixesAt(editor, code)).find((one) => title.test(one.title));
  assert.ok(fix?.edit, `${title} is not offered`);
  await vscode.workspace.applyEdit(fix.edit);
  return editor.document.getText();
}

describe('quick fixes', () => {
  it('replace an unknown id and keep every other byte, in CRLF too', async () => {
    const text = '---\r\ntitle:   \'A\' # first\r\nproblem: [ "missed-update" , x ]  \r\n---\r\nText\r\n';
    const folder = await openRecords({ [initiative]: text, '.because/problems/x.md': record(['title: X']) });
    await untilTold(folder.at(initiative), 'unknown-id');
    const next = await mended(folder, initiative, 'unknown-id', /missed-updates/);
    assert.equal(next, text.replace('missed-update', 'missed-updates'));
  });

  it('are preferred where there is one clear way, and change a text that is not saved', async () => {
    const folder = await openRecords({ [initiative]: record(['title: A']) });
    const editor = await show(folder, initiative);
    await replace(editor, 'title: A', 'title: A\nstatus: bilding');
    await untilTold(folder.at(initiative), 'bad-value');
    const [fix] = await fixesAt(editor, 'bad-value');
    assert.equal(fix?.isPreferred, true);
    await vscode.workspace.applyEdit(fix.edit ?? assert.fail());
    assert.equal(editor.document.getText(), record(['title: A', 'status: building']));
    await untilTold(folder.at(initiative), 'no-evidence');
  });

  it('write a missing baseline where it belongs', async () => {
    const folder = await openRecords({
      [initiative]: record(['outcome:', '  metric: People who read it', '  target: 9']),
    });
    await untilTold(folder.at(initiative), 'missing-baseline');
    assert.equal(
      await mended(folder, initiative, 'missing-baseline', /baseline/),
      record(['outcome:', '  metric: People who read it', '  target: 9', '  baseline: ']),
    );
  });

  it('write a missing baseline between braces', async () => {
    const folder = await openRecords({ [initiative]: record(['outcome: {metric: People who read it, target: 9}']) });
    await untilTold(folder.at(initiative), 'missing-baseline');
    assert.equal(
      await mended(folder, initiative, 'missing-baseline', /baseline/),
      record(['outcome: {metric: People who read it, target: 9, baseline: }']),
    );
  });

  it('dismiss advice in the record itself', async () => {
    const folder = await openRecords({ [initiative]: record(['outcome: {metric: People who read it, target: 9}']) });
    await untilTold(folder.at(initiative), 'missing-baseline');
    assert.equal(
      await mended(folder, initiative, 'missing-baseline', /Dismiss/),
      record(['outcome: {metric: People who read it, target: 9}', 'dismissed: {missing-baseline: }']),
    );
    await untilTold(folder.at(initiative));
  });

  it('rename a mistyped field', async () => {
    const folder = await openRecords({ [initiative]: record(['appetit: 2 weeks # about']) });
    await show(folder, initiative);
    await untilTold(folder.at(initiative), 'unknown-field');
    assert.equal(await mended(folder, initiative, 'unknown-field', /appetite/), record(['appetite: 2 weeks # about']));
  });

  it('give the second record of an id its own', async () => {
    const folder = await openRecords({
      '.because/risks/one.md': record(['id: same', 'problem: missed-updates']),
      '.because/risks/two.md': record(['id: same', 'problem: missed-updates']),
    });
    await untilTold(folder.at('.because/risks/two.md'), 'duplicate-id');
    const next = await mended(folder, '.because/risks/two.md', 'duplicate-id', /Give/);
    assert.match(next, /^---\nid: ri-[0-9a-z]{8}\nproblem: missed-updates\n---\n$/);
    await untilTold(folder.at('.because/risks/one.md'));
  });

  it('offer to create what is missing', async () => {
    const folder = await openRecords({ [initiative]: record(['problem: late-receipts']) });
    await untilTold(folder.at(initiative), 'unknown-id');
    const [fix] = await fixesAt(await show(folder, initiative), 'unknown-id');
    assert.equal(fix?.title, 'Create Problem “late-receipts”');
    const { command, arguments: given = [] } = fix.command ?? assert.fail();
    await vscode.commands.executeCommand(command, ...given);
    await untilTold(folder.at(initiative));
    assert.equal(vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1), 'late-receipts.md');
  });
});
