/** The pool of a factor's guesses: every voice weighs the same, each guess is a PERT distribution or a number. */
import { randomBeta } from 'd3-random';
import { bounds, type Factor, type Guess, isRange, type Range, rangeOf } from './factors.ts';
import type { Voice } from './item.ts';
import { spreadOf } from './spread.ts';

/** Whether a guess is a range of some width. */
export function isUncertain(guess: Guess | undefined): boolean {
  return guess !== undefined && isRange(guess) && guess.low < guess.high;
}

/**
 * Draws one value of a factor: picks a voice, then draws from its range, or takes its number. What the item is ranked by, agreed
 * or not, is the middle of the pool: the values are scaled to it, within the factor's bounds. Undefined where nothing is uncertain.
 * `stream` starts random numbers from 0 to 1.
 */
export function drawerOf(
  factor: Factor,
  value: number,
  voices: readonly Voice[],
  stream: () => () => number,
): (() => number) | undefined {
  const scale = scaleTo(value, spreadOf(factor, voices).median);
  const ranges = voices.flatMap(({ guesses }) => rangeOf(guesses[factor]) ?? []);
  if (scale === undefined || isSure(ranges)) return undefined;
  const source = stream();
  const count = ranges.length;
  const lows = ranges.map(({ low }) => low * scale);
  const widths = ranges.map(({ low, high }) => (high - low) * scale);
  const shares = ranges.map((range) => pertShare(range, source));
  const { min, max } = bounds[factor];
  return () => {
    const voice = count === 1 ? 0 : Math.floor(source() * count);
    const width = widths[voice] ?? 0;
    const drawn = (lows[voice] ?? 0) + (width === 0 ? 0 : width * (shares[voice]?.() ?? 0));
    return Math.min(max, Math.max(min, drawn));
  };
}

/** Whether all of them are one and the same number. */
const isSure = (ranges: readonly Range[]): boolean =>
  ranges.every(({ low, high }) => low === ranges[0]?.low && high === low);

/** What to multiply by so that the middle becomes the value; undefined where no number does. */
function scaleTo(value: number, middle: number | undefined): number | undefined {
  if (middle === undefined) return undefined;
  const scale = value === middle ? 1 : value / middle;
  return Number.isFinite(scale) && scale > 0 ? scale : undefined;
}

/**
 * Draws how far up its range a value lies, 0–1: a beta distribution with the weight PERT gives to the likely value.
 * Source: Malcolm et al. 1959, "Application of a technique for research and development program evaluation" (PERT).
 */
function pertShare({ low, likely, high }: Range, source: () => number): () => number {
  const mode = high === low ? 0 : (likely - low) / (high - low);
  return randomBeta.source(source)(1 + 4 * mode, 5 - 4 * mode);
}
