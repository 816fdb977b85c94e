/** Where a cursor is in a record, told for texts as they are while they are being typed. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { partAt, placeAt } from '../../../../src/core/editing/place.ts';
import { growth, LINEAR } from '../../../support/growth.ts';

/** The place of `|` as one short text: what, where, and what is already written there. */
function placed(marked: string, whole = false): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = placeAt(text, offset, whole);
  if (!place) return 'nowhere';
  const written = text.slice(place.span.start, place.span.end);
  if (place.at === 'record') return `record [${written}]`;
  const traits = [place.flow && 'flow', place.at === 'value' && place.quoted && 'quoted'];
  const below = place.at === 'value' && place.ownLine ? 'below' : '';
  const others = place.at === 'key' ? place.taken : place.siblings;
  return [place.at, `/${place.path.join('/')}`, `[${written}]`, ...traits.filter(Boolean), below, others.join(',')]
    .filter((word) => word !== '')
    .join(' ');
}

const cases: readonly [what: string, marked: string, expected: string][] = [
  ['an empty file', '|', 'record []'],
  ['an empty file with a byte order mark', '\uFEFF|', 'record []'],
  ['the dashes a person begins with', '--|', 'record [--]'],
  ['a file with text and no fields', 'Some text |', 'nowhere'],
  ['empty fields', '---\n|\n---\n', 'key / []'],
  ['fields that are not closed yet', '---\n|', 'key / []'],
  ['a name being typed', '---\ntitle: A\nsta|\n---\n', 'key / [sta] title'],
  ['a name above three dots', '---\ntitle: A\nsta|\n...\nBody\n\n---\n', 'key / [sta] title'],
  ['text below three dots', '---\ntitle: A\n...\nsta|\n\n---\n', 'nowhere'],
  ['a name in CRLF', '---\r\ntitle: A\r\nsta|\r\nowner: ada\r\n---\r\n', 'key / [sta] title,owner'],
  ['a name after a byte order mark', '\uFEFF---\nsta|\n---\n', 'key / [sta]'],
  ['a name above the others', '---\n|\ntitle: A\n---\n', 'key / [] title'],
  ['a name that has its colon', '---\nsta|tus: idea\nowner: ada\n---\n', 'key / [status] owner'],
  ['right after a colon', '---\nstatus:|\n---\n', 'nowhere'],
  ['a value', '---\nstatus: |\n---\n', 'value /status []'],
  ['a value being typed', '---\nstatus: bu|ild\nowner: ada\n---\n', 'value /status [build]'],
  ['a value before a comment', '---\nstatus: bu| # soon\n---\n', 'value /status [bu]'],
  ['a comment', '---\nstatus: idea # so|on\n---\n', 'nowhere'],
  ['a quoted value', '---\nstatus: "bu|"\n---\n', 'value /status [bu] quoted'],
  ['a quoted value that is not closed', "---\nstatus: 'bu|\n---\n", 'value /status [bu] quoted'],
  ['words with spaces', '---\nproblem: urgent upd|\n---\n', 'value /problem [urgent upd]'],
  ['an item', '---\nproblem: [a, |]\n---\n', 'value /problem/1 [] flow a'],
  ['an item between others', '---\nproblem: [a, b|, c]\n---\n', 'value /problem/1 [b] flow a,c'],
  ['a list that is not closed', '---\nproblem: [a, |\nowner: ada\n---\n', 'value /problem/1 [] flow a'],
  ['an item with a dash', '---\nproblem:\n  - a\n  - |\n---\n', 'value /problem/1 [] a'],
  ['an item as far left as its field', '---\nproblem:\n- a\n- b|\nowner: ada\n---\n', 'value /problem/1 [b] a'],
  ['a line below a field', '---\nproblem:\n  |\n---\n', 'value /problem [] below'],
  ['a line below a field, not indented', '---\nproblem:\n|\n---\n', 'key / [] problem'],
  ['a field of a map', '---\noutcome:\n  metric: x\n  |\n  target: 3\n---\n', 'key /outcome [] metric,target'],
  ['the value of a field of a map', '---\noutcome:\n  metric: x\n  by: |\n---\n', 'value /outcome/by []'],
  ['a field between braces', '---\noutcome: {metric: x, |}\n---\n', 'key /outcome [] flow metric'],
  ['the first field between braces', '---\noutcome: {|}\n---\n', 'key /outcome [] flow'],
  ['braces that are not closed', '---\noutcome: {metric: x, ba|\nowner: ada\n---\n', 'key /outcome [ba] flow metric'],
  ['a value between braces', '---\noutcome: {metric: x, by: |}\n---\n', 'value /outcome/by [] flow'],
  ['braces over several lines', '---\noutcome: {\n  metric: x,\n  |\n}\n---\n', 'key /outcome [] flow metric'],
  ['a map in a list', '---\nslices:\n  - title: a\n    |\n---\n', 'key /slices/0 [] title'],
  ['the first field of a map in a list', '---\nslices:\n  - title: a\n  - |\n---\n', 'value /slices/1 []'],
  ['braces in a list', '---\nslices:\n  - {title: a, |}\n---\n', 'key /slices/0 [] flow title'],
  ['a block of prose', '---\nmitigation: >\n  what | is done\nowner: ada\n---\n', 'nowhere'],
  ['a field after a block of prose', '---\nmitigation: >\n  what is done\now|\n---\n', 'key / [ow] mitigation'],
  ['a field after a quote that is not closed', '---\ntitle: "A\nsta|\n---\n', 'key / [sta] title'],
  ['a field after a line that is no YAML', '---\n: : }\nsta|\n---\n', 'key / [sta] :'],
  ['a field after a value with a colon', '---\ntitle: Push: now\nsta|\nowner: ada\n---\n', 'key / [sta] title,owner'],
  ['a field of a map after such a value', '---\noutcome:\n  metric: a: b\n  ba|\n---\n', 'key /outcome [ba] metric'],
  ['a field of a map after an open quote', '---\noutcome:\n  metric: "a\n  ba|\n---\n', 'key /outcome [ba] metric'],
  ['a field below half a name', '---\ntitle: A\now\nsta|tus: idea\n---\n', 'key / [status] title,ow'],
  ['a field given twice', '---\ntitle: A\ntitle: B|\n---\n', 'value /title [B]'],
  ['a field after a list that is open', '---\nteam: [ada, grace\nsta|\n---\n', 'key / [sta] team'],
  ['a field further in than the others', '---\ntitle: A\n   sta|\nowner: ada\n---\n', 'nowhere'],
  ['a field after a tab', '---\n\tsta|\n---\n', 'key / [sta]'],
  [
    'a value where a comma is missing',
    '---\noutcome: {by: 3 un|it: "%"}\n---\n',
    'value /outcome/by [3 unit: "%"] flow',
  ],
  ['a value below a tag', '---\nslices: !list\n  - title: a|\n---\n', 'value /slices/0/title [a]'],
  ['the body', '---\ntitle: A\n---\nText |', 'nowhere'],
  ['the fences', '---\ntitle: A\n|---\n', 'nowhere'],
  ['the first fence', '--|-\ntitle: A\n---\n', 'nowhere'],
  ['a trailing list', '---\ntitle: A\ndismissed: [|\n---\n', 'value /dismissed/0 [] flow'],
];

describe('the place of a cursor in a record', () => {
  for (const [what, marked, expected] of cases) {
    it(`is told in ${what}`, () => assert.equal(placed(marked), expected));
  }

  it('is told in because.yml', () => {
    assert.equal(placed('team:\n  members:\n    - {id: ada, |}\n', true), 'key /team/members/0 [] flow id');
    assert.equal(placed('team:\n  members:\n    - id: ada\n      role: |\n', true), 'value /team/members/0/role []');
    assert.equal(placed('|', true), 'key / []');
  });

  it('is looked for in any text without failing, and lies around the cursor', () => {
    const piece = fc.constantFrom(
      '---\n',
      'a: ',
      'b',
      ':',
      ' ',
      '\n',
      '\r\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      '|',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), (pieces, at) => {
        const text = `---\n${pieces.join('')}`;
        const offset = at % (text.length + 1);
        const place = placeAt(text, offset, false);
        partAt(text, offset, false);
        assert.ok(!place || (place.span.start <= offset && offset <= place.span.end));
        assert.ok(!place || !/[\r\n]/.test(text.slice(place.span.start, place.span.end)));
      }),
      { numRuns: 2000, examples: [[['a: ', '{', '---\n', ']', 'a: '], 753756123]] },
    );
  });

  it('is told in time that grows with the length of a line and the depth of brackets', () => {
    assert.equal(placed(`---\nproblem: [${'a, '.repeat(30_000)}|]\n---\n`).slice(0, 20), 'value /problem/30000');
    assert.ok(growth((size) => placed(`---\nproblem: [${'a, '.repeat(size)}|]\n---\n`), 7_500) < LINEAR);
    assert.ok(growth((size) => placed(`---\nproblem: ${'['.repeat(size)}|\n---\n`), 2_500) < LINEAR);
  });
});

describe('what stands at an offset', () => {
  const named = (marked: string) => {
    const offset = marked.indexOf('|');
    const part = partAt(marked.slice(0, offset) + marked.slice(offset + 1), offset, false);
    return part && `${part.part} ${part.path.join('/')} ${part.text}`;
  };

  it('is a name or a value, with its way', () => {
    assert.equal(named('---\nsta|tus: idea\n---\n'), 'key status status');
    assert.equal(named('---\nstatus: id|ea\n---\n'), 'value status idea');
    assert.equal(named('---\nproblem: [a, "b|b"]\n---\n'), 'value problem/1 bb');
    assert.equal(named('---\noutcome:\n  ba|seline: 3\n---\n'), 'key outcome/baseline baseline');
    assert.equal(named('---\nstatus: idea\n---\nbo|dy'), undefined);
    assert.equal(named('---\ntitle: "a: b\nsta|tus: idea\n---\n'), 'key status status');
  });
});
