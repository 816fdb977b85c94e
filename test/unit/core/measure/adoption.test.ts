/** Adoption, against published figures. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Adopter, funnelOf, medianDays, shareOf, tarsOf } from '../../../../src/core/measure/adoption.ts';

const percent = (one: { readonly share: number } | undefined) => one && Math.round(one.share * 1000) / 10;

describe('The adoption of a feature', () => {
  it('is used of eligible, with its limits', () => {
    assert.equal(percent(shareOf(98, 240)), 40.8);
    assert.equal(percent(shareOf(2400, 8000)), 30);
    const { low, high } = shareOf(98, 240) ?? assert.fail();
    assert.deepEqual(
      [low, high].map((limit) => Math.round(limit * 1000)),
      [348, 471],
    );
    assert.deepEqual([shareOf(0, 0), shareOf(3, 2), shareOf(undefined, 2)], [undefined, undefined, undefined]);
  });

  it('is a funnel of the steps that were counted', () => {
    const rows = funnelOf({ eligible: 240, exposed: 200, used: 98, usedAgain: 49 });
    assert.deepEqual(
      rows.map(({ step, count, ofBefore, ofFirst }) => [step, count, percent(ofBefore), percent(ofFirst)]),
      [
        ['eligible', 240, undefined, undefined],
        ['exposed', 200, 83.3, 83.3],
        ['used', 98, 49, 40.8],
        ['usedAgain', 49, 50, 20.4],
      ],
    );
    assert.deepEqual(funnelOf({}), []);
    assert.equal(funnelOf({ eligible: 5, used: 9 })[1]?.ofBefore, undefined);
    assert.equal(funnelOf({ eligible: 0, used: 0 })[1]?.ofBefore, undefined);
  });

  it('sticks as much as daily of monthly users', () => assert.equal(percent(shareOf(1500, 5000)), 30));

  it('stands in the four numbers of TARS', () => {
    const { target, adoption, retention, satisfaction, satisfiedOfTarget } = tarsOf(
      { target: 1000, adopted: 600, retained: 300, satisfied: 240 },
      10_000,
    );
    assert.deepEqual([target, adoption, retention, satisfaction, satisfiedOfTarget].map(percent), [10, 60, 50, 80, 24]);
    assert.equal(tarsOf({}).adoption, undefined);
  });
});

/** `6` adopted after six days, `-6` is still waiting after six. */
const people = (...days: number[]): Adopter[] => days.map((day) => ({ days: Math.abs(day), adopted: day > 0 }));

describe('The median of days to adopt', () => {
  it('is that of Freireich 1963, which every text on Kaplan and Meier tells: 23 and 8', () => {
    const treated = people(6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35);
    const placebo = people(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
    assert.deepEqual([medianDays(treated), medianDays(placebo)], [23, 8]);
  });

  it('is not there while fewer than half have adopted', () => {
    assert.equal(medianDays(people(1, -2, -3)), undefined);
    assert.equal(medianDays([]), undefined);
    assert.equal(medianDays(people(1, 2)), 1);
  });

  it('is never earlier for those who still wait than for those who adopted that day, in any order', () => {
    const some = fc.array(fc.record({ days: fc.nat(50), adopted: fc.boolean() }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, (all) => {
        const everybody = medianDays(all.map(({ days }) => ({ days, adopted: true }))) ?? assert.fail();
        assert.ok((medianDays(all) ?? Infinity) >= everybody);
        assert.equal(medianDays(all.toReversed()), medianDays(all));
      }),
    );
  });
});
