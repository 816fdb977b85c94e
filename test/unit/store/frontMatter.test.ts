/** Reading records, example by example. */

import assert from 'node:assert/strict';
import { BecauseError } from '../../../src/core/base/errors.ts';
import type { FieldPath } from '../../../src/core/records/record.ts';
import { parseRecord, parseYaml, setField } from '../../../src/store/frontMatter.ts';

const record = (...lines: string[]) => ['---', ...lines, '---', 'Body.', ''].join('\n');
const codes = (text: string) => parseRecord(text).problems.map(({ code }) => code);
const notEditable = (edit: () => unknown) =>
  assert.throws(edit, (error) => error instanceof BecauseError && error.code === 'not-editable');

describe('reading a record', () => {
  it('gives plain values and the body', () => {
    const read = parseRecord('\uFEFF---  \r\nid: a\r\nlist: [1, two]\r\n---\t\r\n\r\n# Words\r\n');
    assert.deepEqual({ ...read.values }, { id: 'a', list: [1, 'two'] });
    assert.equal(read.body, '\r\n# Words\r\n');
    assert.equal(read.bodyStart, 37);
    assert.ok(read.hasFrontMatter);
  });

  it('takes a text without front matter as all body', () => {
    for (const text of ['', 'Words.\n', '----\nWords.\n---\n', ' ---\n\nWords.\n', 'id: a\n---\n']) {
      const read = parseRecord(text);
      assert.deepEqual(Object.keys(read.values), []);
      assert.equal(read.body, text);
      assert.ok(!read.hasFrontMatter);
      assert.deepEqual(read.problems, []);
    }
  });

  it('keeps days, times and words as text, and numbers as numbers', () => {
    const { values } = parseRecord(
      record('day: 2026-11-01', 'at: 2026-11-01T09:00:00Z', 'from: 09:00', 'y: yes', 'n: 007', 'v: 1.10', 'e: 12345e6'),
    );
    assert.deepEqual(
      { ...values },
      { day: '2026-11-01', at: '2026-11-01T09:00:00Z', from: '09:00', y: 'yes', n: 7, v: 1.1, e: 12345e6 },
    );
  });

  it('takes any key as text, even those that objects treat specially', () => {
    const { values } = parseRecord(record('__proto__: {polluted: 1}', '007: a', 'yes: b', '? [x, y]', ': c'));
    assert.deepEqual(Object.keys(values), ['__proto__', '007', 'yes', '[x, y]']);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('resolves aliases by the anchor that stands before them', () => {
    const { values } = parseRecord(record('a: &x 1', 'b: &y [*x]', 'c: &x 2', 'd: *y', 'e: *x'));
    assert.deepEqual({ ...values }, { a: 1, b: [1], c: 2, d: [1], e: 2 });
  });

  it('refuses aliases that expand without end', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `l${at}: &l${at} [${`*l${at - 1}, `.repeat(at ? 9 : 0)}1]`);
    assert.deepEqual(codes(record(...levels)), ['alias-bomb']);
    assert.deepEqual(codes(record('a: &a [*a]')), ['alias-bomb']);
    assert.deepEqual(codes(record('a: &a {b: &b {c: *a}}')), ['alias-bomb']);
    assert.deepEqual(codes(record('a: *nowhere')), ['yaml']);
    notEditable(() => setField(record(...levels), ['title'], 'x'));
  });

  it('says what is wrong, and where', () => {
    assert.deepEqual(codes('---\nid: a\n'), ['unclosed']);
    assert.deepEqual(codes('---'), ['unclosed']);
    assert.deepEqual(codes(record('- a')), ['not-a-map']);
    assert.deepEqual(codes(record('just words')), ['not-a-map']);
    assert.deepEqual(codes(record('a:', '\tb: 1')), ['tabs']);
    assert.deepEqual(codes(record('a: 1', '<<<<<<< HEAD', 'b: 1', '=======', 'b: 2', '>>>>>>> x')), ['conflict']);
    assert.deepEqual(codes(`<<<<<<< HEAD\n${record('a: 1')}`), ['conflict']);
    const { problems, values } = parseRecord(record('a: 1', 'b: 2', 'a: 3'));
    assert.deepEqual({ ...values }, { a: 1, b: 2 });
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span]),
      [['duplicate-key', { start: 14, end: 15 }]],
    );
    assert.deepEqual(codes(record('a: "open')), ['yaml']);
  });

  it('gives the values it can from broken YAML', () => {
    assert.equal(parseRecord(record('id: a', 'b: [1')).values.id, 'a');
  });

  it('survives 10,000 brackets and dashes', () => {
    for (const text of ['['.repeat(10_000), '- '.repeat(10_000), '{a: '.repeat(10_000), '? '.repeat(10_000)]) {
      assert.ok(codes(record(`a: ${text}`)).length > 0);
      assert.ok(codes(record(text)).length > 0);
      assert.ok(parseYaml(text).problems.length > 0);
    }
  });

  it('reads and edits a file of 1 MiB', () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `key-${at}: a value of some length # ${at}`);
    const text = record(...lines);
    assert.ok(text.length > 1024 * 1024);
    assert.equal(Object.keys(parseRecord(text).values).length, 30_000);
    const edited = setField(text, ['key-15000'], 'b');
    assert.equal(edited, text.replace('key-15000: a value of some length', 'key-15000: b'));
    const body = `${record('a: 1')}${'word '.repeat(220_000)}`;
    assert.equal(setField(body, ['a'], 2), body.replace('a: 1', 'a: 2'));
    assert.equal(parseRecord(`---\n${'---x\n'.repeat(220_000)}`).problems[0]?.code, 'unclosed');
  });
});

describe('spans', () => {
  const text = record(
    'id: a',
    'outcome:',
    '  metric: "m" # why',
    '  target: 007',
    'team: [ada, grace]',
    'list:',
    '  - x',
    'none:',
    'b: &n 1',
    'c: *n',
  );
  const { spanOf } = parseRecord(text);
  const cut = (path: FieldPath, part?: 'key' | 'value' | 'pair') => {
    const span = spanOf(path, part);
    return span && text.slice(span.start, span.end);
  };

  it('give the source of keys, values and pairs', () => {
    assert.equal(cut(['outcome', 'target']), '007');
    assert.equal(cut(['outcome', 'metric']), '"m"');
    assert.equal(cut(['outcome', 'metric'], 'key'), 'metric');
    assert.equal(cut(['outcome', 'metric'], 'pair'), 'metric: "m"');
    assert.equal(cut(['outcome']), 'metric: "m" # why\n  target: 007');
    assert.equal(cut(['team', 1]), 'grace');
    assert.equal(cut(['list', 0], 'pair'), '- x');
    assert.equal(cut(['none']), '');
    assert.equal(cut(['c']), '*n');
    assert.equal(cut(['b'], 'pair'), 'b: &n 1');
  });

  it('are undefined for what is not there', () => {
    for (const path of [['no'], ['team', 2], ['team', 'x'], ['id', 'x'], ['outcome', 0]])
      assert.equal(cut(path), undefined);
  });
});
