/** RICE scores, against the published figures. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Factor, factors } from '../../../../src/core/scoring/factors.ts';
import { missingFactors, riceScore } from '../../../../src/core/scoring/rice.ts';
import { numberFor } from '../../../support/items.ts';

const published: readonly (readonly [number, number, number, number, number])[] = [
  [450, 3, 100, 2, 675],
  [2000, 1, 80, 4, 400],
  [800, 2, 50, 1, 800],
  [500, 3, 50, 1, 750],
  [500, 2, 50, 1, 500],
  [500, 2, 80, 1, 800],
  [100, 3, 80, 1, 240],
  [2000, 2, 80, 5, 640],
  [1200, 3, 70, 2, 1260],
];

describe('A RICE score', () => {
  for (const [reach, impact, confidence, effort, score] of published) {
    it(`is ${score} for ${reach} × ${impact} × ${confidence}% ÷ ${effort}, as published`, () => {
      assert.ok(Math.abs((riceScore({ reach, impact, confidence, effort }) ?? 0) - score) < 1e-9);
    });
  }

  it('is not there while a factor is missing, as what nobody knows is not zero', () => {
    assert.equal(riceScore({ reach: 450, impact: 3, confidence: 100 }), undefined);
    assert.deepEqual(missingFactors({ impact: 3, confidence: 100 }), ['reach', 'effort']);
  });

  it('is zero where nobody is reached', () => {
    assert.equal(riceScore({ reach: 0, impact: 3, confidence: 100, effort: 2 }), 0);
  });

  it('is not there without effort, with negative effort, and where the numbers come to none', () => {
    const numbers = { reach: 450, impact: 3, confidence: 100 };
    for (const effort of [0, -2, Number.NaN]) assert.equal(riceScore({ ...numbers, effort }), undefined);
    assert.equal(riceScore({ reach: 1e308, impact: 1e308, confidence: 100, effort: 1 }), undefined);
  });

  it('grows and shrinks as its units do', () => {
    const numbers = Object.fromEntries(factors.map((factor) => [factor, numberFor(factor)])) as Record<
      Factor,
      fc.Arbitrary<number>
    >;
    fc.assert(
      fc.property(fc.record(numbers), fc.double({ min: 0.01, max: 100, noNaN: true }), (each, scale) => {
        const score = riceScore(each) ?? 0;
        const wider = riceScore({ ...each, reach: each.reach * scale }) ?? Number.NaN;
        const longer = riceScore({ ...each, effort: each.effort * scale }) ?? Number.NaN;
        assert.ok(Math.abs(wider - score * scale) <= 1e-9 * score * scale + Number.MIN_VALUE * 1e6);
        assert.ok(Math.abs(longer - score / scale) <= (1e-9 * score) / scale + Number.MIN_VALUE * 1e6);
      }),
    );
  });
});
