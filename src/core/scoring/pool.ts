/** The pool of a factor's guesses: every voice weighs the same, each guess is a PERT distribution or a number. */
import { randomBeta } from 'd3-random';
import { bounds, type Factor, type Guess, isRange, type Range } from './factors.ts';
import type { Voice } from './item.ts';
import { spreadOf } from './spread.ts';

/**
 * The three-point figures of a range: mean (low + 4·likely + high)/6, standard deviation (high − low)/6.
 * Source: Malcolm et al. 1959, "Application of a technique for research and development program evaluation" (PERT).
 */
export function pert({ low, likely, high }: Range): { readonly mean: number; readonly sd: number } {
  return { mean: (low + 4 * likely + high) / 6, sd: (high - low) / 6 };
}

/** Whether a guess is a range of some width. */
export function isUncertain(guess: Guess | undefined): guess is Range {
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
  const guesses = voices.flatMap(({ guesses }) => {
    const guess = guesses[factor] ?? '?';
    return guess === '?' ? [] : [isUncertain(guess) ? guess : isRange(guess) ? guess.likely : guess];
  });
  const scale = scaleTo(value, spreadOf(factor, voices).median);
  const [first] = guesses;
  if (scale === undefined || first === undefined) return undefined;
  if (typeof first === 'number' && guesses.every((guess) => guess === first)) return undefined;
  const source = stream();
  const drawers = guesses.map((guess) => (typeof guess === 'number' ? () => guess : pertDrawer(guess, source)));
  const pick = drawers.length === 1 ? drawers[0] : () => drawers[Math.floor(source() * drawers.length)]?.() ?? value;
  const { min, max } = bounds[factor];
  return pick && (() => Math.min(max, Math.max(min, scale * pick())));
}

/** What to multiply by so that the middle becomes the value; undefined where no number does. */
function scaleTo(value: number, middle: number | undefined): number | undefined {
  if (middle === undefined) return undefined;
  const scale = value === middle ? 1 : value / middle;
  return Number.isFinite(scale) && scale > 0 ? scale : undefined;
}

/** Draws from a range: a beta distribution between its ends with the weight PERT gives to the likely value. */
function pertDrawer({ low, likely, high }: Range, source: () => number): () => number {
  const width = high - low;
  const beta = randomBeta.source(source)(1 + (4 * (likely - low)) / width, 1 + (4 * (high - likely)) / width);
  return () => low + width * beta();
}
