/** Cutting an initiative into slices: the smallest set that still reaches the outcome, and what it scores. */
import { workHoursIn } from '../base/time.ts';
import type { Slice } from './detail.ts';
import type { Numbers } from './factors.ts';
import { riceScore } from './rice.ts';

/** Some of an initiative's slices. */
export interface Cut {
  /** In the order they were given. */
  readonly kept: readonly Slice[];
  /** Their effort in the team's unit; undefined while nobody has said it of one of them. */
  readonly effort: number | undefined;
  /** Their share of the outcome, at most 100 percent; undefined while nobody has said it of one of them. */
  readonly share: number | undefined;
}

/** What a cut is to keep within. */
export interface CutLimits {
  /** The effort it may take, in the team's unit; see `appetiteEffort`. */
  readonly appetiteEffort?: number | undefined;
  /** The share of the outcome to reach, in percent. */
  readonly share?: number | undefined;
}

export interface SmallestSet extends Cut {
  /** Whether its effort is known and within the appetite; true where there is none. */
  readonly fits: boolean;
  /** Whether no better set exists; above `EXACT` slices to choose from it is a good one only. */
  readonly exact: boolean;
}

/** Up to so many slices to choose from, every set is considered. */
export const EXACT = 20;

/** Sums of decimals are off by less than this. */
const DUST = 1e-9;

/** The cut with these slices of all there are. All of them together are the whole outcome, whatever is said of each. */
export function cutOf(slices: readonly Slice[], isKept: (slice: Slice) => boolean): Cut {
  const kept = slices.filter(isKept);
  const share = sum(kept.map((slice) => slice.share));
  return {
    kept,
    effort: sum(kept.map(({ effort }) => effort)),
    share: kept.length === slices.length && kept.length > 0 ? 100 : share && Math.min(100, share),
  };
}

/** The sum, undefined while one of them is unknown: what nobody knows is not zero. */
function sum(values: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}

/**
 * The smallest set that still reaches the outcome: every slice it cannot be reached without, then
 * - for a share, the others that reach it with the least effort;
 * - within an appetite, those with the largest share, of several the ones with the least effort;
 * - with both, the share if the appetite allows for it, else the largest share within it;
 * - with neither, no more than the musts; all of them where nothing is marked as a must.
 *
 * A slice without effort or share cannot be weighed against others, so it is kept only as a must.
 */
export function smallestSet(slices: readonly Slice[], { appetiteEffort, share }: CutLimits = {}): SmallestSet {
  if (appetiteEffort === undefined && share === undefined && !slices.some(({ must }) => must)) {
    return { ...cutOf(slices, () => true), fits: true, exact: true };
  }
  const musts = slices.filter(({ must }) => must);
  const choices = slices.filter(isChoice);
  const budget = (appetiteEffort ?? Number.POSITIVE_INFINITY) - total(musts, 'effort');
  // An appetite alone is used as far as it goes.
  const wanted = share ?? (appetiteEffort === undefined ? 0 : Number.POSITIVE_INFINITY);
  const goal = Math.min(wanted, total(slices, 'share')) - total(musts, 'share');
  const exact = choices.length <= EXACT;
  const chosen = new Set<Slice>((exact ? best : greedy)(choices, budget + DUST, goal - DUST));
  const cut = cutOf(slices, (slice) => slice.must || chosen.has(slice));
  const fits = appetiteEffort === undefined || (cut.effort !== undefined && cut.effort <= appetiteEffort + DUST);
  return { ...cut, fits, exact };
}

type Choice = Slice & Readonly<Record<'effort' | 'share', number>>;

const isChoice = (slice: Slice): slice is Choice =>
  !slice.must && slice.effort !== undefined && slice.share !== undefined && slice.share > 0;

const total = (slices: readonly Slice[], field: 'effort' | 'share'): number =>
  slices.reduce((all, slice) => all + (slice[field] ?? 0), 0);

const byWorth = (a: Choice, b: Choice): number => b.share * a.effort - a.share * b.effort || a.effort - b.effort;

/** Of all sets within the budget the one that reaches the goal with the least effort, else the one with the largest share. */
function best(choices: readonly Choice[], budget: number, goal: number): readonly Choice[] {
  const sorted = [...choices].sort(byWorth);
  const rest = sorted.map((_, index) => sorted.slice(index).reduce((all, { share }) => all + share, 0));
  let found = { share: 0, effort: 0, kept: [] as readonly Choice[] };
  const isBetter = (share: number, effort: number): boolean => {
    const [now, then] = [Math.min(share, goal), Math.min(found.share, goal)];
    return now > then + DUST || (now > then - DUST && effort < found.effort - DUST);
  };
  const walk = (index: number, share: number, effort: number, kept: readonly Choice[]): void => {
    if (isBetter(share, effort)) found = { share, effort, kept };
    const next = sorted[index];
    if (next === undefined || share >= goal || share + (rest[index] ?? 0) < Math.min(found.share, goal) - DUST) return;
    if (effort + next.effort <= budget) walk(index + 1, share + next.share, effort + next.effort, [...kept, next]);
    walk(index + 1, share, effort, kept);
  };
  walk(0, 0, 0, []);
  return found.kept;
}

/** The most share for the effort first, as long as it fits; then without what turned out to be needless. */
function greedy(choices: readonly Choice[], budget: number, goal: number): readonly Choice[] {
  let [share, effort] = [0, 0];
  let kept: Choice[] = [];
  for (const choice of [...choices].sort(byWorth)) {
    if (share >= goal || effort + choice.effort > budget) continue;
    kept.push(choice);
    [share, effort] = [share + choice.share, effort + choice.effort];
  }
  for (const choice of [...kept].sort((a, b) => b.effort - a.effort)) {
    if (share - choice.share < goal) continue;
    kept = kept.filter((each) => each !== choice);
    share -= choice.share;
  }
  return kept;
}

/**
 * The RICE numbers of a cut initiative, and its score: its effort is what the slices sum up to, and it reaches as many as their
 * share of the outcome says; how much it means to each and how sure one is stay. What is unknown stays unknown.
 */
export function slicedNumbers(
  numbers: Numbers,
  { effort, share }: Pick<Cut, 'effort' | 'share'>,
): { readonly numbers: Numbers; readonly score: number | undefined } {
  const reach = numbers.reach === undefined || share === undefined ? undefined : (numbers.reach * share) / 100;
  const cut = { ...numbers, reach, effort };
  return { numbers: cut, score: riceScore(cut) };
}

/**
 * An appetite such as `2 weeks` as effort of a team of so many, in its effort unit: calendar time × people. An upper bound, as
 * nobody works on one thing only. Days are working days, five to a week. Undefined where it cannot be counted so: the unit is no
 * time (points), or there is no team.
 */
export function appetiteEffort(appetite: string | undefined, people: number, effortUnit: string): number | undefined {
  const [, unit = ''] = /^(?:[a-z]+[- ])?(hour|day|week|month)s?$/i.exec(effortUnit.trim()) ?? [];
  const [hours, per] = [workHoursIn(appetite ?? ''), workHoursIn(`1 ${unit}`)];
  if (hours === undefined || per === undefined || !(people > 0)) return undefined;
  return (hours * people) / per;
}
