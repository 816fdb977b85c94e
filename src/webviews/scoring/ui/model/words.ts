/** The short words of the board: names of columns, states and kinds, and numbers as people read them. */
import { plural, t, wordsFor } from '../../../../core/base/l10n.ts';
import { type Factor, factorName, type Guess, isRange } from '../../../../core/scoring/factors.ts';
import type { Item, Scales } from '../../../../core/scoring/item.ts';
import { factorText, scoreText } from '../../../../core/scoring/scoreText.ts';
import { severityName, severityOf } from '../../../../core/scoring/severity.ts';
import type { Spread } from '../../../../core/scoring/spread.ts';
import { worstRisk } from './lines.ts';
import type { Column } from './pageState.ts';

export const columnName = wordsFor<Column>({
  rank: () => t('Rank'),
  title: () => t('Initiative'),
  score: () => t('Score'),
  reach: () => factorName('reach'),
  impact: () => factorName('impact'),
  confidence: () => factorName('confidence'),
  effort: () => factorName('effort'),
  estimates: () => t('Estimates'),
  challenges: () => t('Open'),
  risks: () => t('Risks'),
  evidence: () => t('Evidence'),
  missing: () => t('Readiness'),
});

export const kindName = wordsFor<Item['kind']>({
  feature: () => t('Feature'),
  debt: () => t('Debt'),
  enabler: () => t('Enabler'),
  experiment: () => t('Experiment'),
});

export const statusName = wordsFor<Item['status']>({
  idea: () => t('Idea'),
  candidate: () => t('Candidate'),
  committed: () => t('Committed'),
  building: () => t('Building'),
  shipped: () => t('Shipped'),
  measured: () => t('Measured'),
  dropped: () => t('Dropped'),
});

/** A guess as it is shown. */
export function shownGuess(factor: Factor, guess: Guess): string {
  if (guess === '?') return guess;
  const numbers = isRange(guess) ? [guess.low, guess.likely, guess.high] : [guess];
  return `${numbers.map(scoreText).join(' / ')}${factor === 'confidence' ? '%' : ''}`;
}

/** From the lowest to the highest, where they differ; who does not know. */
export function spreadTexts(factor: Factor, { min, max, unsure }: Spread): string[] {
  return [
    min === undefined || max === undefined || min === max ? [] : `${scoreText(min)}–${factorText(factor, max)}`,
    unsure === 0 ? [] : plural(unsure, '{0} says ?', '{0} say ?'),
  ].flat();
}

/** What a factor counts, where that is not plain from its name. */
export function unitOf(factor: Factor, { reachUnit, effortUnit, period }: Scales): string {
  return {
    reach: t('{0} per {1}', reachUnit, period),
    impact: t('3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal'),
    confidence: t('percent: 100, 80 or 50'),
    effort: t('{0} of everybody together', effortUnit),
  }[factor];
}

/** The open risks in few words. */
export function risksTexts(item: Item): string[] {
  const open = item.risks.filter((risk) => risk.open).length;
  if (open === 0) return ['–'];
  const worst = worstRisk(item);
  return worst === 0 ? [String(open)] : [String(open), severityName(severityOf(worst))];
}

/** The evidence in few words. */
export function evidenceTexts({ evidence: { customers, supports, contradicts } }: Item): string[] {
  if (supports + contradicts === 0 && customers === 0) return [t('none')];
  const who =
    customers > 0 ? plural(customers, '{0} customer', '{0} customers') : plural(supports, '{0} piece', '{0} pieces');
  return contradicts === 0 ? [who] : [who, plural(contradicts, '{0} contradicts', '{0} contradict')];
}

/** Who has estimated, in few words. */
export function estimatesText({ round: { given, mine } }: Item): string {
  if (given === 0) return t('none');
  return mine ? t('{0}, including you', given) : String(given);
}

/** Open challenges and objections, in few words. */
export function openTexts({ openChallenges, openObjections }: Item): string[] {
  const parts = [
    openChallenges === 0 ? [] : plural(openChallenges, '{0} challenge', '{0} challenges'),
    openObjections === 0 ? [] : plural(openObjections, '{0} objection', '{0} objections'),
  ].flat();
  return parts.length === 0 ? ['–'] : parts;
}
