/** What the values of challenges and objections are called where people read them. */
import { t, wordsFor } from '../base/l10n.ts';
import type { GivenChallenge, GivenObjection } from './detail.ts';

const objectionNames = wordsFor<GivenObjection['kind']>({
  'too-complex': () => t('Too complex for the timeline'),
  'debt-first': () => t('Fix technical debt first'),
  'no-need': () => t('Customers don’t need this'),
  other: () => t('Other objection'),
});

/** An objection by its kind. */
export const objectionName = (kind: GivenObjection['kind'] = 'other'): string => objectionNames(kind);

/** What became of an objection. */
export const objectionStateName = wordsFor<GivenObjection['state']>({
  open: () => t('open'),
  'scoped-down': () => t('scoped down'),
  'debt-scored': () => t('debt scored'),
  'evidence-shown': () => t('evidence shown'),
  validating: () => t('validating'),
  upheld: () => t('accepted'),
  withdrawn: () => t('withdrawn'),
});

/** What became of a challenge. */
export const challengeStateName = wordsFor<GivenChallenge['state']>({
  open: () => t('open'),
  accepted: () => t('accepted'),
  rejected: () => t('rejected'),
  withdrawn: () => t('withdrawn'),
});
