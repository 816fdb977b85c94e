/** Rankings kept as records: what one holds, and what it says when it is read again. */

import type { Snapshot } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Scope } from '../library/query.ts';
import type { Standing } from '../scoring/comparison.ts';
import { factors, type Numbers } from '../scoring/factors.ts';
import type { Ranking } from '../scoring/ranking.ts';

/** The `scores` of a snapshot's record: the ranked first, then what stands beside and what has no score, by id. */
export function snapshotScores({ ranked, beside, unscored }: Ranking): readonly Standing[] {
  return [
    ...ranked.map(({ item, rank, score, numbers }) => standing(item.id, numbers, score, rank)),
    ...beside.map(({ item, score, numbers }) => standing(item.id, numbers, score)),
    ...unscored.map(({ item, numbers }) => standing(item.id, numbers)),
  ];
}

/** Without what is unknown, as files hold no empty fields; scores to the hundredth, as nobody reads more. */
function standing(initiative: string, numbers: Numbers, score?: number, rank?: number): Standing {
  const known = factors.flatMap((factor) =>
    numbers[factor] === undefined ? [] : [[factor, numbers[factor]] as const],
  );
  return {
    initiative,
    ...(rank === undefined ? {} : { rank }),
    ...(score === undefined ? {} : { score: Math.round(score * 100) / 100 }),
    ...Object.fromEntries(known),
  };
}

/** What a snapshot says, by the initiative's id; entries without an id are left out. */
export function standingsIn({ values }: Snapshot): ReadonlyMap<string, Standing> {
  return new Map(
    (values.scores ?? []).flatMap(({ initiative, ...numbers }) =>
      initiative === undefined ? [] : [[initiative, { initiative, ...numbers }] as const],
    ),
  );
}

/** The day a snapshot was taken, else written; empty where it says neither. */
export const takenOn = ({ values }: Snapshot): string => values.taken ?? values.created?.slice(0, 10) ?? '';

/** The snapshots of a scope, newest first; all of them where the scope is everything. */
export function snapshotsOf(library: Library, scope: Scope): readonly Snapshot[] {
  return library
    .ofKind('snapshot')
    .filter(({ values, broken }) => {
      if (broken) return false;
      if (scope.kind === 'all') return true;
      return scope.kind === 'sprint' ? values.sprint === scope.id : values.quarter === scope.quarter;
    })
    .toSorted((a, b) => {
      const [left, right] = [takenOn(a), takenOn(b)];
      return left === right ? (a.path < b.path ? 1 : -1) : left < right ? 1 : -1;
    });
}
