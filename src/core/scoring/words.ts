/** What outcomes, and the values of challenges and objections, are called where people read them. */
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

/** An outcome in words; `by` is a day as people say it. */
interface OutcomeSaid {
  readonly metric?: string | undefined;
  readonly unit?: string | undefined;
  readonly baseline?: string | number | undefined;
  readonly target?: string | number | undefined;
  readonly by?: string | undefined;
}

/** `People who read an urgent update within 5 minutes: 70 → 95% by 31 Jan 2027`, as far as it is known. */
export function outcomeWords({ metric, unit, baseline, target, by }: OutcomeSaid): string {
  const measured = unit === '%' ? '%' : unit ? ` ${unit}` : '';
  const numbers =
    baseline === undefined && target === undefined
      ? undefined
      : `${baseline ?? t('unknown')} → ${target ?? t('unknown')}${measured}`;
  const words = [metric, numbers].filter(Boolean).join(': ');
  return by ? t('{0} by {1}', words, by) : words;
}
