/** Cutting an initiative to the smallest set of slices that still reaches the outcome. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Slice } from '../../../../src/core/scoring/detail.ts';
import { appetiteEffort, cutOf, EXACT, slicedNumbers, smallestSet } from '../../../../src/core/scoring/slices.ts';

const must = (title: string, effort?: number, share?: number): Slice => ({ title, must: true, effort, share });
const nice = (title: string, effort?: number, share?: number): Slice => ({ title, must: false, effort, share });
const titles = ({ kept }: { readonly kept: readonly Slice[] }): readonly string[] => kept.map(({ title }) => title);

const slices = [must('push', 2, 50), nice('mail', 3, 30), nice('sms', 1, 15), nice('letter', 6, 5)];

describe('The smallest set', () => {
  it('is no more than the musts', () => {
    const set = smallestSet(slices);
    assert.deepEqual([titles(set), set.effort, set.share, set.fits, set.exact], [['push'], 2, 50, true, true]);
  });

  it('is everything where nothing is marked as a must', () => {
    const set = smallestSet([nice('a', 1), nice('b', 2)]);
    assert.deepEqual([titles(set), set.effort, set.share], [['a', 'b'], 3, 100]);
  });

  it('reaches a share with the least effort', () => {
    assert.deepEqual(titles(smallestSet(slices, { share: 60 })), ['push', 'sms']);
    assert.deepEqual(titles(smallestSet(slices, { share: 75 })), ['push', 'mail']);
    assert.deepEqual(titles(smallestSet(slices, { share: 100 })), ['push', 'mail', 'sms', 'letter']);
  });

  it('has the largest share within an appetite', () => {
    assert.deepEqual(titles(smallestSet(slices, { appetiteEffort: 5 })), ['push', 'mail']);
    assert.deepEqual(titles(smallestSet(slices, { appetiteEffort: 4 })), ['push', 'sms']);
  });

  it('is no larger than the share needs, within the appetite too', () => {
    assert.deepEqual(titles(smallestSet(slices, { appetiteEffort: 12, share: 60 })), ['push', 'sms']);
    assert.deepEqual(titles(smallestSet(slices, { appetiteEffort: 3, share: 95 })), ['push', 'sms']);
  });

  it('keeps the musts when even they do not fit, and says so', () => {
    const set = smallestSet(slices, { appetiteEffort: 1 });
    assert.deepEqual([titles(set), set.fits], [['push'], false]);
  });

  it('takes nothing whose effort or share nobody knows, unless it is a must', () => {
    const set = smallestSet([must('a'), nice('b', 1), nice('c', undefined, 50), nice('d', 1, 50)], {
      appetiteEffort: 5,
    });
    assert.deepEqual([titles(set), set.effort, set.share, set.fits], [['a', 'd'], undefined, undefined, false]);
  });

  it('is nothing of nothing', () => {
    const { kept, effort, share } = smallestSet([], { share: 100 });
    assert.deepEqual([kept, effort, share], [[], 0, 0]);
  });

  const numbers = fc.integer({ min: 0, max: 12 });
  const slice = fc.record({ must: fc.boolean(), effort: numbers, share: numbers });
  const some = (max: number) =>
    fc.array(slice, { maxLength: max }).map((all) => all.map((each, at): Slice => ({ ...each, title: `s${at}` })));
  const limits = fc.record(
    { appetiteEffort: fc.integer({ min: 0, max: 40 }), share: fc.integer({ min: 0, max: 60 }) },
    { requiredKeys: [] },
  );

  it('is as good as the best of all sets there are', () => {
    fc.assert(
      fc.property(some(8), limits, (all, limit) => {
        const set = smallestSet(all, limit);
        assert.ok(set.exact && all.every((each) => !each.must || set.kept.includes(each)));
        if (limit.appetiteEffort === undefined && limit.share === undefined) return;
        const [effort, reached] = bestByTrying(all, limit);
        assert.deepEqual([sum(set.kept, 'effort'), reachedOf(set.kept, all, limit)], [effort, reached]);
      }),
      { numRuns: 300 },
    );
  });

  it('is a good one, and says that it may not be the best, above twenty to choose from', () => {
    const many = Array.from({ length: EXACT + 5 }, (_, at) => nice(`s${at}`, 1 + (at % 3), 1 + (at % 4)));
    const set = smallestSet(many, { appetiteEffort: 20 });
    assert.ok(!set.exact && set.fits && (set.share ?? 0) >= 30);
    const reaching = smallestSet(many, { share: 20 });
    assert.ok((reaching.share ?? 0) >= 20 && (reaching.effort ?? 99) <= 12);
  });

  it('is the best there is for twenty slices', () => {
    const many = Array.from({ length: EXACT }, (_, at) =>
      nice(`s${at}`, 1 + ((at * 7) % 5) / 3, 1 + ((at * 3) % 7) / 2),
    );
    assert.ok(smallestSet(many, { appetiteEffort: 15 }).exact);
  });
});

type Limit = { readonly appetiteEffort?: number; readonly share?: number };

const sum = (slices: readonly Slice[], field: 'effort' | 'share'): number =>
  slices.reduce((all, each) => all + (each[field] ?? 0), 0);

/** What counts of a share: no more than was asked for, or than there is. */
function reachedOf(kept: readonly Slice[], all: readonly Slice[], { share = Number.POSITIVE_INFINITY }: Limit): number {
  return Math.max(
    Math.min(sum(kept, 'share'), share, sum(all, 'share')),
    sum(
      kept.filter(({ must }) => must),
      'share',
    ),
  );
}

/** The least effort and the share it reaches, by trying every set. */
function bestByTrying(all: readonly Slice[], limit: Limit): readonly [number, number] {
  const choices = all.filter((each) => !each.must);
  const musts = all.filter((each) => each.must);
  let best: readonly [number, number] = [sum(musts, 'effort'), reachedOf(musts, all, limit)];
  for (let mask = 1; mask < 1 << choices.length; mask++) {
    const kept = [...musts, ...choices.filter((_, at) => mask & (1 << at))];
    const [effort, reached] = [sum(kept, 'effort'), reachedOf(kept, all, limit)];
    if (effort > (limit.appetiteEffort ?? Number.POSITIVE_INFINITY)) continue;
    if (reached > best[1] || (reached === best[1] && effort < best[0])) best = [effort, reached];
  }
  return best;
}

describe('A cut initiative', () => {
  const numbers = { reach: 1000, impact: 2, confidence: 80, effort: 12 };

  it('takes what its slices take, and reaches their share', () => {
    const cut = cutOf(slices, ({ title }) => title === 'push' || title === 'sms');
    assert.deepEqual(slicedNumbers(numbers, cut), {
      numbers: { reach: 650, impact: 2, confidence: 80, effort: 3 },
      score: (650 * 2 * 0.8) / 3,
    });
  });

  it('has no score while the effort or share of a slice is unknown', () => {
    assert.equal(
      slicedNumbers(
        numbers,
        cutOf([must('a', 1), nice('b', 1)], (each) => each.must),
      ).score,
      undefined,
    );
    assert.equal(
      slicedNumbers(
        numbers,
        cutOf([must('a', 0, 50), nice('b')], (each) => each.must),
      ).score,
      undefined,
    );
  });
});

describe('An appetite', () => {
  const cases = [
    ['2 weeks', 3, 'person-weeks', 6],
    ['2 weeks', 3, 'person-days', 30],
    ['1 week', 1, 'hours', 40],
    ['3 days', 5, 'person-weeks', 3],
    ['6 weeks', 2, 'engineer-weeks', 12],
    ['3 months', 2, 'person-months', 6],
    ['1 month', 3, 'person-weeks', 13],
    ['4 hours', 2, 'person-days', 1],
    ['30 minutes', 2, 'person-hours', 1],
  ] as const;
  for (const [appetite, people, unit, effort] of cases) {
    it(`of ${appetite} is ${effort} ${unit} of ${people}`, () => {
      assert.ok(Math.abs((appetiteEffort(appetite, people, unit) ?? 0) - effort) < 1e-9);
    });
  }

  it('is not counted in a unit that is no time, without a team, or without an appetite', () => {
    assert.equal(appetiteEffort('2 weeks', 3, 'points'), undefined);
    assert.equal(appetiteEffort('2 weeks', 3, 'sprints'), undefined);
    assert.equal(appetiteEffort('2 weeks', 0, 'person-weeks'), undefined);
    assert.equal(appetiteEffort(undefined, 3, 'person-weeks'), undefined);
    assert.equal(appetiteEffort('soon', 3, 'person-weeks'), undefined);
  });
});
