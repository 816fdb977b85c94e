/** Links and definitions, from keys to records. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFolder } from '../../support/editor.ts';
import { endOf, linksIn, nameOf, open, openRecords, records } from './setting.ts';

type Definition = vscode.Location | vscode.LocationLink;

async function definitionAt(document: vscode.TextDocument, text: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<Definition[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    endOf(document, text).translate(0, -1),
  );
  return found
    .map((one) => ('targetUri' in one ? new vscode.Location(one.targetUri, one.targetRange) : one))
    .filter(({ uri }) => uri.path.includes('/.because/'))
    .map(({ uri, range }) => `${nameOf(uri)}:${range.start.line}:${range.start.character}`);
}

describe('links on keys', () => {
  it('lead from known initiatives to their records, in code and in Markdown', async () => {
    const text = '// PAY-142, PAY-143 and PAY-999, not REPAY-142\r\nUTF-8 `PAY-7`\r\n';
    const folder = await openRecords({ 'a.ts': text, 'b.md': text });
    for (const name of ['a.ts', 'b.md']) {
      assert.deepEqual(await linksIn(await open(folder.at(name))), [
        'PAY-142 → PAY-142.md#L2',
        'PAY-143 → PAY-142.md#L2',
        'PAY-7 → PAY-7.md#L2',
      ]);
    }
  });

  it('follow a change of the text and of the records', async () => {
    const folder = await openRecords({ 'a.txt': 'PAY-142 PAY-8' });
    const document = await open(folder.at('a.txt'));
    assert.equal((await linksIn(document)).length, 1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'PAY-7 ');
    edit.createFile(folder.at('.because/initiatives/PAY-8.md'), { contents: Buffer.from('---\nid: PAY-8\n---\n') });
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('because.renameRecord', { id: 'PAY-8', newId: 'PAY-88' });
    await vscode.commands.executeCommand('because.renameRecord', { id: 'PAY-88', newId: 'PAY-8' });
    assert.deepEqual(await linksIn(document), [
      'PAY-7 → PAY-7.md#L2',
      'PAY-142 → PAY-142.md#L2',
      'PAY-8 → PAY-8.md#L2',
    ]);
  });

  it('stand in the body of a record, not in its fields', async () => {
    const folder = await openRecords();
    const document = await open(folder.at('.because/initiatives/PAY-142.md'));
    assert.deepEqual(await linksIn(document), ['PAY-142 → PAY-142.md#L2']);
  });

  it('are all there in a document of almost 1 MB, and none in a larger one', async () => {
    const line = `${'x'.repeat(190)} PAY-142\n`;
    const folder = await openRecords({ 'many.txt': line.repeat(5000), 'large.txt': line.repeat(5500) });
    // Unresolved: 5,000 targets would be asked for one by one.
    const count = async (name: string): Promise<number> => {
      const { uri } = await open(folder.at(name));
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
      return found.length;
    };
    assert.equal(await count('many.txt'), 5000);
    assert.equal(await count('large.txt'), 0);
  });

  it('leave out lines nobody wrote', async () => {
    const folder = await openRecords({ 'long.txt': `${'x '.repeat(50_000)}PAY-142\nPAY-7\n` });
    assert.deepEqual(await linksIn(await open(folder.at('long.txt'))), ['PAY-7 → PAY-7.md#L2']);
  });

  it('lead to each folder’s own records', async () => {
    const files = { 'a.txt': 'PAY-142' };
    const one = await openRecords(files, 'one');
    const other = await openFolder({ ...records, ...files }, 'other');
    for (const folder of [one, other]) {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        (await open(folder.at('a.txt'))).uri,
        10,
      );
      assert.equal(found[0]?.target?.path, folder.at('.because/initiatives/PAY-142.md').path);
    }
  });
});

describe('go to definition', () => {
  it('leads from a key in code to the record’s id', async () => {
    const folder = await openRecords({ 'a.ts': 'const x = 1; // see PAY-142 and PAY-143\n' });
    const document = await open(folder.at('a.ts'));
    assert.deepEqual(await definitionAt(document, 'PAY-142'), ['PAY-142.md:1:4']);
    assert.deepEqual(await definitionAt(document, 'PAY-143'), ['PAY-142.md:1:4']);
    assert.deepEqual(await definitionAt(document, 'const'), []);
  });

  it('leads from a reference in a record’s fields to its title where it has no id of its own', async () => {
    const folder = await openRecords();
    const document = await open(folder.at('.because/initiatives/PAY-142.md'));
    assert.deepEqual(await definitionAt(document, 'missed-updates'), ['missed-updates.md:1:7']);
    assert.deepEqual(await definitionAt(document, 'sprint: s1'), ['s1.md:1:4']);
  });
});
