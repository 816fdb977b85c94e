/** What a record's file says of itself: help on fields, cards of ids, the outline. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/editor.ts';
import { record } from '../../support/sources.ts';
import { openRecords, show } from './setting.ts';

const initiative = '.because/initiatives/PAY-1.md';
const text = record(
  [
    'id: PAY-1',
    'status: idea',
    'problem: missed-updates',
    'owner: grace',
    'outcome:',
    '  metric: x',
    'slices:',
    '  - {title: S}',
  ],
  '# A heading\n',
);

async function hovers(at: string): Promise<vscode.MarkdownString[]> {
  const folder = await openRecords({ [initiative]: text });
  const { document } = await show(folder, initiative);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(text.indexOf(at) + 1),
  );
  return found.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

/** What a person reads; a backslash before a mark draws nothing. */
const words = (all: readonly vscode.MarkdownString[]) =>
  all.map(({ value }) => value.replace(/\\([!-/:-@[-`{-~])/g, '$1')).join('\n');

describe('hovers in a record', () => {
  it('explain a field', async () => {
    const said = words(await hovers('status'));
    assert.match(said, /\*\*status\*\*/);
    assert.match(said, /How far along it is\./);
    assert.match(said, /Expected: one of idea, candidate, committed/);
    assert.match(said, /Default: idea\./);
  });

  it('explain a field inside a map', async () => assert.match(words(await hovers('metric')), /What is measured/));

  it('show whom an id means, and trust no text of a record', async () => {
    const found = await hovers('missed-updates');
    const said = words(found);
    assert.match(said, /Problem: Missed/);
    assert.match(said, /30% of users miss urgent updates/);
    assert.match(found.map(({ value }) => value).join('\n'), /\\<b\\>/);
    assert.ok(found.every(({ isTrusted, supportHtml }) => !isTrusted && !supportHtml));
    assert.match(words(await hovers('grace')), /Grace Hopper/);
  });

  it('are silent on other values and in the body', async () => {
    assert.equal(words(await hovers('idea')), '');
    assert.equal(words(await hovers('heading')), '');
  });
});

describe('the outline of a record', () => {
  it('has the fields with their values beside the headings', async () => {
    const folder = await openRecords({ [initiative]: text });
    const { document } = await show(folder, initiative);
    const symbols = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found.length > 1 && found;
    }, 'The outline of Markdown and of the record');
    const ours = symbols.find(({ name }) => name === 'Initiative');
    assert.equal(ours?.detail, 'PAY-1');
    assert.deepEqual(
      ours.children.map(({ name, detail }) => `${name}=${detail}`),
      ['id=PAY-1', 'status=idea', 'problem=missed-updates', 'owner=grace', 'outcome=', 'slices='],
    );
    assert.deepEqual(
      ours.children[4]?.children.map(({ name }) => name),
      ['metric'],
    );
    assert.deepEqual(
      ours.children[5]?.children.map(({ name }) => name),
      ['S'],
    );
    assert.ok(symbols.some(({ name }) => name.includes('A heading')));
  });
});
