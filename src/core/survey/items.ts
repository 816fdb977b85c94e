/** What everybody on a team is asked in a health check, and how much they may agree. */
import { t } from '../base/l10n.ts';

/** What each person is asked, by the name it has in records; always in this order. */
const sentences = {
  problem: () => t('I know the problem we solve, and who has it.'),
  customer: () => t('I recently heard from a customer.'),
  estimates: () => t('My estimates change plans.'),
  priorities: () => t('I can challenge priorities.'),
  answers: () => t('My questions are answered in time.'),
  scope: () => t('Scope changes are owned, not blamed on us.'),
  promises: () => t('Promises are kept.'),
  credit: () => t('Credit is given fairly.'),
  results: () => t('I find out what happened after we ship.'),
} as const;

export type SurveyItem = keyof typeof sentences;

export const surveyItems = Object.keys(sentences) as readonly SurveyItem[];

export const itemSentence = (item: SurveyItem): string => sentences[item]();

/** How much somebody agrees: 1 not at all, 5 fully. */
export const LEVELS = 5;

/** What each level is called, the lowest first. */
export const levelWords = (): readonly string[] => [
  t('Strongly disagree'),
  t('Disagree'),
  t('Neither'),
  t('Agree'),
  t('Strongly agree'),
];
