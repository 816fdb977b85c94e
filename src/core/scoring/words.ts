/** What the values of challenges and objections are called where people read them. */
import { t } from '../base/l10n.ts';
import type { GivenChallenge, GivenObjection } from './detail.ts';

/** An objection by its kind. */
export function objectionName(kind: GivenObjection['kind'] | undefined): string {
  switch (kind) {
    case 'too-complex':
      return t('Too complex for the timeline');
    case 'debt-first':
      return t('Fix technical debt first');
    case 'no-need':
      return t('Customers don’t need this');
    default:
      return t('Other objection');
  }
}

/** What became of an objection. */
export function objectionStateName(state: GivenObjection['state']): string {
  switch (state) {
    case 'open':
      return t('open');
    case 'scoped-down':
      return t('scoped down');
    case 'debt-scored':
      return t('debt scored');
    case 'evidence-shown':
      return t('evidence shown');
    case 'validating':
      return t('validating');
    case 'upheld':
      return t('upheld');
    case 'withdrawn':
      return t('withdrawn');
  }
}

/** What became of a challenge. */
export function challengeStateName(state: GivenChallenge['state']): string {
  switch (state) {
    case 'open':
      return t('open');
    case 'accepted':
      return t('accepted');
    case 'rejected':
      return t('turned down');
    case 'withdrawn':
      return t('withdrawn');
  }
}
