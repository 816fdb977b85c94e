/** What several people's guesses of one factor come to: the middle, the extremes, who does not know, and whether they disagree. */
import { compareTexts } from '../base/order.ts';
import { type Factor, factors, rangeOf, rungsOf } from './factors.ts';
import type { Voice } from './item.ts';

export interface Spread {
  /** Of the likely values; undefined where nobody gave a number. */
  readonly median: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** How many gave a number. */
  readonly numbers: number;
  /** How many said `?`. */
  readonly unsure: number;
  /** Whether people see this so differently that they should talk; see `disagree`. */
  readonly disagrees: boolean;
}

/** Under three, the raw values say more than a median. */
export const FEW = 3;

/** The spread of one factor over the voices. */
export function spreadOf(factor: Factor, voices: readonly Voice[]): Spread {
  const known = spreads[factor].get(voices) ?? spreadIn(factor, voices);
  spreads[factor].set(voices, known);
  return known;
}

type Known = WeakMap<readonly Voice[], Spread>;

/** Voices never change, and a table asks again for every row it ranks, sorts or draws. */
const spreads: Readonly<Record<Factor, Known>> = {
  reach: new WeakMap(),
  impact: new WeakMap(),
  confidence: new WeakMap(),
  effort: new WeakMap(),
};

function spreadIn(factor: Factor, voices: readonly Voice[]): Spread {
  const values: number[] = [];
  let unsure = 0;
  for (const { guesses } of voices) {
    const guess = guesses[factor];
    if (guess === '?') unsure++;
    else if (guess !== undefined) values.push(typeof guess === 'number' ? guess : guess.likely);
  }
  values.sort((a, b) => a - b);
  return {
    median: median(values),
    min: values[0],
    max: values.at(-1),
    numbers: values.length,
    unsure,
    disagrees: disagree(factor, values),
  };
}

/** The factors people see so differently that they should talk. */
export const disputedIn = (voices: readonly Voice[]): readonly Factor[] =>
  factors.filter((factor) => spreadOf(factor, voices).disagrees);

/** The middle of sorted numbers; the mean of the middle two. */
export function median(sorted: readonly number[]): number | undefined {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : low + (high - low) / 2;
}

/** Whether the largest is at least twice the smallest; on a scale, whether they are at least two rungs apart. */
function disagree(factor: Factor, sorted: readonly number[]): boolean {
  const [min = 0, max = 0] = [sorted[0], sorted.at(-1)];
  const rungs = rungsOf(factor);
  if (rungs) return place(rungs, max) - place(rungs, min) >= 2;
  return min === max ? false : max >= 2 * min;
}

/** Where a value stands on a scale, in rungs; between two of them in proportion, below and above as far as the next would be. */
function place(rungs: readonly number[], value: number): number {
  const above = rungs.findIndex((rung) => rung >= value);
  if (above < 0) return rungs.length - 1 + (value - (rungs.at(-1) ?? 0)) / (rungs.at(-1) ?? 1);
  const [low = 0, high = 0] = [rungs[above - 1], rungs[above]];
  return above === 0 ? value / high - 1 : above - 1 + (value - low) / (high - low);
}

/** The voices that gave a number or `?` for the factor, the farthest from the middle first: their reasons are read first. */
export function outliersFirst(factor: Factor, voices: readonly Voice[]): Voice[] {
  const { median: middle } = spreadOf(factor, voices);
  const distance = ({ guesses }: Voice): number => {
    const value = rangeOf(guesses[factor])?.likely;
    // Not knowing is no extreme opinion, but it is something to hear before the middle repeats itself.
    if (value === undefined || middle === undefined) return 0;
    return Math.abs(Math.log((value + Number.EPSILON) / (middle + Number.EPSILON)));
  };
  return voices
    .filter(({ guesses }) => guesses[factor] !== undefined)
    .sort((a, b) => distance(b) - distance(a) || compareTexts(a.by, b.by));
}
