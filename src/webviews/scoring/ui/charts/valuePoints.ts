/** Value against effort as points: what each ranked item is worth, what it costs, and how far the guesses of both reach. */
import { type Guess, isRange, type Numbers } from '../../../../core/scoring/factors.ts';
import type { Voice } from '../../../../core/scoring/item.ts';
import type { Ranked } from '../../../../core/scoring/ranking.ts';

interface Span {
  readonly low: number;
  readonly high: number;
}

export interface ValuePoint {
  readonly id: string;
  readonly title: string;
  readonly kind: Ranked['item']['kind'];
  readonly rank: number;
  readonly score: number;
  /** Reach × impact × confidence. */
  readonly value: number;
  readonly values: Span;
  readonly effort: number;
  readonly efforts: Span;
}

/** The points of ranked items, the best first. */
export function valuePoints(ranked: readonly Ranked[]): ValuePoint[] {
  return ranked.map(({ item: { id, title, kind, voices }, numbers, score, rank }) => {
    const value = worthOf(numbers, {}, 'likely');
    const effort = numbers.effort ?? 0;
    const efforts = voices.flatMap(({ guesses }) => ends(guesses.effort));
    const values = voices
      .filter(knowsValue)
      .flatMap((voice) => [worthOf(numbers, voice.guesses, 'low'), worthOf(numbers, voice.guesses, 'high')]);
    return {
      id,
      title,
      kind,
      rank,
      score,
      value,
      values: around(value, values),
      effort,
      efforts: around(effort, efforts),
    };
  });
}

function knowsValue({ guesses }: Voice): boolean {
  return [guesses.reach, guesses.impact, guesses.confidence].some((guess) => guess !== undefined && guess !== '?');
}

type Point = 'low' | 'likely' | 'high';

/** One voice's value; where it says nothing, what the item is ranked by. */
function worthOf(numbers: Numbers, guesses: Voice['guesses'], point: Point): number {
  const number = (factor: 'reach' | 'impact' | 'confidence'): number =>
    at(guesses[factor], point) ?? numbers[factor] ?? 0;
  return number('reach') * number('impact') * (number('confidence') / 100);
}

function at(guess: Guess | undefined, point: Point): number | undefined {
  if (guess === undefined || guess === '?') return undefined;
  return isRange(guess) ? guess[point] : guess;
}

function ends(guess: Guess | undefined): number[] {
  return [at(guess, 'low') ?? [], at(guess, 'high') ?? []].flat();
}

/** From the lowest to the highest guess, and always with the number itself: an agreed one may lie beyond all guesses. */
function around(number: number, guesses: readonly number[]): Span {
  return { low: Math.min(number, ...guesses), high: Math.max(number, ...guesses) };
}
