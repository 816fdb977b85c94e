/** What each wording check says: the reason, and how it could be said instead. */

import { t } from '../base/l10n.ts';

export type WordingCheck =
  | 'solution-first'
  | 'no-sufferer'
  | 'business-target'
  | 'output-as-outcome'
  | 'no-baseline'
  | 'no-target'
  | 'ambiguous-percent'
  | 'vague'
  | 'no-open-question'
  | 'unsupported-claim'
  | 'blame'
  | 'causal-overreach';

interface Reason {
  readonly message: string;
  readonly example: string;
}

/** Made when a finding is, because the person's language is known only then. */
export const REASONS: Readonly<Record<WordingCheck, () => Reason>> = {
  'solution-first': () => ({
    message: t('Starts with a solution. Say who hurts and how much, and others can find a better one.'),
    example: t('30% of users miss time-sensitive updates, and it costs us $200K in annual churn.'),
  }),
  'no-sufferer': () => ({
    message: t('Names nobody who suffers from it.'),
    example: t('Drivers spend more time and money than they save looking for cheap fuel'),
  }),
  'business-target': () => ({
    message: t('Says what the business gets, not what gets better for whom.'),
    example: t('Setup takes 3 minutes instead of 20'),
  }),
  'output-as-outcome': () => ({
    message: t('Says what is delivered, not what changes for people once it is.'),
    example: t('More course views include reviews'),
  }),
  'no-baseline': () => ({
    message: t('Says no number of today, so nobody can tell later whether it changed.'),
    example: t('from 20 min to 3 min by 31 January'),
  }),
  'no-target': () => ({
    message: t('Says no number to reach, so nobody can tell when it is enough.'),
    example: t('from 20 min to 3 min by 31 January'),
  }),
  'ambiguous-percent': () => ({
    message: t('A percentage of a rate can mean points or a relative change.'),
    example: t('+5 points (40% → 45%)'),
  }),
  vague: () => ({
    message: t('Means something else to everybody who reads it. Say a number, and who.'),
    example: t('12 of 40 new admins give up at step 3'),
  }),
  'no-open-question': () => ({
    message: t('Asks nothing. A question invites engineers to solve it.'),
    example: t('How should we solve this?'),
  }),
  'unsupported-claim': () => ({
    message: t('A number with no evidence behind it. Link some, or plan how to validate it.'),
    example: t('validation: {method: interviews, n: 5}'),
  }),
  blame: () => ({
    message: t('Blames people for a date. Say what changed in scope, and when it was agreed.'),
    example: t('late after +20% scope, agreed on 12 November'),
  }),
  'causal-overreach': () => ({
    message: t('Claims a cause. Without a control group, only the change is known.'),
    example: t('changed after'),
  }),
};
