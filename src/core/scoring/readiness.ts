/** What is missing before an initiative can be committed in good conscience, in words. */
import { t } from '../base/l10n.ts';
import type { Gap, Item } from './item.ts';

/** Whether nobody commits an initiative any more: it is with its customers, or given up. */
export function isOver(status: Item['status']): boolean {
  return status === 'shipped' || status === 'measured' || status === 'dropped';
}

const gapTexts: Readonly<Record<Gap, () => string>> = {
  estimates: () => t('estimates of two engineers'),
  'critical-risk': () => t('an answer to a critical risk'),
  challenge: () => t('a decision on a challenge'),
  objection: () => t('an answer to an objection'),
  problem: () => t('a problem with a statement'),
  outcome: () => t('an outcome with baseline and target'),
  evidence: () => t('evidence or a validation'),
  score: () => t('a score'),
};

/** A gap in a few words, as it stands in a list of what is missing. */
export const gapText = (gap: Gap): string => gapTexts[gap]();
