/** Results compared, and the verdict that follows from their limits. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { amountIn, compare, levelOf, type Trial, verdictOf } from '../../../../src/core/measure/comparison.ts';

const shares = (
  before: readonly [number, number],
  after: readonly [number, number],
  more: Partial<Trial> = {},
): Trial => ({
  method: 'before-after',
  baseline: { hits: before[0], of: before[1] },
  after: { hits: after[0], of: after[1] },
  ...more,
});
const values = (before: number, after: number): Trial => ({
  method: 'before-after',
  baseline: { value: before },
  after: { value: after },
});
const rising = { unit: '%', baseline: 40, target: 50 };
const falling = { unit: 'minutes', baseline: 20, target: 3 };

describe('A verdict', () => {
  const of = (...given: Parameters<typeof compare>) => verdictOf(compare(...given));

  it('goes by the limits of the change, and not by the point', () => {
    assert.equal(of(shares([40, 100], [52, 100]), rising), 'inconclusive');
    assert.equal(of(shares([200, 500], [260, 500]), rising), 'confirmed');
    assert.equal(of(shares([200, 500], [260, 500]), { ...rising, target: 60 }), 'partial');
    assert.equal(of(shares([260, 500], [200, 500]), rising), 'worse');
  });

  it('says that nothing changed only where the limits lie within a point', () => {
    assert.equal(of(shares([40_000, 100_000], [40_100, 100_000]), rising), 'no-change');
    assert.equal(of(shares([400, 1000], [401, 1000]), rising), 'inconclusive');
  });

  it('takes less for better where the target is lower', () => {
    assert.equal(of(shares([260, 500], [200, 500]), { unit: '%', baseline: 52, target: 40 }), 'confirmed');
    assert.equal(of(shares([208, 1240], [61, 1240]), { unit: 'calls', baseline: 208, target: 60 }), 'partial');
  });

  it('of single values goes by these', () => {
    assert.equal(of(values(20, 3), falling), 'confirmed');
    assert.equal(of(values(20, 4), falling), 'partial');
    assert.equal(of(values(20, 20), falling), 'no-change');
    assert.equal(of(values(20, 25), falling), 'worse');
    assert.equal(of(values(20, 3), { ...falling, baseline: '20 minutes', target: '3 minutes' }), 'confirmed');
  });

  it('is not there where a side is missing, nobody was counted, or nothing says what is better', () => {
    assert.equal(of({ method: 'experiment' }, rising), undefined);
    assert.equal(of(shares([0, 0], [1, 2]), rising), undefined);
    assert.equal(of(shares([1, 2], [0, 0]), rising), undefined);
    assert.equal(of(values(20, 3)), undefined);
    assert.equal(of({ method: 'staged', baseline: { value: 3 }, after: { hits: 1, of: 2 } }, rising), undefined);
  });

  it('has no limits where the same people were counted twice', () => {
    const trial = shares([40, 100], [52, 100], { samePeople: true });
    assert.deepEqual([compare(trial, rising).change, of(trial, rising)], [undefined, 'confirmed']);
  });

  it('mirrors when the groups change places, and never says better of one way and of the other', () => {
    const side = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }));
    const mirror = { confirmed: 'worse', partial: 'worse', inconclusive: 'inconclusive', 'no-change': 'no-change' };
    fc.assert(
      fc.property(side, side, ([of1, part1], [of2, part2]) => {
        const [one, other] = [[Math.round(of1 * part1), of1] as const, [Math.round(of2 * part2), of2] as const];
        const verdict = of(shares(one, other), rising) ?? assert.fail();
        if (verdict !== 'worse') assert.equal(of(shares(other, one), rising), mirror[verdict]);
      }),
    );
  });
});

describe('One side of a comparison', () => {
  it('is a value, or a share with its limits', () => {
    assert.deepEqual(levelOf({ value: 4 }), { level: 4 });
    assert.deepEqual(levelOf({ hits: 5, of: 10, value: 3 })?.level, 50);
    assert.deepEqual([levelOf(), levelOf({ hits: 3 }), levelOf({ hits: 3, of: 2 })], [undefined, undefined, undefined]);
  });

  it('is found in an outcome as people write it', () => {
    assert.deepEqual([20, '20', '20 minutes', '95%', '1,200 calls', 'soon', undefined].map(amountIn), [
      20,
      20,
      20,
      95,
      1200,
      undefined,
      undefined,
    ]);
  });
});
