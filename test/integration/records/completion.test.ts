/** Completion in record files, asked of the real editor. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRecords, show } from './setting.ts';

/** What the product offers at `|` of a file, as `label (description)`. */
async function offered(path: string, marked: string, trigger?: string) {
  const offset = marked.indexOf('|');
  const folder = await openRecords({ [path]: marked.slice(0, offset) + marked.slice(offset + 1) });
  const { document } = await show(folder, path);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
    trigger,
    1,
  );
  const items = list.items.filter(({ sortText }) => /^\d{4}$/.test(sortText ?? ''));
  return {
    items,
    labels: items.map(({ label }) =>
      typeof label === 'string' ? label : `${label.label}${label.description ? ` (${label.description})` : ''}`,
    ),
  };
}

describe('completion in records', () => {
  it('offers fields with their help', async () => {
    const { items, labels } = await offered('.because/evidence/new.md', '---\nst|\n---\n');
    assert.deepEqual(labels.slice(0, 2), ['kind (required)', 'problem']);
    assert.ok(labels.includes('New Evidence (all the usual fields)'));
    const { documentation } = items.find(({ label }) => typeof label !== 'string' && label.label === 'stance') ?? {};
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value.replaceAll('\\', ''), /Whether it is evidence for or against\./);
  });

  it('offers ids of the right kind, in CRLF too', async () => {
    const { items, labels } = await offered('.because/initiatives/PAY-1.md', '---\r\nproblem: [|\r\n---\r\n', '[');
    assert.deepEqual(labels, ['missed-updates (Missed <b>updates</b>)']);
    assert.equal(items[0]?.filterText, 'missed-updates Missed <b>updates</b>');
    assert.equal(items[0]?.insertText, 'missed-updates');
  });

  it('offers members, and choices when a space is typed', async () => {
    assert.deepEqual((await offered('.because/initiatives/PAY-1.md', '---\nowner: |\n---\n', ' ')).labels, [
      'ada (Ada Lovelace)',
      'grace (Grace Hopper)',
    ]);
  });

  it('offers the fields of each member in because.yml', async () => {
    const { labels } = await offered('.because/because.yml', 'team:\n  members:\n    - id: ada\n      r|\n');
    assert.deepEqual(labels, ['name', 'role', 'emails', 'noCredits', 'handles']);
  });

  it('offers a whole record in an empty file, which becomes one', async () => {
    const folder = await openRecords({ '.because/initiatives/PAY-9.md': '' });
    const editor = await show(folder, '.because/initiatives/PAY-9.md');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      new vscode.Position(0, 0),
    );
    const item = list.items.find(({ sortText }) => sortText === '0000');
    assert.ok(item?.insertText instanceof vscode.SnippetString);
    await editor.insertSnippet(item.insertText, new vscode.Position(0, 0));
    assert.equal(
      editor.document.getText(),
      '---\nid: PAY-9\ntitle: \nkind: feature\nstatus: idea\nproblem: \nsprint: \n' +
        'outcome: {metric: "What changes, and for whom", unit: , baseline: , target: , by: }\n---\nThe idea, in one paragraph.',
    );
  });

  it('knows a context folder of another name', async () => {
    const folder = await openRecords({
      '.vscode/settings.json': '{"because.folder": "docs/why"}',
      'docs/why/risks/a.md': '---\nstate: \n---\n',
    });
    const { document } = await show(folder, 'docs/why/risks/a.md');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(1, 7),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('mitigating'), labels.join());
  });

  it('says nothing in prose and in other Markdown files', async () => {
    assert.deepEqual((await offered('.because/problems/p.md', '---\ntitle: A\n---\nst|', 's')).labels, []);
    assert.deepEqual((await offered('docs/p.md', '---\nst|\n---\n')).labels, []);
  });
});
