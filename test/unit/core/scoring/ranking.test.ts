/** The ranking: order, tiers, what is unscored, what stands beside it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rankingOf, TIER } from '../../../../src/core/scoring/ranking.ts';
import { agreedItem, anyItems, itemOf, scales, scoredItems, voicesFor } from '../../../support/items.ts';

const worth = (id: string, score: number) => agreedItem(id, score, 1, 100, 1);

describe('The ranking', () => {
  it('puts the best first, and lets equals share a rank in the order of their ids', () => {
    const { ranked } = rankingOf([worth('d', 400), worth('c', 800), worth('b', 800), worth('a', 675)], scales);
    assert.deepEqual(
      ranked.map(({ item, rank }) => [item.id, rank]),
      [
        ['b', 1],
        ['c', 1],
        ['a', 3],
        ['d', 4],
      ],
    );
  });

  it('makes a tier of scores within 15% of its best', () => {
    const { ranked } = rankingOf(
      [100, 85, 84, 71.4, 71, 0].map((score, at) => worth(`i${at}`, score)),
      scales,
    );
    assert.deepEqual(
      ranked.map(({ tier }) => tier),
      [1, 1, 2, 2, 3, 4],
    );
  });

  it('has tiers in one piece, every member within 15% of the best of its tier', () => {
    fc.assert(
      fc.property(scoredItems, (items) => {
        const { ranked } = rankingOf(items, scales);
        for (const [index, { tier, score }] of ranked.entries()) {
          const before = ranked[index - 1];
          assert.ok(tier === (before?.tier ?? 1) || (tier === (before?.tier ?? 0) + 1 && score < (before?.score ?? 0)));
          const best = ranked.find((each) => each.tier === tier)?.score ?? Number.NaN;
          assert.ok(score >= best * TIER && score <= best);
        }
      }),
    );
  });

  it('never reorders the others when an item is added', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(), (items, at) => {
        const left = items.filter((_, index) => index !== at % Math.max(1, items.length));
        const ids = (all: typeof items) => rankingOf(all, scales).ranked.map(({ item }) => item.id);
        const kept = new Set(left.map(({ id }) => id));
        assert.deepEqual(
          ids(items).filter((id) => kept.has(id)),
          ids(left),
        );
      }),
    );
  });

  it('holds every item once, and no number that is none', () => {
    const wide = { ...scales, customersPerPersonWeek: 1e300 };
    fc.assert(
      fc.property(anyItems, (items) => {
        const { ranked, unscored, beside } = rankingOf(items, wide);
        const all = [...ranked, ...unscored, ...beside];
        assert.deepEqual(all.map(({ item }) => item.id).sort(), items.map(({ id }) => id).sort());
        for (const each of ranked) assert.ok(Number.isFinite(each.score) && each.rank >= 1 && each.tier >= 1);
        for (const { numbers } of all) {
          assert.ok(Object.values(numbers).every((number) => number === undefined || Number.isFinite(number)));
        }
      }),
    );
  });

  it('ranks by what was agreed, else by the middle of the guesses', () => {
    const guessed = itemOf('a', {
      agreed: { reach: 100, impact: 1, confidence: 100 },
      voices: [...voicesFor('effort', 2, 4, 8), ...voicesFor('reach', 900)],
    });
    assert.deepEqual(rankingOf([guessed], scales).ranked[0]?.numbers, {
      reach: 100,
      impact: 1,
      confidence: 100,
      effort: 4,
    });
  });

  it('lists what is missing of what has no score', () => {
    const { unscored } = rankingOf([itemOf('a', { voices: voicesFor('effort', '?', 3) })], scales);
    assert.deepEqual(unscored[0]?.missing, ['reach', 'impact', 'confidence']);
  });

  describe('of debt', () => {
    const debt = { kind: 'debt', agreed: { impact: 1, confidence: 100, effort: 2 } } as const;

    it('stands beside without a bridge, saying what to do', () => {
      const [beside] = rankingOf([itemOf('d', debt)], scales).beside;
      assert.match(beside?.reason ?? '', /who this debt affects.*customers per quarter/);
    });

    it('ranks by the customers it hits', () => {
      const { ranked } = rankingOf([itemOf('d', { ...debt, bridge: { customers: 300 } })], scales);
      assert.equal(ranked[0]?.score, 150);
    });

    it('ranks by the time saved once the team agreed what that is worth', () => {
      const saving = itemOf('d', { ...debt, bridge: { saved: 3 } });
      assert.match(rankingOf([saving], scales).beside[0]?.reason ?? '', /customersPerPersonWeek/);
      assert.equal(rankingOf([saving], { ...scales, customersPerPersonWeek: 100 }).ranked[0]?.score, 150);
    });
  });

  it('keeps apart what counts something else', () => {
    const calls = { ...worth('a', 100), unit: 'calls' };
    const { ranked, beside } = rankingOf([calls, { ...worth('b', 50), unit: 'Customers' }], scales);
    assert.deepEqual([ranked.map(({ item }) => item.id), beside[0]?.score], [['b'], 100]);
    assert.match(beside[0]?.reason ?? '', /counts calls, the others count customers/);
  });
});
