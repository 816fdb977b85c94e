/** Editing records and plain YAML files, example by example. */

import assert from 'node:assert/strict';
import { BecauseError } from '../../../src/core/base/errors.ts';
import type { FieldPath } from '../../../src/core/records/record.ts';
import { newRecord, parseYaml, setBody, setField, setYamlField } from '../../../src/store/frontMatter.ts';

const record = (...lines: string[]) => ['---', ...lines, '---', 'Body.', ''].join('\n');
const notEditable = (edit: () => unknown) =>
  assert.throws(edit, (error) => error instanceof BecauseError && error.code === 'not-editable');

/** Edits `before` (the lines between the fences) and expects `after`; the record around it stays as it is. */
function expectEdit(before: string[], path: FieldPath, value: unknown, after: string[]): void {
  assert.equal(setField(record(...before), path, value), record(...after));
  const windows = (lines: string[]) => `\uFEFF${record(...lines).replaceAll('\n', '\r\n')}`;
  assert.equal(setField(windows(before), path, value), windows(after));
}

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

  it('keeps an anchor, and drops a tag that says what the old value was', () => {
    expectEdit(['a: &x 1 # n', 'b: 2'], ['a'], 3, ['a: &x 3 # n', 'b: 2']);
    expectEdit(['a: !!str 1 # n', 'b: [!!str 1, 2]'], ['a'], 3, ['a: 3 # n', 'b: [!!str 1, 2]']);
    expectEdit(['b: [!!str 1, 2]'], ['b'], [3, 2], ['b: [3, 2]']);
    expectEdit(['b: [1, 2]'], ['b', 1], null, ['b: [1, null]']);
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

describe('a text of several lines', () => {
  it('is quoted on one line where a comment below would become a part of it', () => {
    expectEdit(['a: x', '  # of a', 'b: 2'], ['a'], 'one\ntwo\n', ['a: "one\\ntwo\\n"', '  # of a', 'b: 2']);
    expectEdit(['a: x', '# of b', 'b: 2'], ['a'], 'one\ntwo\n', ['a: |', '  one', '  two', '# of b', 'b: 2']);
  });
});

describe('a comment beside a value', () => {
  const words = ['a: x # b\u2028c: d\u2029', 'z: 1'];
  const note = ' # b\u2028c: d\u2029';

  it('stays when the value becomes several lines, a list or a map, whatever characters it holds', () => {
    expectEdit(words, ['a'], 'one\ntwo\n', [`a: |${note}`, '  one', '  two', 'z: 1']);
    expectEdit(words, ['a'], ['x', 'w'], [`a: [x, w]${note}`, 'z: 1']);
    expectEdit(words, ['a'], { b: { c: [1] } }, [`a:${note}`, '  b:', '    c: [1]', 'z: 1']);
    expectEdit([`a: |${note}`, '  one', 'z: 1'], ['a'], 'x', [`a: x${note}`, 'z: 1']);
    expectEdit([`a:${note}`, '  - x', 'z: 1'], ['a'], 5, [`a: 5${note}`, 'z: 1']);
    expectEdit(
      ['a: [', `  x,${note}, y`, '  z', ']'],
      ['a'],
      ['x', 'z', 'b'],
      ['a: [', `  x,${note}, y`, '  z,', '  b', ']'],
    );
  });

  it('is not what a text holds that looks like one', () => {
    expectEdit(['a: "one # two', '  three"', 'z: 1'], ['a'], 'x', ['a: "x"', 'z: 1']);
    expectEdit(['a: "one # two', '  three"', 'z: 1'], ['a'], ['x'], ['a: [x]', 'z: 1']);
    expectEdit(['a: |', '  # one', 'z: 1'], ['a'], 'x', ['a: x', 'z: 1']);
  });

  it('is not searched for longer than the text is long', () => {
    const spaces = ' '.repeat(200_000);
    const [before, after] = [`a: x${spaces}y`, 'a: [b]'].map((line) => record(line)) as [string, string];
    assert.equal(setField(before, ['a'], ['b']), after);
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
