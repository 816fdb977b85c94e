/** A score as people read it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { saidBetween, scoreText } from '../../../../src/core/scoring/scoreText.ts';

const read: readonly (readonly [number | undefined, string])[] = [
  [675, '675'],
  [1260.0000000000002, '1,260'],
  [400.4, '400'],
  [99.96, '100'],
  [12.345, '12.3'],
  [12, '12'],
  [9.996, '10'],
  [1.256, '1.26'],
  [0.25, '0.25'],
  [0.1 + 0.2, '0.3'],
  [0.01, '0.01'],
  [0.009, '< 0.01'],
  [5e-324, '< 0.01'],
  [0, '0'],
  [-0, '0'],
  [-12.34, '-12.3'],
  [999_999.4, '999,999'],
  [999_999.6, '1M'],
  [1_234_567, '1.23M'],
  [12_345_678, '12.3M'],
  [1e13, '10T'],
  [1e308, '> 999T'],
  [undefined, '–'],
  [Number.NaN, '–'],
  [Number.POSITIVE_INFINITY, '–'],
];

describe('The text of a score', () => {
  for (const [score, text] of read) {
    it(`is “${text}” for ${score}`, () => assert.equal(scoreText(score), text));
  }

  it('is short digits with signs people know, whatever the score', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.double({ min: 0, max: 1e14 })), (score) => {
        assert.match(scoreText(score), /^(–|-?(< 0\.01|> 999T|\d{1,3}(,\d{3})*(\.\d{1,2})?[MBT]?))$/);
      }),
      { numRuns: 500 },
    );
  });

  it('tells larger scores from smaller ones in their order', () => {
    const value = (score: number): number => {
      const [, digits = '0', letter = ''] = /^(?:< )?([\d.,]+)([MBT]?)$/.exec(scoreText(score)) ?? [];
      return Number(digits.replaceAll(',', '')) * 10 ** (3 * ' KMBT'.indexOf(letter || ' '));
    };
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 1e14, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (score, by) => {
          assert.ok(value(score * by) >= value(score));
          assert.ok(Math.abs(value(score) - score) <= Math.max(0.0051, score * 0.0051));
        },
      ),
    );
  });
});

describe('Numbers that may be anything between', () => {
  it('are said in few letters', () => {
    assert.equal(saidBetween(2, 2), '2');
    assert.equal(saidBetween(450, 1260), '450–1,260');
  });
});
