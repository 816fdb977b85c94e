/** The short words of the board: names of columns, states and kinds, and numbers as people read them. */
import { plural, t, wordsFor } from '../../../../core/base/l10n.ts';
import { type Factor, factorName, type Guess, isRange } from '../../../../core/scoring/factors.ts';
import type { Item, Scales } from '../../../../core/scoring/item.ts';
import { factorText, scoreText } from '../../../../core/scoring/scoreText.ts';
import type { Spread } from '../../../../core/scoring/spread.ts';
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
  challenges: () => t('Discussion'),
  risks: () => t('Risks'),
  evidence: () => t('Evidence'),
  missing: () => t('Readiness'),
  status: () => t('Status'),
});

/** What a column is, for whoever does not know it yet. */
export function columnHelp(column: Column, { reachUnit, effortUnit, period }: Scales): string {
  const muted = t('Dimmed: the median of the estimates, not agreed yet.');
  const words: Readonly<Record<Column, () => string>> = {
    rank: () => t('The place by score. Equal scores share a rank.'),
    title: () => t('The initiative, and the customer problem it solves.'),
    score: () => t('RICE: reach × impact × confidence ÷ effort. A higher score means more for the effort.'),
    reach: () => `${t('How many {0} it reaches per {1}.', reachUnit, period)} ${muted}`,
    impact: () =>
      `${t('How much it changes for each of them: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.')} ${muted}`,
    confidence: () => `${t('How sure the team is of these numbers: 100, 80 or 50 percent.')} ${muted}`,
    effort: () => `${t('How many {0} it takes in total.', effortUnit)} ${muted}`,
    challenges: () => t('Numbers people disagree on (≠), hidden estimates, open challenges and objections.'),
    risks: () => t('Open risks.'),
    estimates: () => t('How many people have estimated.'),
    evidence: () => t('The customers behind it, and how much evidence is against it.'),
    missing: () => t('What is missing before it can be committed.'),
    status: () => t('How far along it is.'),
  };
  return words[column]();
}

/** What a column counts, in the little room of its head; empty where that is plain. */
export function columnUnit(column: Column, { reachUnit, effortUnit }: Scales): string {
  const units: { readonly [C in Column]?: string } = {
    score: 'R×I×C÷E',
    reach: reachUnit,
    impact: '0.25–3',
    confidence: '%',
    effort: effortUnit,
  };
  return units[column] ?? '';
}

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
    unsure === 0 ? [] : plural(unsure, '{0} unsure', '{0} unsure'),
  ].flat();
}

/** What a factor counts, where that is not plain from its name. */
export function unitOf(factor: Factor, { reachUnit, effortUnit, period }: Scales): string {
  return {
    reach: t('{0} per {1}', reachUnit, period),
    impact: t('3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal'),
    confidence: t('percent: 100, 80 or 50'),
    effort: t('{0}, in total', effortUnit),
  }[factor];
}

/** `Median of 3 estimates`, which is what counts until something is agreed. */
export const medianText = (count: number): string =>
  plural(count, 'From {0} estimate, not agreed yet', 'Median of {0} estimates, not agreed yet');

/** The evidence in few words; nothing where there is none. */
export function evidenceTexts({ evidence: { customers, supports, contradicts } }: Item): string[] {
  const who =
    customers > 0 ? plural(customers, '{0} customer', '{0} customers') : plural(supports, '{0} for', '{0} for');
  return [
    customers + supports === 0 ? [] : who,
    contradicts === 0 ? [] : plural(contradicts, '{0} against', '{0} against'),
  ].flat();
}

/** Who has estimated, in few words; nothing where nobody has. */
export function estimatesText({ round: { given, mine } }: Item): string {
  if (given === 0) return '';
  return mine ? t('{0}, including you', given) : String(given);
}
