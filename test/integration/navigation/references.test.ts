/** Find All References over records and files. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFolder } from '../../support/editor.ts';
import { endOf, open, openRecords, records } from './setting.ts';

/** The places found, as `file:line:text`. */
async function referencesTo(folder: { path: string }, document: vscode.TextDocument, text: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    endOf(document, text).translate(0, -1),
  );
  const places = found.map(async ({ uri, range }) => {
    const words = (await open(uri)).getText(range);
    return `${uri.fsPath.slice(folder.path.length + 1)}:${range.start.line}:${words}`;
  });
  return (await Promise.all(places)).sort();
}

const inRecords = [
  '.because/initiatives/PAY-142.md:1:PAY-142',
  '.because/initiatives/PAY-142.md:7:PAY-142',
  '.because/initiatives/PAY-7.md:3:PAY-142',
  '.because/risks/old.ri-12345678.md:2:PAY-142',
];

describe('find references', () => {
  it('finds a key in the records, archived ones too, and in the files', async () => {
    const folder = await openRecords({
      'src/a.ts': '// PAY-142, REPAY-142\r\n\r\n// PAY-1421 (PAY-142)\r\n',
      'docs/b.md': '# PAY-142\n',
      'node_modules/c.js': '// PAY-142\n',
      'binary.bin': 'PAY-142\0',
      'large.txt': `PAY-142\n${'x'.repeat(1024 * 1024)}`,
    });
    const document = await open(folder.at('src/a.ts'));
    assert.deepEqual(await referencesTo(folder, document, 'PAY-142'), [
      ...inRecords,
      'docs/b.md:0:PAY-142',
      'src/a.ts:0:PAY-142',
      'src/a.ts:2:PAY-142',
    ]);
  });

  it('finds what is typed and not yet saved, and not what it replaced', async () => {
    const folder = await openRecords({ 'a.txt': 'PAY-142\n', 'b.txt': 'nothing\n' });
    const edit = new vscode.WorkspaceEdit();
    edit.replace(folder.at('a.txt'), new vscode.Range(0, 0, 0, 7), 'gone');
    edit.insert(folder.at('b.txt'), new vscode.Position(0, 0), 'a PAY-142 ');
    await vscode.workspace.applyEdit(edit);
    const document = await open(folder.at('b.txt'));
    assert.deepEqual(await referencesTo(folder, document, 'PAY-142'), [...inRecords, 'b.txt:0:PAY-142']);
  });

  it('respects what the folder hides from searches', async () => {
    const folder = await openRecords({
      '.vscode/settings.json': '{"search.exclude": {"**/hidden": true}, "files.exclude": {"**/*.gone": true}}',
      'hidden/a.txt': 'PAY-142',
      'b.gone': 'PAY-142',
      'c.txt': 'PAY-142',
    });
    const document = await open(folder.at('c.txt'));
    assert.deepEqual(await referencesTo(folder, document, 'PAY-142'), [...inRecords, 'c.txt:0:PAY-142']);
  });

  it('finds who refers to a record with a readable id, in the records alone', async () => {
    const folder = await openRecords({ 'a.txt': 'missed-updates' });
    const document = await open(folder.at('.because/initiatives/PAY-142.md'));
    assert.deepEqual(await referencesTo(folder, document, 'missed-updates'), [
      '.because/initiatives/PAY-142.md:3:missed-updates',
      '.because/problems/missed-updates.md:1:Missed updates',
    ]);
  });

  it('stays in the folder the key was met in', async () => {
    const one = await openRecords({ 'a.txt': 'PAY-142' }, 'one');
    await openFolder({ ...records, 'b.txt': 'PAY-142' }, 'other');
    const document = await open(one.at('a.txt'));
    assert.deepEqual(await referencesTo(one, document, 'PAY-142'), [...inRecords, 'a.txt:0:PAY-142']);
  });
});
