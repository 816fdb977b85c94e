/** The outline of a record's file. */
import * as assert from 'node:assert/strict';
import { type FileSymbol, symbolsIn } from '../../../../src/core/editing/symbols.ts';
import { record } from '../../../support/sources.ts';

const symbols = (text: string, path = 'initiatives/PAY-1.md') =>
  symbolsIn({ path, text, whole: path === 'because.yml' });

const said = (all: readonly FileSymbol[] = []) => all.map(({ name, detail }) => `${name}=${detail}`);

describe('the outline of a record', () => {
  it('has the record by its kind and id, and its fields with their values below it', () => {
    const text = record(
      ['id: PAY-1', 'problem: [one, "two"]', 'outcome:', '  metric: "x: y"', '  by:'],
      '# A heading\n',
    );
    const [found, ...more] = symbols(text);
    assert.deepEqual([found?.name, found?.detail, found?.isField, more], ['Initiative', 'PAY-1', false, []]);
    assert.deepEqual(said(found?.children), ['id=PAY-1', 'problem=[one, "two"]', 'outcome=']);
    assert.deepEqual(said(found?.children[2]?.children), ['metric=x: y', 'by=']);
    assert.ok(text.slice(0, found?.whole.end).trimEnd().endsWith('by:'));
    const { whole, own } = found?.children[1] ?? {};
    assert.equal(text.slice(own?.start, own?.end), 'problem');
    assert.equal(text.slice(whole?.start, whole?.end).trimEnd(), 'problem: [one, "two"]');
  });

  it('calls a map in a list by its first value, else by its place', () => {
    const [found] = symbols(record(['id: PAY-1', 'slices:', '  - {title: Email first, must: true}', '  - title:']));
    const slices = found?.children[1]?.children;
    assert.deepEqual(said(slices), ['Email first=', '2=']);
    assert.deepEqual(said(slices?.[0]?.children), ['title=Email first', 'must=true']);
  });

  it('is called as a record calls its kind itself, known or not', () => {
    assert.equal(symbols(record(['record: risk', 'id: r']), 'notes/r.md')[0]?.name, 'Risk');
    assert.equal(symbols(record(['id: r']), 'wishes/r.md')[0]?.name, 'wishes');
  });

  it('has the fields alone where the file is nothing else', () => {
    assert.deepEqual(said(symbols('keys: [PAY]\nteam:\n  name: Relay\n', 'because.yml')), ['keys=[PAY]', 'team=']);
  });

  it('leaves out what is no field yet, and cuts a long value', () => {
    const [found] = symbols(record(['id: PAY-1', 'half', `title: ${'x'.repeat(90)}`]));
    assert.deepEqual(said(found?.children), ['id=PAY-1', `title=${'x'.repeat(80)}…`]);
  });

  it('is empty without fields', () => {
    for (const text of ['', '# A heading\n', '---\n- one\n---\n']) assert.deepEqual(symbols(text), []);
  });
});
