/** The ranking compared with an earlier one. */
import assert from 'node:assert/strict';
import { type Accepted, compareRankings, type Standing } from '../../../../src/core/scoring/comparison.ts';
import { rankingOf } from '../../../../src/core/scoring/ranking.ts';
import { agreedItem, itemOf, scales, voicesFor } from '../../../support/items.ts';

const stood = (initiative: string, rank: number, reach: number, effort: number): Standing => ({
  initiative,
  rank,
  score: reach / effort,
  reach,
  impact: 1,
  confidence: 100,
  effort,
});

const accepted = (given: Partial<Accepted>): Accepted => ({
  id: 'ch-1',
  initiative: 'a',
  factor: 'effort',
  from: 2,
  to: 4,
  reason: 'the migration was left out.',
  resolved: '2026-11-12T10:00:00Z',
  score: { from: 675, to: 337.5 },
  ...given,
});

const taken = '2026-11-01';
const compare = (scores: readonly Standing[], challenges: readonly Accepted[] = []) =>
  compareRankings(
    { taken, scores, accepted: challenges },
    rankingOf([agreedItem('a', 1350, 1, 100, 4), agreedItem('b', 400, 1, 100, 1)], scales),
  );
const rowOf = (id: string, ...given: Parameters<typeof compare>) => compare(...given).rows.find((row) => row.id === id);

describe('A comparison', () => {
  const then = [stood('a', 1, 1350, 2), stood('b', 2, 400, 1)];

  it('tells where everything stood and stands, in the order of today', () => {
    const { rows, added, gone } = compare(then);
    assert.deepEqual(
      rows.map(({ id, before, after, changed }) => [id, before.rank, before.score, after.rank, after.score, changed]),
      [
        ['b', 2, 400, 1, 400, []],
        ['a', 1, 675, 2, 337.5, ['effort']],
      ],
    );
    assert.deepEqual([added, gone], [[], []]);
  });

  it('says why, by the challenge that was accepted', () => {
    assert.deepEqual(rowOf('a', then, [accepted({})])?.because, [
      '675 → 338 because the migration was left out (effort 2 → 4)',
    ]);
  });

  it('says what changed where nobody gave a reason', () => {
    assert.deepEqual(rowOf('a', then)?.because, ['Effort 2 → 4']);
    assert.deepEqual(rowOf('a', then, [accepted({ reason: ' ' })])?.because, ['675 → 338 (effort 2 → 4)']);
    assert.deepEqual(rowOf('b', then)?.because, []);
  });

  it('takes no challenge for a reason that was accepted before, is about another factor or another item', () => {
    const others = [{ resolved: '2026-10-31' }, { factor: 'reach' as const }, { initiative: 'b' }];
    for (const other of others) assert.deepEqual(rowOf('a', then, [accepted(other)])?.because, ['Effort 2 → 4']);
  });

  it('takes a challenge without a day for a reason if the number is the one it asked for', () => {
    assert.equal(rowOf('a', then, [accepted({ resolved: undefined })])?.because[0]?.includes('because'), true);
    assert.deepEqual(rowOf('a', then, [accepted({ resolved: undefined, to: 3 })])?.because, ['Effort 2 → 4']);
  });

  it('tells the challenges of one item one after the other', () => {
    const because = rowOf(
      'a',
      [stood('a', 1, 2000, 2), stood('b', 2, 400, 1)],
      [
        accepted({
          factor: 'reach',
          from: 2000,
          to: 1350,
          reason: 'half of them left',
          score: { from: 1000, to: 675 },
        }),
        accepted({ id: 'ch-2' }),
      ],
    )?.because;
    assert.deepEqual(because, [
      '1,000 → 675 because half of them left (reach 2,000 → 1,350)',
      '675 → 338 because the migration was left out (effort 2 → 4)',
    ]);
  });

  it('tells what is new and what is gone', () => {
    const { rows, added, gone } = compare([stood('a', 1, 1350, 4), stood('z', 2, 10, 1)]);
    assert.deepEqual(
      [rows.map(({ id }) => id), added.map(({ id }) => id), gone.map(({ id }) => id)],
      [['a'], ['b'], ['z']],
    );
    assert.equal(added[0]?.after.score, 400);
    assert.equal(gone[0]?.before.rank, 2);
  });

  it('knows what has lost its score, or got one', () => {
    const ranking = rankingOf(
      [itemOf('a', { voices: voicesFor('effort', 2) }), agreedItem('b', 400, 1, 80, 1)],
      scales,
    );
    const { rows } = compareRankings({ scores: [stood('a', 1, 1350, 2), { initiative: 'b' }], accepted: [] }, ranking);
    assert.deepEqual(
      rows.map(({ id, before, after }) => [id, before.score, after.score]),
      [
        ['b', undefined, 320],
        ['a', 675, undefined],
      ],
    );
    assert.deepEqual(rows[0]?.because, ['Reach ? → 400', 'Impact ? → 1', 'Confidence ? → 80%', 'Effort ? → 1']);
    assert.deepEqual(rows[1]?.because, ['Reach 1,350 → ?', 'Impact 1 → ?', 'Confidence 100% → ?']);
  });

  describe('of a ranking of something else', () => {
    const today = (sprints: readonly string[]) =>
      rankingOf(
        [{ ...agreedItem('a', 1350, 1, 100, 4), sprints, quarter: '2026-Q4' }, agreedItem('b', 400, 1, 100, 1)],
        scales,
      );
    const idsIn = ({ rows, added, gone, outside }: ReturnType<typeof compareRankings>) => [
      ...[rows, added, gone].map((some) => some.map(({ id }) => id).join(' ')),
      outside.here,
      outside.there,
    ];
    const kept = { taken, accepted: [] };

    it('calls new only what the earlier one would have held', () => {
      const earlier = { ...kept, quarter: '2026-Q4', scores: [] };
      assert.deepEqual(idsIn(compareRankings(earlier, today(['s1']))), ['', 'a', '', 1, 0]);
      assert.deepEqual(idsIn(compareRankings({ ...kept, sprint: 's2', scores: [] }, today(['s1']))), [
        '',
        '',
        '',
        2,
        0,
      ]);
    });

    it('calls gone only what would be looked at today', () => {
      const earlier = { ...kept, scores: [stood('a', 1, 1350, 2), stood('c', 2, 400, 1)] };
      assert.deepEqual(idsIn(compareRankings(earlier, today(['s1']), { sprint: 's1' })), ['a', 'b', '', 0, 1]);
      assert.deepEqual(idsIn(compareRankings(earlier, today(['s1']))), ['a', 'b', 'c', 0, 0]);
      const same = { ...earlier, sprint: 's1' };
      assert.deepEqual(idsIn(compareRankings(same, today(['s1']), { sprint: 's1' })), ['a', '', 'c', 1, 0]);
    });
  });
});
