/** What the numbers of an initiative come to in a few words, for one line of a hover or a row of a tree. */
import { plural, t } from '../base/l10n.ts';
import { type Factor, factorList, factors, type Guess, isRange, type Numbers } from '../scoring/factors.ts';
import type { Item, Scales } from '../scoring/item.ts';
import { numbersOf, whyBeside } from '../scoring/ranking.ts';
import { isBlind } from '../scoring/readiness.ts';
import { missingFactors, riceScore } from '../scoring/rice.ts';
import { saidBetween, scoreText } from '../scoring/scoreText.ts';
import { type Spread, spreadOf } from '../scoring/spread.ts';

export interface Summary {
  readonly numbers: Numbers;
  readonly spreads: Readonly<Record<Factor, Spread>>;
  readonly score: number | undefined;
  /** The factors without a number, in the order people say them. */
  readonly lacking: readonly Factor[];
  /** The factors people see so differently that they should talk. */
  readonly disputed: readonly Factor[];
  /** Why it cannot stand among the others; a sentence. */
  readonly beside: string | undefined;
  /** How many estimates are kept from the person who asks. */
  readonly hidden: number;
}

export function summaryOf(item: Item, scales: Scales): Summary {
  const numbers = numbersOf(item, scales);
  const spreads = {
    reach: spreadOf('reach', item.voices),
    impact: spreadOf('impact', item.voices),
    confidence: spreadOf('confidence', item.voices),
    effort: spreadOf('effort', item.voices),
  };
  return {
    numbers,
    spreads,
    score: riceScore(numbers),
    lacking: missingFactors(numbers),
    disputed: factors.filter((factor) => spreads[factor].disagrees),
    beside: whyBeside(item, scales),
    hidden: isBlind(item) ? item.round.given : 0,
  };
}

/** Whether there is anything to say of its numbers at all. */
export function isScored({ round, agreed, openChallenges, openObjections }: Item): boolean {
  return round.given + openChallenges + openObjections > 0 || factors.some((factor) => agreed[factor] !== undefined);
}

/** A factor's number with what it counts: `240 customers`, `80%`, `6 person-weeks`. */
export function measure(factor: Factor, number: string, scales: Pick<Scales, 'reachUnit' | 'effortUnit'>): string {
  switch (factor) {
    case 'reach':
      return counted(number, scales.reachUnit);
    case 'impact':
      return number;
    case 'confidence':
      return `${number}%`;
    case 'effort':
      return counted(number, scales.effortUnit);
  }
}

/** Units are named in the plural; of the usual ones the product knows what one is called. */
const single = new Map([
  ['customers', 'customer'],
  ['person-weeks', 'person-week'],
]);

const counted = (number: string, unit: string): string =>
  `${number} ${number === '1' ? (single.get(unit) ?? unit) : unit}`;

/** `2–6`, or `2` where all say the same; undefined where nobody gave a number. */
export function spanText({ min, max }: Pick<Spread, 'min' | 'max'>): string | undefined {
  if (min === undefined || max === undefined) return undefined;
  return saidBetween(min, max);
}

/** A guess in little room: `6`, `4–9`, `?`. */
export function shortGuess(guess: Guess): string {
  if (guess === '?') return guess;
  return isRange(guess) ? `${scoreText(guess.low)}–${scoreText(guess.high)}` : scoreText(guess);
}

/** `1 open challenge`, `2 open objections`: what waits for an answer. */
export function openWords({ openChallenges, openObjections }: Item): readonly string[] {
  return [
    openChallenges > 0 ? plural(openChallenges, '{0} open challenge', '{0} open challenges') : '',
    openObjections > 0 ? plural(openObjections, '{0} open objection', '{0} open objections') : '',
  ].filter((words) => words !== '');
}

/** `3 have estimated, give yours to see the numbers`. */
export function hiddenWords(count: number): string {
  return plural(
    count,
    '{0} has estimated; give yours to see the numbers',
    '{0} have estimated; give yours to see the numbers',
  );
}

/** The score in words, or why there is none. */
export function scoreWords({ score, lacking, beside, hidden, numbers }: Summary): string {
  if (beside !== undefined) return t('not ranked');
  if (score !== undefined) return scoreText(score);
  if (hidden > 0 || Object.values(numbers).every((value) => value === undefined)) return t('not scored');
  return t('not scored: {0}', factorList(lacking));
}
