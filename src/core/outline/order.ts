/** In which order the Sprint view lists initiatives. */
import { compareIds } from '../base/ids.ts';
import { compareTexts } from '../base/order.ts';
import { itemOf } from '../board/item.ts';
import { scalesOf } from '../board/scales.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { ContextRecord } from '../records/record.ts';
import { rankingOf } from '../scoring/ranking.ts';

export const orders = ['key', 'rank', 'status'] as const;

export type Order = (typeof orders)[number];

/** How far initiatives are, in the order people look for them: what is being worked on first. */
export const statuses = ['building', 'committed', 'candidate', 'idea', 'shipped', 'measured', 'dropped'];

/** As people count keys, and in the order of their paths where two have one id. */
export const byKey = (a: ContextRecord, b: ContextRecord): number =>
  compareIds(a.id, b.id) || compareTexts(a.path, b.path);

/** The initiatives in an order, equals by key; ranks are those that `me` may see, and what has none comes last. */
export function ordered(
  library: Library,
  initiatives: readonly Initiative[],
  order: Order,
  me: string | undefined,
): readonly Initiative[] {
  const sorted = initiatives.toSorted(byKey);
  if (order === 'key') return sorted;
  const place = order === 'rank' ? rankIn(library, sorted, me) : statusOf;
  return sorted.sort((a, b) => place(a) - place(b));
}

const statusOf = ({ values }: Initiative): number => statuses.indexOf(values.status);

function rankIn(library: Library, initiatives: readonly Initiative[], me: string | undefined) {
  const items = initiatives.map((initiative) => itemOf(library, initiative, me));
  const ranks = new Map(rankingOf(items, scalesOf(library)).ranked.map(({ item, rank }) => [item.id, rank]));
  return ({ id }: Initiative): number => ranks.get(id) ?? initiatives.length + 1;
}
