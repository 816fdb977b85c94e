/** The shown records of each kind, carried over from snapshot to snapshot where the kind did not change. */

import { TEAM_FILE } from '../kinds/team.ts';
import type { ContextRecord } from '../records/record.ts';

/** In the order of their paths. */
export type Kinds = ReadonlyMap<string, readonly ContextRecord[]>;

/** What an earlier snapshot knew, and the kinds that changed since. */
export interface EarlierKinds {
  readonly kinds: Kinds;
  readonly touched: ReadonlySet<string>;
}

export const byPath = (a: ContextRecord, b: ContextRecord) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

const isShown = (record: ContextRecord): boolean => record.path !== TEAM_FILE && !record.archived;

/** All but the team's file and what is archived, by path. */
export function shownRecords(files: Iterable<ContextRecord>): readonly ContextRecord[] {
  return [...files].filter(isShown).sort(byPath);
}

/** Records, in their order, by kind. */
export function grouped(records: Iterable<ContextRecord>): Map<string, readonly ContextRecord[]> {
  return Map.groupBy(records, ({ kind }) => kind);
}

/** The kinds of today's files: the touched ones anew, the others as they were. */
export function regrouped(files: Iterable<ContextRecord>, { kinds, touched }: EarlierKinds): Kinds {
  const next = new Map(kinds);
  for (const kind of touched) next.delete(kind);
  const changed = [...files].filter(({ kind }) => touched.has(kind));
  for (const [kind, records] of grouped(shownRecords(changed))) next.set(kind, records);
  return next;
}
