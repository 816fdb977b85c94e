/** One factor's guesses as dots on a line: who stands where, in as many lanes as it takes so that none hides another. */
import { type Factor, type Guess, isRange, rungsOf } from '../../../../core/scoring/factors.ts';
import type { Voice } from '../../../../core/scoring/item.ts';
import { type Axis, axisOf } from './numbers.ts';

export interface Dot {
  readonly by: string;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface Dots {
  /** By their likely value, lowest first. */
  readonly dots: readonly Dot[];
  /** Who said `?`. */
  readonly unsure: readonly string[];
}

/** Who guessed what; who said nothing about the factor is left out. */
export function dotsOf(factor: Factor, voices: readonly Voice[]): Dots {
  const given = voices.flatMap(({ by, guesses }) => {
    const guess: Guess | undefined = guesses[factor];
    return guess === undefined ? [] : [{ by, guess }];
  });
  const dots = given.flatMap(({ by, guess }): Dot[] => {
    if (guess === '?') return [];
    return [isRange(guess) ? { by, ...guess } : { by, low: guess, likely: guess, high: guess }];
  });
  dots.sort((a, b) => a.likely - b.likely || (a.by < b.by ? -1 : 1));
  return { dots, unsure: given.flatMap(({ by, guess }) => (guess === '?' ? [by] : [])) };
}

/** The line the dots stand on: the whole agreed scale where there is one, else as far as the guesses go. */
export function lineOf(factor: Factor, { dots }: Dots, agreed: number | undefined): Axis {
  const values = [...dots.flatMap(({ low, high }) => [low, high]), ...(agreed === undefined ? [] : [agreed])];
  const rungs = rungsOf(factor) ?? [];
  if (factor === 'confidence') return { type: 'linear', domain: [0, 100] };
  if (factor === 'impact' && values.every((value) => value > 0)) {
    const all = [...rungs, ...values];
    return { type: 'log', domain: [Math.min(...all) / 1.3, Math.max(...all) * 1.3] };
  }
  return axisOf([...rungs, ...values]);
}

/** Puts stretches of a line, which come sorted by their start, into the first lane where they touch nothing. */
export function lanesOf(stretches: readonly { readonly from: number; readonly to: number }[], gap = 2): number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}

/** One or two letters for a name: `Ada Lovelace` is AL, `grace` is Gr. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => [...word][0] ?? '') : [...(words[0] ?? '?')].slice(0, 2);
  const [first = '', second = ''] = letters;
  return first.toUpperCase() + (words.length > 1 ? second.toUpperCase() : second.toLowerCase());
}
