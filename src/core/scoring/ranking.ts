/** The ranking: what each item scores, in tiers of scores too close to tell apart, and what stands beside it and why. */
import { compareIds } from '../base/ids.ts';
import { t } from '../base/l10n.ts';
import { bounds, type Factor, factorList, factors, type Numbers } from './factors.ts';
import type { Item, Scales } from './item.ts';
import { missingFactors, riceScore } from './rice.ts';
import { spreadOf } from './spread.ts';

/** An item with what it comes to. */
export interface Entry {
  readonly item: Item;
  readonly numbers: Numbers;
  /** Reach units per effort unit; of what counts something else, in its own unit. */
  readonly score?: number | undefined;
  /** Counted from 1; equal scores share a rank. */
  readonly rank?: number;
  /** Counted from 1. */
  readonly tier?: number;
  /** Why it is not ranked, as a sentence. */
  readonly reason?: string;
  /** The numbers it lacks, where that is why. */
  readonly missing?: readonly Factor[];
}

export type Ranked = Entry & { readonly score: number; readonly rank: number; readonly tier: number };

type Unscored = Entry & { readonly missing: readonly Factor[] };

export interface Ranking {
  /** The best first. */
  readonly ranked: readonly Ranked[];
  readonly unscored: readonly Unscored[];
  /** What counts in another unit than the rest. */
  readonly beside: readonly Entry[];
}

/** Everything in a ranking: first what is ranked, then what lacks a number, then what stands beside it. */
export const entriesIn = ({ ranked, unscored, beside }: Ranking): readonly Entry[] => [
  ...ranked,
  ...unscored,
  ...beside,
];

/** Scores of at least this share of a tier's best are in it: one rung of confidence moves a score by more than that. */
export const TIER = 0.85;

/**
 * The numbers an item is ranked by: what was agreed, else the middle of the guesses one may see. The reach of debt is what
 * its bridge says, unless one was agreed.
 */
export function numbersOf(item: Pick<Item, 'agreed' | 'bridge' | 'voices'>, scales: Scales): Numbers {
  const numbers: { [F in Factor]?: number | undefined } = {};
  for (const factor of factors) {
    const bridged = factor === 'reach' ? bridgedReach(item, scales) : undefined;
    numbers[factor] = item.agreed[factor] ?? bridged ?? spreadOf(factor, item.voices).median;
  }
  return numbers;
}

/** What a bridge comes to in the team's reach unit; undefined where it says nothing that can be counted so. */
export function bridgedReach({ bridge }: Pick<Item, 'bridge'>, { customersPerPersonWeek }: Scales): number | undefined {
  if (bridge?.customers !== undefined) return bridge.customers;
  if (bridge?.saved === undefined || customersPerPersonWeek === undefined) return undefined;
  return Math.min(bounds.reach.max, bridge.saved * customersPerPersonWeek);
}

/** Why an item cannot stand among the others: it counts something else. Undefined where it can. */
export function whyBeside(item: Item, scales: Scales): string | undefined {
  if (item.unit !== undefined && item.unit.toLowerCase() !== scales.reachUnit.toLowerCase()) {
    return t(
      'Its reach counts {0}, the others count {1}. Give its reach in {1} to rank it.',
      item.unit,
      scales.reachUnit,
    );
  }
  if (item.kind !== 'debt' || bridgedReach(item, scales) !== undefined) return undefined;
  if (item.bridge?.saved !== undefined) {
    return t(
      'It saves {0} person-weeks per {1}. Set customersPerPersonWeek in because.yml to rank it.',
      item.bridge.saved,
      scales.period,
    );
  }
  return t(
    'Nobody has said yet who this debt affects. To rank it, say how many {0} per {1}, or how much time fixing it would save.',
    scales.reachUnit,
    scales.period,
  );
}

/** Ranks the items. The order of equals is that of their ids, so that nothing jumps. */
export function rankingOf(items: readonly Item[], scales: Scales): Ranking {
  const unscored: Unscored[] = [];
  const beside: Entry[] = [];
  const scored: Scored[] = [];
  for (const item of items) {
    const numbers = numbersOf(item, scales);
    const score = riceScore(numbers);
    const reason = whyBeside(item, scales);
    if (reason !== undefined) beside.push({ item, numbers, score, reason });
    else if (score === undefined) unscored.push({ item, numbers, ...lacking(missingFactors(numbers)) });
    else scored.push({ item, numbers, score });
  }
  scored.sort((a, b) => b.score - a.score || byId(a, b));
  return { ranked: inTiers(scored), unscored: unscored.sort(byId), beside: beside.sort(byId) };
}

/** The order of titles, in which numbers count as numbers: `KEP-213` before `KEP-2129`. */
export const byTitle = (a: Entry, b: Entry): number => compareIds(a.item.title, b.item.title);

const byId = (a: Entry, b: Entry): number => compareIds(a.item.id, b.item.id);

const lacking = (missing: readonly Factor[]) => ({
  missing,
  reason: t('Not scored yet: {0} missing.', factorList(missing)),
});

type Scored = Omit<Ranked, 'rank' | 'tier'>;

function inTiers(sorted: readonly Scored[]): Ranked[] {
  let [tier, best] = [0, Number.POSITIVE_INFINITY];
  let [rank, last] = [0, Number.NaN];
  return sorted.map((each, index) => {
    if (each.score < best * TIER || tier === 0) [tier, best] = [tier + 1, each.score];
    if (each.score !== last) [rank, last] = [index + 1, each.score];
    return { ...each, rank, tier };
  });
}
