/** Which factor, moved by one step, would change the order. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rankingOf } from '../../../../src/core/scoring/ranking.ts';
import { neighbours, sensitivityOf } from '../../../../src/core/scoring/sensitivity.ts';
import { growth } from '../../../support/growth.ts';
import { agreedItem, scales, scoredItems } from '../../../support/items.ts';

describe('One step', () => {
  it('goes to the next rung of impact and confidence', () => {
    assert.deepEqual(neighbours('impact', 1), [0.5, 2]);
    assert.deepEqual(neighbours('impact', 3), [2]);
    assert.deepEqual(neighbours('confidence', 80), [50, 100]);
    assert.deepEqual(neighbours('confidence', 70), [50, 80]);
    assert.deepEqual(neighbours('confidence', 30), [50]);
  });

  it('is a quarter more, or as much less, of reach and effort', () => {
    assert.deepEqual(neighbours('effort', 4), [3.2, 5]);
    assert.deepEqual(neighbours('reach', 0), []);
    assert.deepEqual(neighbours('effort', 0.01), [0.0125]);
  });
});

describe('Sensitivity', () => {
  const items = [agreedItem('a', 1000, 1, 80, 1), agreedItem('b', 700, 1, 100, 1), agreedItem('c', 600, 2, 50, 1)];
  const of = (id: string) => sensitivityOf(rankingOf(items, scales).ranked).find(({ item }) => item.id === id);

  it('says what a step would change the rank to, and whom it would pass', () => {
    assert.deepEqual(
      of('c')?.changes.find(({ factor, to }) => factor === 'confidence' && to === 80),
      {
        factor: 'confidence',
        from: 50,
        to: 80,
        score: 960,
        rank: { before: 3, after: 1 },
        passed: 2,
        passes: ['a', 'b'],
      },
    );
    assert.deepEqual(
      of('a')?.changes.find(({ factor, to }) => factor === 'confidence' && to === 50),
      {
        factor: 'confidence',
        from: 80,
        to: 50,
        score: 500,
        rank: { before: 1, after: 3 },
        passed: 2,
        passes: ['b', 'c'],
      },
    );
  });

  it('passes nobody where the order stays', () => {
    assert.deepEqual(
      of('a')?.changes.find(({ factor, to }) => factor === 'impact' && to === 2),
      { factor: 'impact', from: 1, to: 2, score: 1600, rank: { before: 1, after: 1 }, passed: 0, passes: [] },
    );
  });

  it('agrees with ranking everything anew', () => {
    fc.assert(
      fc.property(scoredItems, (all) => {
        for (const {
          item: { id },
          changes,
        } of sensitivityOf(rankingOf(all, scales).ranked)) {
          for (const { factor, to, rank, passed, passes, score } of changes) {
            const stepped = all.map((item) =>
              item.id === id ? { ...item, agreed: { ...item.agreed, [factor]: to } } : item,
            );
            const before = rankingOf(all, scales).ranked;
            const after = rankingOf(stepped, scales).ranked;
            const now = after.find(({ item }) => item.id === id);
            assert.deepEqual([now?.rank, now?.score], [rank.after, score]);
            const was = before.find(({ item }) => item.id === id)?.score ?? 0;
            const behind = before.filter(({ item, score: other }) =>
              item.id === id ? false : score > was ? other >= was && other < score : other <= was && other > score,
            );
            assert.equal(passed, behind.length);
            assert.deepEqual(
              passes,
              behind.slice(0, 5).map(({ item }) => item.id),
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('costs less than the square of the number of items', () => {
    const many = (size: number) => Array.from({ length: size }, (_, at) => agreedItem(`PAY-${at}`, 100 + at, 1, 80, 2));
    const ranked = [125, 500].map((size) => rankingOf(many(size), scales).ranked);
    assert.ok(growth((size) => sensitivityOf(ranked[size > 125 ? 1 : 0] ?? []), 125) < 16);
    assert.equal(sensitivityOf(ranked[1] ?? []).length, 500);
  });
});
