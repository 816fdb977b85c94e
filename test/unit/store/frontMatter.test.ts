/** Reading and editing front matter, example by example. */

import assert from 'node:assert/strict';
import { BecauseError } from '../../../src/core/errors.ts';
import {
  newRecord,
  type Path,
  parseRecord,
  parseYaml,
  setBody,
  setField,
  setYamlField,
} from '../../../src/store/frontMatter.ts';

const record = (...lines: string[]) => ['---', ...lines, '---', 'Body.', ''].join('\n');
const codes = (text: string) => parseRecord(text).problems.map(({ code }) => code);
const notEditable = (edit: () => unknown) =>
  assert.throws(edit, (error) => error instanceof BecauseError && error.code === 'not-editable');

/** Edits `before` (the lines between the fences) and expects `after`; the record around it stays as it is. */
function expectEdit(before: string[], path: Path, value: unknown, after: string[]): void {
  assert.equal(setField(record(...before), path, value), record(...after));
  const windows = (lines: string[]) => `\uFEFF${record(...lines).replaceAll('\n', '\r\n')}`;
  assert.equal(setField(windows(before), path, value), windows(after));
}

describe('reading a record', () => {
  it('gives plain values and the body', () => {
    const read = parseRecord('\uFEFF---  \r\nid: a\r\nlist: [1, two]\r\n---\t\r\n\r\n# Words\r\n');
    assert.deepEqual({ ...read.values }, { id: 'a', list: [1, 'two'] });
    assert.equal(read.body, '\r\n# Words\r\n');
    assert.equal(read.bodyStart, 37);
    assert.ok(read.hasFrontMatter);
  });

  it('takes a text without front matter as all body', () => {
    for (const text of ['', 'Words.\n', '----\nid: a\n---\n', ' ---\nid: a\n---\n', 'id: a\n---\n']) {
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
  const cut = (path: Path, part?: 'key' | 'value' | 'pair') => {
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

describe('setting a field', () => {
  it('keeps comments, order, spaces, quoting and odd scalars', () => {
    const lines = [
      '# top',
      'id:   a   # the id',
      '',
      "title: 'It''s'",
      'n: 007',
      'v: 1.10  ',
      'e: 12345e6',
      'x: ~',
      '# end',
    ];
    expectEdit(lines, ['id'], 'b', lines.with(1, 'id:   b   # the id'));
    expectEdit(lines, ['title'], "Ada's", lines.with(3, "title: 'Ada''s'"));
    expectEdit(lines, ['v'], '1.10', lines.with(5, 'v: "1.10"  '));
    expectEdit(lines, ['x'], 'y', lines.with(7, 'x: "y"'));
    expectEdit(lines, ['n'], 8, lines.with(4, 'n: 8'));
    expectEdit(lines, ['v'], undefined, lines.toSpliced(5, 1));
    expectEdit(lines, ['new'], 1, [...lines, 'new: 1']);
  });

  it('gives the identical text for the value that is there', () => {
    const text = record('n: 007', 'l: [ a,b ]', 'm: {a: 1}');
    assert.equal(setField(text, ['n'], 7), text);
    assert.equal(setField(text, ['l'], ['a', 'b']), text);
    assert.equal(setField(text, ['m'], { a: 1, b: undefined }), text);
    assert.equal(setField(text, ['none'], undefined), text);
  });

  it('quotes text that YAML would read as something else, and only that', () => {
    const quoted = [
      'yes',
      'No',
      'null',
      '~',
      '007',
      '1.10',
      '1e3',
      '0x1F',
      '1_000',
      '18:30',
      '#a',
      '@b',
      '- c',
      'a: b',
      'a #b',
      '',
      ' a',
      '[a]',
      '*a',
      '%a',
    ];
    for (const text of quoted) assert.equal(newRecord({ a: text }, ''), `---\na: ${JSON.stringify(text)}\n---\n`);
    const plain = [
      '2026-11-01',
      '2026-11-01T09:00:00Z',
      '2 weeks',
      'PAY-142',
      '2026-Q4',
      'https://a.example/#b',
      "it's",
      'a-b',
      'éa',
    ];
    for (const text of plain) assert.equal(newRecord({ a: text }, ''), `---\na: ${text}\n---\n`);
  });

  it('writes new lists and maps on one line while they are short', () => {
    const long = Array.from({ length: 12 }, (_, at) => `member-${at}`);
    expectEdit(['id: a'], ['team'], ['ada', 'g, h'], ['id: a', 'team: [ada, "g, h"]']);
    expectEdit(['id: a'], ['team'], long, ['id: a', 'team:', ...long.map((name) => `  - ${name}`)]);
    expectEdit(['id: a'], ['outcome', 'target'], 5, ['id: a', 'outcome: {target: 5}']);
    expectEdit(['id: a'], ['slices'], [{ title: 'x', must: true }], ['id: a', 'slices:', '  - {title: x, must: true}']);
    const nested = { a: { b: [{ c: ['d'] }] } };
    expectEdit(['id: a'], ['deep'], nested, ['id: a', 'deep:', '  a:', '    b:', '      - c: [d]']);
  });

  it('writes text of several lines as a block', () => {
    expectEdit(['id: a', 'b: 1'], ['id'], 'one\n\ntwo\n', ['id: |', '  one', '', '  two', 'b: 1']);
    expectEdit(['id: |', '  one', '', '', 'b: 1'], ['id'], 'x\ny', ['id: |-', '  x', '  y', '', '', 'b: 1']);
    expectEdit(['id: | # note', '  one', 'b: 1'], ['id'], 'x', ['id: x # note', 'b: 1']);
  });

  it('adds, removes and changes list items by their own lines', () => {
    const list = ['team:', '  # the first', '  - ada # lead', "  - 'grace'", '  # the last', '  - joan', 'id: a'];
    expectEdit(list, ['team'], ['ada', 'grace', 'joan', 'hedy'], list.toSpliced(6, 0, '  - hedy'));
    expectEdit(list, ['team'], ['ada', 'joan'], list.toSpliced(3, 1));
    expectEdit(list, ['team'], ['mary', 'grace', 'joan'], list.with(2, '  - mary # lead'));
    expectEdit(list, ['team'], ['ada', 'mary', 'joan'], list.with(3, "  - 'mary'"));
    expectEdit(list, ['team', 1], undefined, list.toSpliced(3, 1));
    expectEdit(list, ['team', 3], 'hedy', list.toSpliced(6, 0, '  - hedy'));
    expectEdit(list, ['team'], [], ['team: []', 'id: a']);
    expectEdit(
      ['team: [ada,  grace]  # who'],
      ['team'],
      ['ada', 'grace', 'joan'],
      ['team: [ada,  grace, joan]  # who'],
    );
    expectEdit(['team: [ada,  grace]'], ['team'], ['grace'], ['team: [grace]']);
    expectEdit(
      ['team: [', '  ada, # a', '  grace # g', ']'],
      ['team'],
      ['ada', 'grace', 'joan'],
      ['team: [', '  ada, # a', '  grace, # g', '  joan', ']'],
    );
    expectEdit(['team: [', '  ada, # a', '  grace # g', ']'], ['team'], ['ada'], ['team: [', '  ada # a', ']']);
  });

  it('sets and removes what is inside maps', () => {
    const block = ['outcome: # what', '  metric: m # why', '  target: 5', 'id: a'];
    expectEdit(block, ['outcome', 'target'], 6, block.with(2, '  target: 6'));
    expectEdit(block, ['outcome', 'by'], '2026-12-01', block.toSpliced(3, 0, '  by: 2026-12-01'));
    expectEdit(block, ['outcome'], { target: 5, unit: '%' }, [
      'outcome: # what',
      '  target: 5',
      '  unit: "%"',
      'id: a',
    ]);
    expectEdit(['outcome: {a: 1,  b: 2}'], ['outcome', 'c'], 3, ['outcome: {a: 1,  b: 2, c: 3}']);
    expectEdit(['outcome: {a: 1,  b: 2}'], ['outcome', 'a'], undefined, ['outcome: {b: 2}']);
    expectEdit(['id: a', 'outcome: {a: 1}'], ['outcome', 'a'], undefined, ['id: a']);
    expectEdit(['outcome:'], ['outcome', 'a'], 1, ['outcome: {a: 1}']);
    const slices = ['slices:', '  - title: x # first', '    must: true', '  - {title: y}'];
    expectEdit(slices, ['slices', 0, 'title'], undefined, ['slices:', '  - must: true', '  - {title: y}']);
    expectEdit(slices, ['slices', 1, 'must'], false, slices.with(3, '  - {title: y, must: false}'));
    expectEdit(slices, ['slices', 0, 'effort'], 3, slices.toSpliced(3, 0, '    effort: 3'));
  });

  it('puts a front matter before a body that has none', () => {
    assert.equal(setField('Words.\n', ['id'], 'a'), '---\nid: a\n---\nWords.\n');
    assert.equal(setField('\uFEFF# W\r\n', ['id'], 'a'), '\uFEFF---\r\nid: a\r\n---\r\n# W\r\n');
    assert.equal(setField('---\n---\n', ['id'], 'a'), '---\nid: a\n---\n');
    assert.equal(setField('Words.\n', ['id'], undefined), 'Words.\n');
  });

  it('refuses what it cannot do without loss', () => {
    notEditable(() => setField('---\nid: a\n', ['id'], 'b'));
    notEditable(() => setField(record('a: 1', 'a: 2'), ['a'], 3));
    notEditable(() => setField(record('a: {b: 1, b: 2}'), ['a', 'c'], 3));
    notEditable(() => setField(record('a: "open'), ['b'], 3));
    notEditable(() => setField(record('<<<<<<< a', 'a: 1', '=======', '>>>>>>> b'), ['b'], 3));
    notEditable(() => setField(record('a: &x 1', 'b: *x'), ['a'], 3));
    notEditable(() => setField(record('a: &x {c: 1}', 'b: *x'), ['b', 'c'], 3));
    notEditable(() => setField(record('a: words'), ['a', 'c'], 3));
    notEditable(() => setField(record('a: [1]'), ['a', 5], 3));
    assert.equal(setField(record('a: 1', 'a: 2', 'b: 1'), ['b'], 3), record('a: 1', 'a: 2', 'b: 3'));
    assert.equal(setField(record('a: &x 1', 'b: *x'), ['b'], 3), record('a: &x 1', 'b: 3'));
    assert.throws(() => setField(record('a: 1'), ['a'], Symbol('x')), { code: 'bad-input' });
    assert.throws(() => setField(record('a: 1'), [], 1), { code: 'bad-input' });
  });
});

describe('a plain YAML file', () => {
  it('is read whole and edited like front matter', () => {
    const text =
      '# team\nversion: 1\nteam:\n  name: Relay\n  members:\n    - {id: ada, role: lead} # first\nkeys: [PAY]';
    assert.equal(parseYaml(text).body, '');
    assert.equal(
      setYamlField(text, ['team', 'members', 0, 'role'], 'engineer'),
      text.replace('role: lead', 'role: engineer'),
    );
    assert.equal(
      setYamlField(text, ['team', 'members', 1], { id: 'grace' }),
      text.replace('# first\n', '# first\n    - {id: grace}\n'),
    );
    assert.equal(setYamlField(text, ['hours', 'from'], '09:00'), `${text}\nhours: {from: "09:00"}`);
    assert.equal(setYamlField(text, ['keys'], undefined), text.replace('\nkeys: [PAY]', ''));
    assert.equal(setYamlField('', ['version'], 1), 'version: 1\n');
  });
});

describe('a body', () => {
  it('is replaced without touching the front matter', () => {
    assert.equal(setBody('---\r\na: 007\r\n---\r\nold', 'new'), '---\r\na: 007\r\n---\r\nnew');
    assert.equal(setBody('---\na: 1\n---', 'new'), '---\na: 1\n---\nnew');
    assert.equal(setBody('\uFEFFold', 'new'), '\uFEFFnew');
    notEditable(() => setBody('---\na: 1\n', 'new'));
    notEditable(() => setBody('old', '---\na: 1\n---\n'));
  });
});
