/** Rankings kept as records: what one holds, and what it says when it is read again. */
import { compareTexts } from '../base/order.ts';
import type { Snapshot } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Scope } from '../library/query.ts';
import type { Standing } from '../scoring/comparison.ts';
import { factors } from '../scoring/factors.ts';
import type { Entry, Ranking } from '../scoring/ranking.ts';

/**
 * The `scores` of a snapshot's record: the ranked first, then what stands beside and what has no score, by id. Without what
 * is unknown, as files hold no empty fields; scores to the hundredth, as nobody reads more.
 */
export function snapshotScores({ ranked, beside, unscored }: Ranking): readonly Standing[] {
  return [...ranked, ...beside, ...unscored].map(({ item, rank, score, numbers }: Entry) => {
    const known = factors.filter((factor) => numbers[factor] !== undefined);
    return {
      initiative: item.id,
      ...(rank === undefined ? {} : { rank }),
      ...(score === undefined ? {} : { score: Math.round(score * 100) / 100 }),
      ...Object.fromEntries(known.map((factor) => [factor, numbers[factor]])),
    };
  });
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
    .toSorted((a, b) => compareTexts(takenOn(b), takenOn(a)) || compareTexts(b.path, a.path));
}
