/** Sensitivity: which factor, moved by one step, would change the order. */
import { bounds, type Factor, factors, type Numbers, rungsOf } from './factors.ts';
import type { Ranked } from './ranking.ts';
import { riceScore } from './rice.ts';

/** One factor of one item, moved by one step while all else stays. */
export interface FactorStep {
  readonly factor: Factor;
  /** The factor's value now, and after the step. */
  readonly from: number;
  readonly to: number;
  /** The item's score after it. */
  readonly score: number;
  readonly rank: { readonly before: number; readonly after: number };
  /**
   * How many it passes: on its way up all that were not behind it and are now, on its way down all that were not ahead. None
   * where the order stays.
   */
  readonly passed: number;
  /** The ids of the best of those, at most `NAMED`. */
  readonly passes: readonly string[];
}

export interface Sensitivity extends Ranked {
  /** Factor by factor, down before up; a factor at the end of its scale has one, a step that changes nothing none. */
  readonly changes: readonly FactorStep[];
}

/**
 * One step of what is counted: as much as confidence going from 80 to 100, so that steps of different factors can be set side by
 * side. Steps of impact and confidence go to the next rung of their scale.
 */
const STEP = 1.25;

/** The value one step below and one above, where there is one. */
export function neighbours(factor: Factor, value: number): readonly number[] {
  const rungs = rungsOf(factor);
  const { min, max } = bounds[factor];
  const both = rungs
    ? [rungs.findLast((rung) => rung < value), rungs.find((rung) => rung > value)]
    : [Math.max(min, value / STEP), Math.min(max, value * STEP)];
  return both.filter((each) => each !== undefined && each !== value) as number[];
}

/** Of those that are passed, so many are named: all of them for every step would be the square of a board. */
const NAMED = 5;

/** What each step of each factor of the ranked items would change; the items in their order. O(n log n). */
export function sensitivityOf(ranked: readonly Ranked[]): readonly Sensitivity[] {
  return ranked.map((each) => ({
    ...each,
    changes: factors.flatMap((factor) => {
      const from = each.numbers[factor];
      if (from === undefined) return [];
      return neighbours(factor, from).flatMap((to) => {
        const score = riceScore({ ...each.numbers, [factor]: to } satisfies Numbers);
        if (score === undefined || score === each.score) return [];
        return { factor, from, to, score, ...moved(each, score, ranked) };
      });
    }),
  }));
}

function moved(
  { item, score: before, rank }: Ranked,
  after: number,
  ranked: readonly Ranked[],
): Pick<FactorStep, 'rank' | 'passed' | 'passes'> {
  const above = countAbove(ranked, after);
  const [from, to] =
    after > before ? [countFrom(ranked, after), countFrom(ranked, before)] : [countAbove(ranked, before), above];
  const passed = ranked.slice(from, Math.min(to, from + NAMED + 1)).filter((each) => each.item !== item);
  return {
    // On its way down the item itself is among those above its new score.
    rank: { before: rank, after: above + (after > before ? 1 : 0) },
    // The item itself is among them.
    passed: Math.max(0, to - from - 1),
    passes: passed.slice(0, NAMED).map((each) => each.item.id),
  };
}

/** How many of the ranked, the best first, score above a value. */
const countAbove = (ranked: readonly Ranked[], value: number): number => countWhile(ranked, (score) => score > value);

/** How many score at least a value. */
const countFrom = (ranked: readonly Ranked[], value: number): number => countWhile(ranked, (score) => score >= value);

/** The length of the part in front that fulfils a condition no later one does, by halving. */
function countWhile(ranked: readonly Ranked[], holds: (score: number) => boolean): number {
  let [low, high] = [0, ranked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ranked[middle]?.score ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
