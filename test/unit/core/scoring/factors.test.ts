/** Guesses as people type them, and why one cannot be taken. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  expectedOf,
  type Factor,
  factorName,
  factors,
  type Guess,
  guessProblem,
  guessText,
  readGuess,
} from '../../../../src/core/scoring/factors.ts';
import { growth, LINEAR } from '../../../support/growth.ts';
import { guessFor } from '../../../support/items.ts';

const range = (low: number, likely: number, high: number): Guess => ({ low, likely, high });

const read: readonly (readonly [Factor, string, Guess | undefined])[] = [
  ['effort', '6', 6],
  ['effort', ' 6 ', 6],
  ['effort', '+6', 6],
  ['effort', '.5', 0.5],
  ['effort', '5.', 5],
  ['effort', '', undefined],
  ['effort', ' \t', undefined],
  ['effort', '?', '?'],
  ['reach', '1,200', 1200],
  ['reach', '1,200,300.5', 1200300.5],
  ['reach', '2e3', 2000],
  ['reach', '0', 0],
  ['reach', '-0', 0],
  ['confidence', '80%', 80],
  ['confidence', '80 %', 80],
  ['confidence', '0', 0],
  ['confidence', '50%/80%/100%', range(50, 80, 100)],
  ['confidence', '50% - 80% - 100%', range(50, 80, 100)],
  ['effort', '1-2-3', range(1, 2, 3)],
  ['effort', '1 - 2 - 3', range(1, 2, 3)],
  ['effort', '2 / 4 / 9', range(2, 4, 9)],
  ['effort', '2/4/9', range(2, 4, 9)],
  ['effort', '2;4;9', range(2, 4, 9)],
  ['effort', '2 4 9', range(2, 4, 9)],
  ['effort', '2 to 4 to 9', range(2, 4, 9)],
  ['effort', '2..4..9', range(2, 4, 9)],
  ['effort', '1.5..2..2.5', range(1.5, 2, 2.5)],
  ['effort', '2…4…9', range(2, 4, 9)],
  ['effort', '2–4–9', range(2, 4, 9)],
  ['effort', '2—4—9', range(2, 4, 9)],
  ['effort', '4-4-4', range(4, 4, 4)],
  ['reach', '1,200-1,300-1,400', range(1200, 1300, 1400)],
];

/** Texts that are no number and no range of any factor. */
const nonsense = [
  ...[
    'text',
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '1_000',
    '1,5',
    '1,20',
    '12,00',
    '--',
    '-',
    '/',
    '%',
    '8%0',
    '??',
  ],
  ...[
    '?/?/?',
    '2/4/?',
    '5/',
    '/5',
    '–5',
    '—5',
    '−5',
    '..5',
    '1//2',
    '1//2/3',
    '1e',
    'e5',
    '1.2.3',
    '½',
    '∞',
    '１２',
    '٣',
  ],
  ...[
    '3️⃣',
    'null',
    '{}',
    '[]',
    '__proto__',
    '1e308',
    '1e999',
    '-1',
    '-1e-300',
    `6${' '.repeat(100_000)}7`,
    '9'.repeat(10_000),
  ],
];

describe('A typed guess', () => {
  for (const [factor, typed, guess] of read) {
    it(`of ${factor} is read from “${typed}”`, () => assert.deepEqual(readGuess(factor, typed), { guess }));
  }

  it('that is nonsense is a sentence about the factor, never a number', () => {
    for (const factor of factors) {
      for (const typed of nonsense) {
        const result = readGuess(factor, typed);
        assert.ok('problem' in result, `${factor}: ${typed.slice(0, 20)} was read as ${JSON.stringify(result)}`);
        assert.match(result.problem, /\.$/);
      }
    }
  });

  it('is searched for in time that grows with the text', () => {
    assert.ok(growth((size) => readGuess('effort', `1${' '.repeat(size)}x`), 100_000) < LINEAR);
  });

  it('out of bounds says what would be right', () => {
    const cases = [
      ['effort', '0'],
      ['effort', '-3'],
      ['effort', '80%'],
      ['confidence', '300'],
      ['impact', '101'],
      ['reach', '2e9'],
    ] as const;
    for (const [factor, typed] of cases) {
      assert.deepEqual(readGuess(factor, typed), {
        problem: `${factorName(factor)} must be ${expectedOf(factor)}.`,
      });
    }
  });

  it('with two numbers asks for a third', () => {
    assert.deepEqual(readGuess('effort', '2-4'), {
      problem: 'Enter one number, or a range as low / likely / high, such as 3 / 6 / 12.',
    });
  });

  it('upside down says so', () => {
    assert.deepEqual(readGuess('effort', '9 / 4 / 2'), {
      problem: 'A range goes up from low to likely to high. 9, 4, 2 does not.',
    });
  });

  it('can be typed again as it is shown', () => {
    const cases = fc
      .constantFrom(...factors)
      .chain((factor) => fc.tuple(fc.constant(factor), fc.option(guessFor(factor), { nil: undefined })));
    fc.assert(
      fc.property(cases, ([factor, guess]) => assert.deepEqual(readGuess(factor, guessText(guess)), { guess })),
    );
  });

  it('is a valid guess, nothing, or a problem, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-/%? e…–') }));
    fc.assert(
      fc.property(fc.constantFrom(...factors), typed, (factor, text) => {
        const result = readGuess(factor, text);
        if ('guess' in result && result.guess !== undefined) {
          assert.equal(guessProblem(factor, result.guess), undefined);
        }
      }),
    );
  });
});

describe('A guess from a file or a page', () => {
  it('is refused as a sentence, whatever it is', () => {
    const bad = [null, undefined, Number.NaN, -1, 1e308, '6', '', true, [], [1, 2, 3], {}, { low: 1 }];
    for (const guess of [...bad, { low: 1, likely: '2', high: 3 }, { low: 3, likely: 2, high: 1 }]) {
      assert.match(guessProblem('effort', guess) ?? '', /\.$/);
    }
  });
});
