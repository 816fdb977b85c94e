/** One factor's guesses as dots on a line: who stands where, in as many lanes as it takes so that none hides another. */
import { compareTexts } from '../../../../core/base/order.ts';
import { type Factor, type Range, rangeOf, rungsOf } from '../../../../core/scoring/factors.ts';
import type { Voice } from '../../../../core/scoring/item.ts';
import { type Axis, axisOf } from './numbers.ts';

export interface Dot extends Range {
  readonly by: string;
}

/** Who guessed what, by their likely value, lowest first; who gave no number is left out. */
export function dotsOf(factor: Factor, voices: readonly Voice[]): readonly Dot[] {
  return voices
    .flatMap(({ by, guesses }) => {
      const range = rangeOf(guesses[factor]);
      return range ? [{ by, ...range }] : [];
    })
    .sort((a, b) => a.likely - b.likely || compareTexts(a.by, b.by));
}

/** The line the dots stand on: the whole agreed scale where there is one, else as far as the guesses go. */
export function lineOf(factor: Factor, dots: readonly Dot[], agreed: number | undefined): Axis {
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
  const [first = '?', second] = name.split(/[\s._-]+/).filter(Boolean);
  const [letter = '', next = ''] = first;
  return letter.toUpperCase() + (second === undefined ? next.toLowerCase() : ([...second][0] ?? '').toUpperCase());
}
