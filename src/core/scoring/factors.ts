/** The four factors of RICE: what each may be, how one person guesses it, and how a guess is read and said. */
import { t, wordsFor } from '../base/l10n.ts';

/** In the order people say them. */
export const factors = ['reach', 'impact', 'confidence', 'effort'] as const;

export type Factor = (typeof factors)[number];

/** A guess as three points: the best case, the likely one, the worst (or the other way round, for effort). */
export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** One person's value of a factor: a number, a range, or `?` for "I do not know yet". */
export type Guess = number | Range | '?';

/** One number for each factor that is known. */
export type Numbers = { readonly [F in Factor]?: number | undefined };

/**
 * What a factor may be. Reach: per period; impact: per person; confidence: percent; effort: person-time. The outer bounds
 * only keep slips of the finger out of the arithmetic, so that no product of four factors leaves the numbers.
 */
export const bounds: Readonly<Record<Factor, { readonly min: number; readonly max: number }>> = {
  reach: { min: 0, max: 1e9 },
  impact: { min: 0, max: 100 },
  confidence: { min: 0, max: 100 },
  effort: { min: 0.01, max: 1e5 },
};

/** The scales people agreed on, lowest first; anything else is accepted and flagged. Source: Intercom, "RICE". */
const rungs = {
  impact: [0.25, 0.5, 1, 2, 3],
  confidence: [50, 80, 100],
} as const satisfies { readonly [F in Factor]?: readonly number[] };

/** The scale of a factor; undefined for reach and effort, which are counted. */
export function rungsOf(factor: Factor): readonly number[] | undefined {
  return factor === 'impact' || factor === 'confidence' ? rungs[factor] : undefined;
}

export function isRange(guess: Guess): guess is Range {
  return typeof guess === 'object';
}

/** A guess as a range, of no width for a number; undefined for none, and for `?`. */
export function rangeOf(guess: Guess | undefined): Range | undefined {
  if (guess === undefined || guess === '?') return undefined;
  return isRange(guess) ? guess : { low: guess, likely: guess, high: guess };
}

export const factorName = wordsFor<Factor>({
  reach: () => t('Reach'),
  impact: () => t('Impact'),
  confidence: () => t('Confidence'),
  effort: () => t('Effort'),
});

/** `effort, reach`. */
export function factorList(list: readonly Factor[]): string {
  return list.map((factor) => factorName(factor).toLowerCase()).join(', ');
}

/** What would be right for a factor, to go behind "must be" or "should be". */
export const expectedOf = wordsFor<Factor>({
  reach: () => t('a number from 0 to 1,000,000,000, a range, or ?'),
  impact: () => t('3, 2, 1, 0.5 or 0.25, another number up to 100, a range, or ?'),
  confidence: () => t('100, 80, 50 or another percentage from 0 to 100, a range, or ?'),
  effort: () => t('a number of at least 0.01 and at most 100,000, a range, or ?'),
});

/** Why a guess cannot be taken, as a sentence; undefined when it can. Takes any value, as files and pages hold any. */
export function guessProblem(factor: Factor, guess: unknown): string | undefined {
  if (guess === '?') return undefined;
  if (typeof guess === 'number') return numberProblem(factor, guess);
  if (typeof guess !== 'object' || guess === null || Array.isArray(guess)) {
    return t('{0} must be {1}.', factorName(factor), expectedOf(factor));
  }
  const { low, likely, high } = guess as { readonly [name: string]: unknown };
  const points = [low, likely, high];
  if (!points.every((point) => typeof point === 'number')) {
    return t('A range needs three numbers: low, likely and high.');
  }
  const wrong = points.map((point) => numberProblem(factor, point)).find((problem) => problem !== undefined);
  if (wrong !== undefined) return wrong;
  const [a = 0, b = 0, c = 0] = points;
  return a <= b && b <= c
    ? undefined
    : t('A range goes up from low to likely to high. {0}, {1}, {2} does not.', a, b, c);
}

function numberProblem(factor: Factor, value: number): string | undefined {
  const { min, max } = bounds[factor];
  // Not a number is neither above nor below anything, so the question is asked this way round.
  return value >= min && value <= max ? undefined : t('{0} must be {1}.', factorName(factor), expectedOf(factor));
}

/** What was typed into a field: the guess, nothing, or why it cannot be taken. */
export type Typed = { readonly guess?: Guess | undefined; readonly problem?: string };

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** No guess is longer; what is pasted by mistake is not searched for one. */
const LONGEST = 100;

/**
 * Reads a guess as people type it: `6`, `1,200`, `?`, and ranges `3-6-12`, `3..6..12`, `3 / 6 / 12`; of confidence also `80%`.
 * An empty field is no guess.
 */
export function readGuess(factor: Factor, typed: string): Typed {
  const text = typed.trim();
  if (text === '') return { guess: undefined };
  if (text === '?') return { guess: '?' };
  const points = text.length > LONGEST ? [] : text.split(SEPARATOR);
  const numbers = points.map((point) => numberIn(factor, point));
  if (points.length === 0 || numbers.some(Number.isNaN))
    return { problem: t('{0} must be {1}.', factorName(factor), expectedOf(factor)) };
  if (points.length !== 1 && points.length !== 3) {
    return { problem: t('Enter one number, or a range as low / likely / high, such as 3 / 6 / 12.') };
  }
  const [low = 0, likely, high] = numbers;
  const guess = likely === undefined || high === undefined ? low : { low, likely, high };
  const problem = guessProblem(factor, guess);
  return problem === undefined ? { guess } : { problem };
}

/** Between the points of a range. A hyphen is one only behind a number, as it may also be a minus. */
const SEPARATOR = /\s*(?:\.\.+|…|\/|;|\bto\b)\s*|(?<=[\d.%])\s*[-–—]\s*|\s+(?!%)/;

/** A plain number as people type it, such as `1,200`; not a number for anything else. */
export const typedNumber = (text: string): number => numberIn('reach', text.trim());

/** `1,200` is twelve hundred; `1,5` is not guessed at. */
function numberIn(factor: Factor, text: string): number {
  const bare = factor === 'confidence' ? text.replace(/%$/, '').trimEnd() : text;
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  // Adding nothing makes a zero of `-0`.
  const number = Number(plain) + 0;
  return NUMBER.test(plain) && Number.isFinite(number) ? number : Number.NaN;
}

/** A guess as it could be typed again; an empty text for none. */
export function guessText(guess: Guess | undefined): string {
  if (guess === undefined) return '';
  return isRange(guess) ? `${guess.low} / ${guess.likely} / ${guess.high}` : String(guess);
}
