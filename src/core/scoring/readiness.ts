/** What is missing before an initiative can be committed in good conscience, in words. */
import { t } from '../base/l10n.ts';
import type { Gap, Item } from './item.ts';

/** Whether nobody commits an initiative any more: it is with its customers, or given up. */
export function isOver(status: Item['status']): boolean {
  return status === 'shipped' || status === 'measured' || status === 'dropped';
}

/** A gap in a few words, as it stands in a list of what is missing. */
export function gapText(gap: Gap): string {
  switch (gap) {
    case 'estimates':
      return t('estimates of two engineers');
    case 'critical-risk':
      return t('an answer to a critical risk');
    case 'challenge':
      return t('a decision on a challenge');
    case 'objection':
      return t('an answer to an objection');
    case 'problem':
      return t('a problem with a statement');
    case 'outcome':
      return t('an outcome with baseline and target');
    case 'evidence':
      return t('evidence or a validation');
    case 'score':
      return t('a score');
  }
}
