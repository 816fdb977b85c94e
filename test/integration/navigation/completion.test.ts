/** Completion of keys. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, openRecords } from './setting.ts';

/** The keys offered at a place, by default the end of the document, with what each would replace. */
async function offered(
  document: vscode.TextDocument,
  trigger?: string,
  at = document.lineAt(document.lineCount - 1).range.end,
): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
    trigger,
  );
  return list.items.flatMap(({ label, range, filterText }) => {
    if (typeof label === 'string' || filterText === undefined) return [];
    const replaced = range instanceof vscode.Range ? document.getText(range) : '';
    return `${label.label} for "${replaced}" by "${filterText}"`;
  });
}

const untitled = (language: string, content: string) => vscode.workspace.openTextDocument({ language, content });

describe('completion of keys', () => {
  it('finds an initiative by words of its title, in prose of every kind', async () => {
    await openRecords();
    for (const language of ['markdown', 'plaintext', 'git-commit', 'scminput']) {
      const document = await untitled(language, 'About urgent upd');
      assert.deepEqual(
        await offered(document),
        ['PAY-142 for "urgent upd" by "Urgent updates reach people"'],
        language,
      );
    }
  });

  it('finds it in comments of code, and stays out of code', async () => {
    const folder = await openRecords({
      'a.ts': 'f(); // urgent upd',
      'b.ts': 'const urgent',
      'c.py': 'x = 1 # PAY-',
      'd.ts': 'const a = PAY-',
    });
    assert.equal((await offered(await open(folder.at('a.ts')))).length, 1);
    assert.deepEqual(await offered(await open(folder.at('b.ts'))), []);
    assert.equal((await offered(await open(folder.at('c.py')), '-')).length, 3);
    assert.deepEqual(await offered(await open(folder.at('d.ts')), '-'), []);
  });

  it('offers the sprint’s work first, and nothing for a dash in a sentence', async () => {
    await openRecords();
    assert.deepEqual(await offered(await untitled('markdown', 'see ')), [
      'PAY-142 for "" by "PAY-142"',
      'PAY-7 for "" by "PAY-7"',
    ]);
    assert.deepEqual(await offered(await untitled('markdown', '-'), '-'), []);
  });

  it('says what the initiative is for when an item is looked at', async () => {
    await openRecords();
    const document = await untitled('markdown', 'PAY-142');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 7),
      undefined,
      10,
    );
    const item = list.items.find(({ label }) => typeof label !== 'string' && label.label === 'PAY-142');
    assert.equal(item?.detail, 'PAY-142 · idea · s1');
    assert.equal(item?.documentation, 'Urgent updates reach people\n\n30% of users miss urgent updates.');
  });

  it('offers keys in a record’s body, and leaves its fields to the completion of fields', async () => {
    const folder = await openRecords({
      '.because/problems/body.md': '---\ntitle: A\n---\nPAY-14',
      '.because/problems/fields.md': '---\ntitle: PAY-14\n---\n',
    });
    assert.equal((await offered(await open(folder.at('.because/problems/body.md')))).length, 2);
    const fields = await open(folder.at('.because/problems/fields.md'));
    assert.deepEqual(await offered(fields, undefined, new vscode.Position(1, 13)), []);
  });

  it('answers nothing on a line nobody wrote', async () => {
    await openRecords();
    assert.deepEqual(await offered(await untitled('markdown', `${'x'.repeat(100_000)} urgent upd`)), []);
  });
});
