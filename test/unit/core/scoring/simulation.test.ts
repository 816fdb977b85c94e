/** Monte Carlo of the ranking, against what can be worked out by hand. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Guess } from '../../../../src/core/scoring/factors.ts';
import type { Item } from '../../../../src/core/scoring/item.ts';
import { rankingOf } from '../../../../src/core/scoring/ranking.ts';
import {
  hasRanges,
  type Simulation,
  simulate,
  simulated,
  whatMatters,
} from '../../../../src/core/scoring/simulation.ts';
import { agreedItem, anyItems, itemOf, scales, voicesFor } from '../../../support/items.ts';

const ignored = { confidence: 'ignored' } as const;
const few = { ...ignored, draws: 200 } as const;

/** An item whose reach was guessed by some, all else being 1. */
const guessed = (id: string, ...reach: readonly Guess[]): Item =>
  itemOf(id, { agreed: { impact: 1, confidence: 50, effort: 1 }, voices: voicesFor('reach', ...reach) });

const range = (low: number, likely: number, high: number): Guess => ({ low, likely, high });
const near = (value: number | undefined, expected: number, by: number): void =>
  assert.ok(Math.abs((value ?? Number.NaN) - expected) <= by, `${value} is not within ${by} of ${expected}`);

describe('A simulation', () => {
  it('draws a range with the mean of PERT, 2.5 for 1, 2, 6 as published, and the spread of its beta distribution', () => {
    // Its chance of beating a number tells how the draws are distributed; summed over numbers, it tells the mean.
    const steps = Array.from({ length: 100 }, (_, step) => 1 + (step + 0.5) / 20);
    const items = [guessed('a', range(1, 2, 6)), ...steps.map((step, at) => agreedItem(`b${at}`, step, 1, 100, 1))];
    const simulation = simulated(items, scales, ignored);
    const mean = 1 + steps.reduce((sum, _, at) => sum + simulation.above('a', `b${at}`) / 20, 0);
    near(mean, 2.5, 0.05);
    const square = 1 + steps.reduce((sum, step, at) => sum + (step * simulation.above('a', `b${at}`)) / 10, 0);
    near(Math.sqrt(square - mean ** 2), Math.sqrt(((2.5 - 1) * (6 - 2.5)) / 7), 0.05);
  });

  it('has the percentiles of a triangle-like, symmetric range around its middle', () => {
    const { p10, p50, p90 } = simulated([guessed('a', range(0, 50, 100))], scales, ignored).of('a') ?? {};
    near(p50, 50, 1);
    // Beta(3, 3) has its tenth percentile at 0.2466.
    near(p10, 24.66, 1);
    near(p90, 75.34, 1);
  });

  it('gives even odds to equal, independent ranges', () => {
    const same = range(10, 30, 90);
    const simulation = simulated([guessed('a', same), guessed('b', same), guessed('c', same)], scales, ignored);
    near(simulation.above('a', 'b'), 0.5, 0.02);
    near(simulation.above('a', 'b') + simulation.above('b', 'a'), 1, 1e-12);
    for (const id of ['a', 'b', 'c']) near(simulation.of(id)?.first, 1 / 3, 0.02);
  });

  it('knows the chance that can be worked out: a coin of two voices against a number', () => {
    const simulation = simulated([guessed('a', 10, 30), agreedItem('b', 15, 1, 100, 1)], scales, ignored);
    near(simulation.above('a', 'b'), 0.5, 0.02);
    const three = simulated([guessed('a', 10, 30, 40, '?'), agreedItem('b', 15, 1, 100, 1)], scales, ignored);
    near(three.above('a', 'b'), 2 / 3, 0.02);
  });

  it('scales the guesses to the agreed number', () => {
    const item = itemOf('a', {
      agreed: { reach: 100, impact: 1, confidence: 100, effort: 1 },
      voices: voicesFor('reach', 10, 20, 80),
    });
    const { p10, p50, p90 } = simulated([item], scales, ignored).of('a') ?? {};
    assert.deepEqual([p10, p50, p90], [50, 100, 400]);
  });

  it('is the same on every run', () => {
    const items = [guessed('a', range(1, 5, 20), 9), guessed('b', range(2, 4, 8))];
    const facts = (simulation: Simulation) => [simulation.of('a'), simulation.of('b'), simulation.above('a', 'b')];
    assert.deepEqual(facts(simulated(items, scales, ignored)), facts(simulated(items, scales, ignored)));
  });

  it('multiplies the confidence in when asked, and says which', () => {
    const multiplied = simulated([guessed('a', 10)], scales, { confidence: 'multiplied' });
    assert.deepEqual([multiplied.confidence, multiplied.of('a')?.p50], ['multiplied', 5]);
    const without = simulated([guessed('a', 10)], scales, ignored);
    assert.deepEqual([without.confidence, without.of('a')?.p50], ['ignored', 10]);
  });

  it('lets equals share their ranks evenly', () => {
    const simulation = simulated([guessed('a', 5), guessed('b', 5), guessed('c', 5), guessed('d', 1)], scales, ignored);
    for (const id of ['a', 'b', 'c']) {
      assert.deepEqual(Array.from(simulation.of(id)?.ranks ?? []), [1 / 3, 1 / 3, 1 / 3, 0]);
    }
    assert.deepEqual(Array.from(simulation.of('d')?.ranks ?? []), [0, 0, 0, 1]);
    assert.equal(simulation.above('a', 'b'), 0.5);
  });

  it('knows nothing of what is not ranked', () => {
    const simulation = simulated([guessed('a', 5), itemOf('b')], scales, ignored);
    assert.deepEqual([simulation.order, simulation.of('b'), simulation.above('a', 'b')], [['a'], undefined, 0.5]);
    assert.deepEqual(simulated([], scales, ignored).order, []);
  });

  it('has chances that add up, percentiles in order, and no number that is none', () => {
    fc.assert(
      fc.property(anyItems, fc.constantFrom('ignored', 'multiplied'), (items, confidence) => {
        const simulation = simulated(items, scales, { draws: 100, confidence });
        assert.deepEqual(
          simulation.order,
          rankingOf(items, scales).ranked.map(({ item }) => item.id),
        );
        const byRank = simulation.order.map(() => 0);
        for (const id of simulation.order) {
          const { p10 = Number.NaN, p50 = 0, p90 = 0, ranks = [] } = simulation.of(id) ?? {};
          assert.ok(p10 >= 0 && p10 <= p50 && p50 <= p90 && Number.isFinite(p90));
          const chances = Array.from(ranks);
          near(sum(chances), 1, 1e-6);
          for (const [rank, chance] of chances.entries()) {
            assert.ok(chance >= 0 && chance <= 1 + 1e-9);
            byRank[rank] = (byRank[rank] ?? 0) + chance;
          }
        }
        for (const all of byRank) near(all, 1, 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('draws no other item anew when one is added', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const [all, fewer] = [simulated(items, scales, few), simulated(items.slice(1), scales, few)];
        for (const id of fewer.order) {
          const [{ p10, p50, p90 } = {}, then] = [all.of(id), fewer.of(id)];
          assert.deepEqual([p10, p50, p90], [then?.p10, then?.p50, then?.p90]);
          for (const other of fewer.order) assert.equal(all.above(id, other), fewer.above(id, other));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes a range of no width for the number', () => {
    const number = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 3 }), number, (reach, effort) => {
        const plain = [...voicesFor('reach', ...reach), ...voicesFor('effort', effort, effort)];
        const wide = [
          ...voicesFor('reach', ...reach.map((each) => range(each, each, each))),
          ...voicesFor('effort', range(effort, effort, effort), effort),
        ];
        const agreed = { impact: 1, confidence: 80 };
        const outlook = (voices: Item['voices']) => simulated([itemOf('a', { agreed, voices })], scales, few).of('a');
        assert.deepEqual(outlook(wide), outlook(plain));
      }),
      { numRuns: 50 },
    );
  });

  it('grows with the scale of its unit', () => {
    const wide = (scale: number) => guessed('a', range(10 * scale, 30 * scale, 90 * scale), 40 * scale);
    const [one, eight] = [1, 8].map((scale) => simulated([wide(scale)], scales, ignored).of('a'));
    assert.deepEqual([eight?.p10, eight?.p90], [8 * (one?.p10 ?? 0), 8 * (one?.p90 ?? 0)]);
  });

  it('pauses after each small piece of work', () => {
    const items = Array.from({ length: 50 }, (_, at) => guessed(`PAY-${at}`, range(1, 2 + at, 200)));
    let pauses = 0;
    for (const _ of simulate(items, scales, ignored)) pauses++;
    assert.ok(pauses > 50 * 3 + 10_000 / 25, `${pauses} pauses`);
  });

  it('costs next to nothing where nothing is uncertain', () => {
    const items = Array.from({ length: 500 }, (_, at) => agreedItem(`PAY-${at}`, at, 1, 100, 1));
    let pauses = 0;
    for (const _ of simulate(items, scales, ignored)) pauses++;
    assert.ok(pauses < 1000, `${pauses} pauses`);
  });
});

describe('Whether there are ranges', () => {
  it('asks for a range of some width of reach, impact or effort', () => {
    assert.equal(hasRanges([guessed('a', 1, '?'), guessed('b', range(3, 3, 3))]), false);
    assert.equal(hasRanges([itemOf('a', { voices: voicesFor('confidence', range(50, 80, 100)) })]), false);
    assert.equal(hasRanges([guessed('a', 1), guessed('b', 4, range(1, 2, 3))]), true);
  });
});

describe('What a simulation depends on', () => {
  it('is numbers, and no titles, risks or challenges', () => {
    const agreed = { reach: 400, impact: 2, confidence: 50, effort: 4 };
    const item = itemOf('a', { agreed });
    const key = whatMatters([item], scales);
    assert.equal(whatMatters([{ ...item, title: 'Another', risks: [], openChallenges: 3 }], scales), key);
    for (const changed of [{ agreed: { ...agreed, effort: 5 } }, { unit: 'builds' }, { bridge: { customers: 3 } }]) {
      assert.notEqual(whatMatters([{ ...item, ...changed }], scales), key);
    }
    assert.notEqual(whatMatters([item], { ...scales, customersPerPersonWeek: 3 }), key);
  });
});

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
