/** Rankings kept as records. */
import assert from 'node:assert/strict';
import { itemsOf } from '../../../../src/core/board/item.ts';
import { scalesOf } from '../../../../src/core/board/scales.ts';
import { snapshotScores, snapshotsOf, standingsIn } from '../../../../src/core/board/snapshot.ts';
import { rankingOf } from '../../../../src/core/scoring/ranking.ts';
import { libraryOf, record } from '../../../support/sources.ts';

describe('A snapshot of the ranking', () => {
  const files = {
    'initiatives/A.md': record(['rice: {reach: 450, impact: 3, confidence: 100, effort: 2}']),
    'initiatives/B.md': record(['rice: {reach: 140, impact: 2, confidence: 80, effort: 3}']),
    'initiatives/C.md': record(['rice: {reach: 10, effort: 3}']),
    'initiatives/D.md': record(['kind: debt', 'rice: {reach: 95, impact: 1, confidence: 80, effort: 5}']),
  };
  const library = libraryOf(files);
  const scores = snapshotScores(rankingOf(itemsOf(library, { kind: 'all' }, undefined), scalesOf(library)));

  it('holds every item: those ranked, what stands beside, and what has no score', () => {
    assert.deepEqual(scores, [
      { initiative: 'A', rank: 1, score: 675, reach: 450, impact: 3, confidence: 100, effort: 2 },
      { initiative: 'B', rank: 2, score: 74.67, reach: 140, impact: 2, confidence: 80, effort: 3 },
      { initiative: 'D', score: 15.2, reach: 95, impact: 1, confidence: 80, effort: 5 },
      { initiative: 'C', reach: 10, effort: 3 },
    ]);
  });

  it('says the same when it is read again', () => {
    const text = record(['taken: 2026-10-02', `scores: ${JSON.stringify([...scores, { rank: 7 }])}`]);
    const kept = libraryOf({ ...files, 'snapshots/s.md': text }).findOf('snapshot', 's') ?? assert.fail();
    assert.deepEqual(
      [...standingsIn(kept).values()].map((each) => ({ ...each })),
      scores,
    );
  });

  it('is found by its quarter or sprint, the newest first, broken ones left out', () => {
    const all = libraryOf({
      'snapshots/a.md': record(['quarter: 2026-Q4', 'taken: 2026-10-02']),
      'snapshots/b.md': record(['quarter: 2026-Q4', 'taken: 2026-11-02']),
      'snapshots/c.md': record(['sprint: s1', 'created: 2026-12-02T10:00Z']),
      'snapshots/d.md': '---\nquarter: [\n---\n',
    });
    const ids = (scope: Parameters<typeof snapshotsOf>[1]) => snapshotsOf(all, scope).map(({ id }) => id);
    assert.deepEqual(ids({ kind: 'all' }), ['c', 'b', 'a']);
    assert.deepEqual(ids({ kind: 'quarter', quarter: '2026-Q4' }), ['b', 'a']);
    assert.deepEqual(ids({ kind: 'sprint', id: 's1' }), ['c']);
  });
});
