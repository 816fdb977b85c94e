/** Values that are accepted and lie off the scales people agreed on: which they are, and the word that stands beside them. */
import { t, wordsFor } from '../base/l10n.ts';
import { type Factor, type Guess, isRange, rungsOf } from './factors.ts';
import type { Item } from './item.ts';

/**
 * `fraction`: a share where a count or a percentage belongs, such as a confidence of 0.8. `moonshot`: a confidence under 50.
 * `off`: none of the values of the scale. Source: Intercom, "RICE".
 */
export type OffScale = 'fraction' | 'moonshot' | 'off';

/** How a value lies off its scale; undefined for one that lies on it, and for what is counted without one. */
export function offScale(factor: Factor, value: number): OffScale | undefined {
  if (value > 0 && (factor === 'confidence' ? value <= 1 : factor === 'reach' && value < 1)) return 'fraction';
  if (factor === 'confidence' && value < 50) return 'moonshot';
  return rungsOf(factor)?.includes(value) === false ? 'off' : undefined;
}

/** The numbers a guess is made of, each with its step in the record. */
export function pointsOf(guess: Guess): readonly (readonly [step: readonly string[], value: number])[] {
  if (guess === '?') return [];
  if (!isRange(guess)) return [[[], guess]];
  const { low, likely, high } = guess;
  return Object.entries({ low, likely, high }).map(([step, value]) => [[step], value] as const);
}

const words = wordsFor<OffScale>({
  fraction: () => t('a fraction?'),
  moonshot: () => t('bet'),
  off: () => t('off the scale'),
});

/** A word for a guess of which a number lies off its scale. */
export function offScaleWord(factor: Factor, guess: Guess | undefined): string | undefined {
  const points = guess === undefined ? [] : pointsOf(guess);
  const off = points.map(([, value]) => offScale(factor, value)).find((found) => found !== undefined);
  return off && words(off);
}

/** The word for the number that counts: what was agreed, else what anybody says. */
export function offScaleIn({ agreed, voices }: Pick<Item, 'agreed' | 'voices'>, factor: Factor): string | undefined {
  const counted = agreed[factor];
  if (counted !== undefined) return offScaleWord(factor, counted);
  return voices.map(({ guesses }) => offScaleWord(factor, guesses[factor])).find((word) => word !== undefined);
}

/** A share as the percentage it stands for: 0.8 is 80. */
export function asPercent(value: number): number {
  return Number((value * 100).toPrecision(12));
}
