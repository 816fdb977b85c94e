/** What the numbers of an initiative come to in a few words, for one line of a hover or a row of a tree. */
import { plural, t } from '../base/l10n.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { type Factor, factorList, factors, type Guess, type Numbers, rangeOf } from '../scoring/factors.ts';
import type { Item, Scales } from '../scoring/item.ts';
import { numbersOf, whyBeside } from '../scoring/ranking.ts';
import { isBlind } from '../scoring/readiness.ts';
import { missingFactors, riceScore } from '../scoring/rice.ts';
import { saidBetween, scoreText, unitWord } from '../scoring/scoreText.ts';
import { type Spread, spreadOf } from '../scoring/spread.ts';
import { itemOf } from './item.ts';
import { scalesOf } from './scales.ts';

export interface Summary {
  readonly item: Item;
  /** The team's, with what reach counts here. */
  readonly scales: Scales;
  readonly numbers: Numbers;
  readonly spreads: Readonly<Record<Factor, Spread>>;
  readonly score: number | undefined;
  /** The factors people see so differently that they should talk. */
  readonly disputed: readonly Factor[];
  /** Why it cannot stand among the others; a sentence. */
  readonly beside: string | undefined;
  /** How many estimates are kept from the person who asks. */
  readonly hidden: number;
}

/** The summary as one person may see it; undefined where there is nothing to say of its numbers. */
export function summaryOf(library: Library, initiative: Initiative, me: string | undefined): Summary | undefined {
  const item = itemOf(library, initiative, me);
  const { round, agreed, voices, unit, openChallenges, openObjections } = item;
  const isSilent = round.given + openChallenges + openObjections === 0;
  if (isSilent && factors.every((factor) => agreed[factor] === undefined)) return undefined;
  const scales = scalesOf(library);
  const numbers = numbersOf(item, scales);
  const spreads = {
    reach: spreadOf('reach', voices),
    impact: spreadOf('impact', voices),
    confidence: spreadOf('confidence', voices),
    effort: spreadOf('effort', voices),
  };
  return {
    item,
    scales: { ...scales, reachUnit: unit ?? scales.reachUnit },
    numbers,
    spreads,
    score: riceScore(numbers),
    disputed: factors.filter((factor) => spreads[factor].disagrees),
    beside: whyBeside(item, scales),
    hidden: isBlind(item) ? round.given : 0,
  };
}

/** A factor's number with what it counts: `240 customers`, `80%`, `6 person-weeks`. */
export function measure(factor: Factor, number: string, { reachUnit, effortUnit }: Scales): string {
  if (factor === 'impact') return number;
  return factor === 'confidence'
    ? `${number}%`
    : `${number} ${unitWord(Number(number), factor === 'reach' ? reachUnit : effortUnit)}`;
}

/** `2–6`, or `2` where all say the same; undefined where nobody gave a number. */
export function spanText({ min, max }: Pick<Spread, 'min' | 'max'>): string | undefined {
  return min === undefined || max === undefined ? undefined : saidBetween(min, max);
}

/** A guess in little room: `6`, `4–9`, `?`. */
export function shortGuess(guess: Guess): string {
  const range = rangeOf(guess);
  return range ? saidBetween(range.low, range.high) : '?';
}

/** `1 open challenge`, `2 open objections`: what waits for an answer. */
export function openWords({ openChallenges, openObjections }: Item): readonly string[] {
  return [
    openChallenges > 0 ? plural(openChallenges, '{0} open challenge', '{0} open challenges') : '',
    openObjections > 0 ? plural(openObjections, '{0} open objection', '{0} open objections') : '',
  ].filter((words) => words !== '');
}

/** `3 have estimated, hidden until you estimate the numbers`. */
export function hiddenWords(count: number): string {
  return plural(count, '{0} has estimated; hidden until you estimate', '{0} have estimated; hidden until you estimate');
}

/** The score in words, or why there is none. */
export function scoreWords({ score, beside, hidden, numbers }: Summary): string {
  if (beside !== undefined) return t('not ranked');
  if (score !== undefined) return scoreText(score);
  const lacking = missingFactors(numbers);
  return hidden > 0 || lacking.length === factors.length ? t('not scored') : t('not scored: {0}', factorList(lacking));
}
