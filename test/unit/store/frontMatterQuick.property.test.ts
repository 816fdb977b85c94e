/** Proves that the quick reader and the full YAML parser agree on everything the quick one reads. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quickRead } from '../../../src/store/frontMatter/reading/quick.ts';
import { agrees } from './quickAgrees.ts';
import { damagedYamlText, yamlText } from './yamlSamples.ts';

const key = fc.constantFrom('id', 'title', 'x-y', '_a', '__proto__', 'yes', 'null', 'team', 'A1');
const word = fc.constantFrom(
  ...[
    'a',
    'two words',
    '007',
    '1.10',
    '12345e6',
    '1e3',
    '-1',
    '+5',
    '.5',
    '1.',
    '-',
    '~',
    'null',
    'Null',
    'nULL',
    'true',
    'FALSE',
  ],
  ...[
    'tRUE',
    '0x1F',
    '0o17',
    '0b1',
    '0xG',
    '.inf',
    '-.inf',
    '.nan',
    'yes',
    '2026-11-01',
    '2026-11-01T09:00:00Z',
    '09:00',
    '1_000',
  ],
  ...[
    'https://a.example/#x',
    'a: b',
    'a:',
    'a:b',
    ':a',
    'a #b',
    'a#b',
    '#a',
    "'it''s'",
    "'a'b",
    '"a"',
    '"a\\n"',
    "'open",
    '"open',
  ],
  ...[
    "''",
    '""',
    "'''",
    '[a, b]',
    '[ a ,b ]',
    '[]',
    '[ ]',
    '[a,]',
    '[,a]',
    '[a: b]',
    '[a b, 1, null]',
    '[-1, .5]',
    '[a',
    '[+]',
    '[a]b',
  ],
  ...[
    '{a: 1}',
    '{}',
    '&a b',
    '*a',
    '!!str 1',
    '!t',
    '|',
    '>',
    '@a',
    '`a`',
    '%a',
    '? a',
    '?a',
    '- a',
    '-a',
    '(a)',
    '/a',
    '$a',
    '^a',
    ', a',
  ],
  ...[
    'é',
    '中文',
    '😀',
    '\u00a0a',
    'a\u00a0',
    '\u2028',
    'a\tb',
    '99999999999999999999999',
    '0.1e-7',
    '=',
    '<<',
    '_',
    "it's",
    'a "b"',
    '---',
    '...',
  ],
);
const text = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const space = fc.constantFrom('', ' ', ' ', ' ', '  ', '\t');
const note = fc.constantFrom('', '', '', ' ', ' # note', '  #', '#no', '\t# tab', ' #a: b');
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(key, space, text, note).map(([name, gap, value, after]) => `${name}:${gap}${value}${after}`),
  },
  { weight: 2, arbitrary: fc.tuple(key, note).map(([name, after]) => `${name}:${after}`) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', '  ', '  ', '    ', '\t'), space, text, note)
      .map(([indent, gap, value, after]) => `${indent}-${gap}${value}${after}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '   ', '# note', '#', '  # note', '\t', '---', '...', '%YAML 1.2', '\uFEFF'),
  },
  { weight: 1, arbitrary: fc.tuple(space, text).map(([gap, value]) => gap + value) },
);
const ending = fc.oneof({ weight: 5, arbitrary: fc.constant('\n') }, fc.constantFrom('\r\n', '\r', '\n\n'));
const lines = (each: fc.Arbitrary<string>, maxLength: number) =>
  fc
    .tuple(fc.array(fc.tuple(each, ending), { maxLength }), fc.constantFrom('', 'end: 1', 'end:'))
    .map(([all, last]) => all.flat().join('') + last);

/** How many of the texts the quick reader read, and the full parser the same. */
function readQuickly(texts: fc.Arbitrary<string>, numRuns: number): number {
  let read = 0;
  const check = fc.property(texts, (source) => {
    if (agrees(source)) read += 1;
  });
  fc.assert(check, { numRuns });
  return read;
}

describe('the quick reader', () => {
  it('agrees with the full parser on random lines', () => {
    assert.ok(readQuickly(lines(line, 3), 12_000) > 3000);
  });

  it('agrees with the full parser on random characters', () => {
    const character = fc.constantFrom(...'ab1:- #\'"[],\n\r\t~.e{}&*!|>?%@'.split(''));
    const check = fc.property(fc.string({ unit: character, maxLength: 14 }), (rest) => {
      for (const source of [rest, `a: ${rest}`, `a:\n- ${rest}`, `a:\n  - ${rest}`, `a: {b: ${rest}}`]) agrees(source);
    });
    fc.assert(check, { numRuns: 5000 });
  });

  it('agrees with the full parser on whole documents as people write them', () => {
    assert.ok(readQuickly(yamlText, 3000) > 1000);
  });

  it('agrees with the full parser on documents that somebody damaged', () => {
    assert.ok(readQuickly(damagedYamlText, 5000) > 500);
  });

  it('reads what a typical record holds', () => {
    const source = [
      'id: PAY-142 # the key',
      'title: "A \\"title\\": with \\u2014 everything"',
      'issues:',
      '- owner/repo#1',
      'team: [ada, grace] # who',
      'outcome:',
      '  metric: People see an update',
      '    within a minute',
      '  # not yet agreed',
      '  baseline: 20',
      '  by: 2026-12-01',
      'rice: {reach: 240, impact: 2, confidence: 80,',
      '  effort: {low: 3, likely: 6, high: 12}}',
      'slices:',
      '  - title: One sender',
      '    must: true',
      '  - {title: Two senders, effort: 2}',
      'mitigation: >-',
      '  Ask the sender',
      '  first.',
      '',
      'notes: |',
      '  - one',
      '    - two',
      'due:',
      '',
    ].join('\n');
    assert.ok(agrees(source));
    assert.ok(agrees(source.replaceAll('\n', '\r\n')));
  });

  it('says itself that a text such as @ada needs quotes', () => {
    const source = 'owner: @ada\nteam: [`b`, c]\n';
    assert.ok(agrees(source));
    assert.deepEqual(
      quickRead(source)?.problems.map(({ code, span }) => [code, span]),
      [
        ['yaml', { start: 7, end: 8 }],
        ['yaml', { start: 19, end: 20 }],
      ],
    );
  });

  it('leaves what it cannot be sure of to the full parser', () => {
    const unsure =
      'a: &x 1¦a: *x¦a: !!str 1¦<<: {b: 1}¦? [a]¦a:\n\tb: 1¦a: 1\na: 2¦a: [b: 1]¦- a¦just words¦a: b: c¦a: "b¦a: [b';
    for (const source of unsure.split('¦')) assert.equal(quickRead(source), undefined, source);
    assert.equal(quickRead(`a: ${'['.repeat(10_000)}`), undefined);
    assert.equal(
      quickRead(`a:\n${Array.from({ length: 10_000 }, (_, n) => `${' '.repeat(n)}- `).join('\n')}`),
      undefined,
    );
  });
});
