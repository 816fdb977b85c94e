/** Value against effort as points: what each ranked item is worth, what it costs, and how far the guesses of both reach. */
import { type Numbers, type Range, rangeOf } from '../../../../core/scoring/factors.ts';
import type { Voice } from '../../../../core/scoring/item.ts';
import type { Ranked } from '../../../../core/scoring/ranking.ts';

type Span = Pick<Range, 'low' | 'high'>;

export interface ValuePoint extends Ranked {
  /** Reach × impact × confidence. */
  readonly value: number;
  readonly values: Span;
  readonly effort: number;
  readonly efforts: Span;
}

/** The points of ranked items, the best first. */
export function valuePoints(ranked: readonly Ranked[]): ValuePoint[] {
  return ranked.map((each) => {
    const { numbers, item } = each;
    const value = worthOf(numbers, {}, 'likely');
    const effort = numbers.effort ?? 0;
    const values = item.voices.filter(knowsValue).map(({ guesses }) => ({
      low: worthOf(numbers, guesses, 'low'),
      high: worthOf(numbers, guesses, 'high'),
    }));
    const efforts = item.voices.flatMap(({ guesses }) => rangeOf(guesses.effort) ?? []);
    return { ...each, value, values: around(value, values), effort, efforts: around(effort, efforts) };
  });
}

function knowsValue({ guesses: { reach, impact, confidence } }: Voice): boolean {
  return [reach, impact, confidence].some((guess) => rangeOf(guess) !== undefined);
}

/** One voice's value; where it says nothing, what the item is ranked by. */
function worthOf(numbers: Numbers, guesses: Voice['guesses'], point: keyof Range): number {
  const number = (factor: 'reach' | 'impact' | 'confidence'): number =>
    rangeOf(guesses[factor])?.[point] ?? numbers[factor] ?? 0;
  return number('reach') * number('impact') * (number('confidence') / 100);
}

/** From the lowest to the highest guess, and always with the number itself: an agreed one may lie beyond all guesses. */
function around(number: number, guesses: readonly Span[]): Span {
  return {
    low: Math.min(number, ...guesses.map(({ low }) => low)),
    high: Math.max(number, ...guesses.map(({ high }) => high)),
  };
}
