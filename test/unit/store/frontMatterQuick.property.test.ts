/** Proves that the quick reader and the full YAML parser agree on everything the quick one reads. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readYaml } from '../../../src/store/frontMatter/document.ts';
import { quickValues } from '../../../src/store/frontMatter/quick.ts';

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

/** Strict equality of the data, and of the order of its keys, with the full parser finding nothing wrong. */
function agrees(source: string): boolean {
  const quick = quickValues(source);
  if (!quick) return false;
  const full = readYaml(source);
  assert.deepEqual(full.problems, []);
  assert.deepEqual(quick, full.values);
  assert.deepEqual(Object.keys(quick), Object.keys(full.values));
  return true;
}

describe('the quick reader', () => {
  it('agrees with the full parser on random lines', () => {
    let read = 0;
    const check = fc.property(lines(line, 3), (source) => {
      if (agrees(source)) read += 1;
    });
    fc.assert(check, { numRuns: 15_000 });
    assert.ok(read > 3000, `it read only ${read}`);
  });

  it('agrees with the full parser on random characters', () => {
    const character = fc.constantFrom(...'ab1:- #\'"[],\n\r\t~.e{}&*!|>?%@'.split(''));
    const check = fc.property(fc.string({ unit: character, maxLength: 14 }), (rest) => {
      for (const source of [rest, `a: ${rest}`, `a:\n- ${rest}`, `a:\n  - ${rest}`]) agrees(source);
    });
    fc.assert(check, { numRuns: 8000 });
  });

  it('reads what a typical record holds', () => {
    const source =
      'id: PAY-142\ntitle: "A title"\nissues:\n  - owner/repo#1\nteam: [ada, grace] # who\ndue: 2026-11-01\nn: 5\n';
    assert.ok(agrees(source));
    assert.ok(agrees(source.replaceAll('\n', '\r\n')));
  });
});
