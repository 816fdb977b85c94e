/** What the table shows, line by line: the ranking in tiers, then what is unscored, then what stands beside it. */
import { type Item, statuses } from '../../../../core/scoring/item.ts';
import { byTitle, type Entry, type Ranking } from '../../../../core/scoring/ranking.ts';
import { disputedIn } from '../../../../core/scoring/spread.ts';
import type { Sort } from './pageState.ts';

type Group = keyof Ranking;

export type Line =
  | { readonly type: 'tier'; readonly key: string; readonly tier: number; readonly count: number }
  | { readonly type: 'group'; readonly key: string; readonly group: Group; readonly count: number }
  | { readonly type: 'item'; readonly key: string; readonly entry: Entry };

type Filter = Readonly<Record<'status' | 'kind' | 'search', string>>;

/** The lines of the table. Tiers are marked while it is sorted by rank; another order would tear them apart. */
export function linesOf(ranking: Ranking, filter: Filter, sort: Sort): Line[] {
  const passes = passing(filter);
  return (['ranked', 'unscored', 'beside'] as const).flatMap((group): Line[] => {
    const entries = sorted(ranking[group].filter(passes), sort);
    if (entries.length === 0) return [];
    if (group === 'ranked' && sort.column === 'rank') return inTiers(entries);
    const lines = entries.map(lineOf);
    return group === 'ranked'
      ? lines
      : [{ type: 'group', key: `group:${group}`, group, count: entries.length }, ...lines];
  });
}

const lineOf = (entry: Entry): Line => ({ type: 'item', key: entry.item.id, entry });

function inTiers(entries: readonly Entry[]): Line[] {
  const counts = new Map<number, number>();
  for (const { tier = 0 } of entries) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  let last = 0;
  return entries.flatMap((entry): Line[] => {
    const { tier = 0 } = entry;
    if (tier === last) return [lineOf(entry)];
    last = tier;
    return [{ type: 'tier', key: `tier:${tier}`, tier, count: counts.get(tier) ?? 0 }, lineOf(entry)];
  });
}

function passing({ status, kind, search }: Filter): (entry: Entry) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ item }) => {
    if (status !== '' && item.status !== status) return false;
    if (kind !== '' && item.kind !== kind) return false;
    const text = `${item.id} ${item.title} ${item.owner ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/** Nothing sorts last, whichever way round. */
const NOTHING = Number.NEGATIVE_INFINITY;

const worth: Readonly<Record<Sort['column'], (entry: Entry) => number>> = {
  rank: ({ rank }) => -(rank ?? Number.POSITIVE_INFINITY),
  title: () => 0,
  score: ({ score }) => score ?? NOTHING,
  reach: ({ numbers }) => numbers.reach ?? NOTHING,
  impact: ({ numbers }) => numbers.impact ?? NOTHING,
  confidence: ({ numbers }) => numbers.confidence ?? NOTHING,
  effort: ({ numbers }) => numbers.effort ?? NOTHING,
  estimates: ({ item }) => item.round.given,
  // What is open waits for an answer; what is disputed only asks for talk.
  challenges: ({ item }) => (item.openChallenges + item.openObjections) * 10 + disputedIn(item.voices).length,
  risks: ({ item }) => worstRisk(item) * 1000 + item.risks.filter(({ open }) => open).length,
  evidence: ({ item: { evidence } }) => evidence.customers * 1000 + evidence.supports,
  missing: ({ item }) => item.missing.length,
  status: ({ item }) => statuses.indexOf(item.status),
};

/** Likelihood × impact of the worst open risk, 0–25. */
export function worstRisk({ risks }: Item): number {
  return Math.max(0, ...risks.map(({ open, likelihood = 0, impact = 0 }) => (open ? likelihood * impact : 0)));
}

function sorted(entries: readonly Entry[], { column, descending }: Sort): readonly Entry[] {
  const turn = descending ? -1 : 1;
  if (column === 'rank') return descending ? [...entries].reverse() : entries;
  if (column === 'title') return [...entries].sort((a, b) => turn * byTitle(a, b));
  const keys = new Map(entries.map((entry) => [entry, worth[column](entry)]));
  const key = (entry: Entry): number => keys.get(entry) ?? NOTHING;
  return [...entries].sort((a, b) => {
    if (key(a) === key(b)) return 0;
    if (key(a) === NOTHING || key(b) === NOTHING) return key(a) === NOTHING ? 1 : -1;
    return turn * (key(a) - key(b));
  });
}
