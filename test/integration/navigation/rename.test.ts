/** Renaming records, by Rename Symbol and by the command. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/editor.ts';
import { endOf, open, openRecords, records } from './setting.ts';

const renameAt = (document: vscode.TextDocument, text: string, newId: string) =>
  Promise.resolve(
    vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      endOf(document, text).translate(0, -1),
      newId,
    ),
  );

/** Applies an edit as the rename box does. */
async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  assert.equal(await vscode.workspace.applyEdit(edit, { isRefactoring: true }), true);
  const unsaved = () =>
    vscode.workspace.textDocuments
      .filter(({ isDirty, isUntitled }) => isDirty && !isUntitled)
      .map(({ uri }) => uri.path);
  await eventually(() => unsaved().length === 0).catch(() => assert.deepEqual(unsaved(), []));
}

describe('rename', () => {
  it('changes the records, archived and CRLF ones too, and moves the file', async () => {
    const crlf = '\uFEFF---\r\nproblem: x # keep\r\ninitiative: "PAY-142"\r\n---\r\nPAY-142  \r\n';
    const folder = await openRecords({ '.because/evidence/e.md': crlf });
    const document = await open(folder.at('.because/initiatives/PAY-7.md'));
    await apply(await renameAt(document, 'PAY-142', 'PAY-500'));
    assert.equal(await folder.read('.because/evidence/e.md'), crlf.replaceAll('PAY-142', 'PAY-500'));
    assert.equal(
      await folder.read('.because/initiatives/PAY-500.md'),
      records['.because/initiatives/PAY-142.md']?.replaceAll('PAY-142', 'PAY-500'),
    );
    assert.match(await folder.read('.because/risks/old.ri-12345678.md'), /initiative: 'PAY-500'/);
    await assert.rejects(folder.read('.because/initiatives/PAY-142.md'));
  });

  it('offers the places in code besides', async () => {
    const folder = await openRecords({ 'src/a.ts': '// PAY-142 REPAY-142 PAY-142\n', 'src/b.ts': '// PAY-143\n' });
    const edit = await renameAt(await open(folder.at('src/a.ts')), 'PAY-142', 'PAY-500');
    assert.deepEqual(
      edit.get(folder.at('src/a.ts')).map(({ range, newText }) => [range.start.character, newText]),
      [
        [3, 'PAY-500'],
        [21, 'PAY-500'],
      ],
    );
    assert.equal(edit.get(folder.at('.because/initiatives/PAY-7.md')).length, 1);
  });

  it('renames a readable id from a reference to it', async () => {
    const folder = await openRecords();
    const document = await open(folder.at('.because/initiatives/PAY-142.md'));
    await apply(await renameAt(document, 'missed-updates', 'missed'));
    assert.match(await folder.read('.because/initiatives/PAY-142.md'), /problem: "missed"$/m);
    assert.equal(await folder.read('.because/problems/missed.md'), records['.because/problems/missed-updates.md']);
  });

  it('refuses an id that is taken or wrong, and a key that is no record’s id', async () => {
    const folder = await openRecords({ 'a.txt': 'PAY-142 PAY-143 word' });
    const document = await open(folder.at('a.txt'));
    await assert.rejects(renameAt(document, 'PAY-142', 'PAY-7'), /already a record with the id PAY-7/);
    await assert.rejects(renameAt(document, 'PAY-142', 'a b'), /cannot be an id/);
    const prepare = (text: string) =>
      Promise.resolve(
        vscode.commands.executeCommand('vscode.prepareRename', document.uri, endOf(document, text).translate(0, -1)),
      );
    await assert.rejects(prepare('PAY-143'), /issue of PAY-142/);
    await assert.rejects(prepare('word'));
    assert.equal(((await prepare('PAY-142')) as { placeholder: string }).placeholder, 'PAY-142');
  });

  it('is a command that changes records alone, and rejects with a code', async () => {
    const folder = await openRecords({ 'a.txt': 'PAY-142' });
    const rename = (id: string, newId: string) =>
      Promise.resolve(
        vscode.commands.executeCommand('because.renameRecord', { id, newId, folder: folder.uri.toString() }),
      );
    const outcome = await rename('PAY-142', 'PAY-500');
    assert.deepEqual(outcome, {
      id: 'PAY-500',
      files: ['initiatives/PAY-142.md', 'initiatives/PAY-7.md', 'risks/old.ri-12345678.md'].map((path) =>
        path.replace('PAY-142', 'PAY-500'),
      ),
    });
    assert.equal(await folder.read('a.txt'), 'PAY-142');
    await eventually(() => folder.read('.because/initiatives/PAY-500.md').catch(() => undefined));
    await assert.rejects(rename('PAY-500', 'PAY-7'), /already-exists/);
    await assert.rejects(rename('PAY-1', 'PAY-2'), /not-found/);
  });

  it('asks about the folder it is given, whichever is open in the editor', async () => {
    const first = await openRecords();
    const second = await openRecords({}, 'second');
    await vscode.window.showTextDocument(first.at('.because/initiatives/PAY-7.md'));
    const given = { newId: 'other-7', folder: second.uri.toString() };
    let renamed: { readonly id: string; readonly files: readonly string[] } | undefined;
    const asked = vscode.commands.executeCommand<typeof renamed>('because.renameRecord', given).then((outcome) => {
      renamed = outcome;
    });
    const outcome = await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return renamed;
      },
      'The rename',
      18_000,
    );
    await asked;
    const [path = ''] = outcome.files;
    assert.match(await second.read(`.because/${path}`), /other-7/);
    await assert.rejects(first.read(`.because/${path}`).then((text) => assert.match(text, /other-7/)));
    const named = { id: 'PAY-7', newId: 'PAY-8', folder: second.uri.toString() };
    await vscode.commands.executeCommand('because.renameRecord', named);
    assert.match(await first.read('.because/initiatives/PAY-7.md'), /id: PAY-7/);
  });
});
