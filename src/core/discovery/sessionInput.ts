/** A session as actions and questions take it. */
import { t } from '../base/l10n.ts';
import { recordInput, type Taken } from '../library/inputs.ts';
import { sessionsInTime } from './exposure.ts';

/** One of the sessions that fit, offered as people look for one. */
export const sessionInput = (taken: Taken<'session'>) =>
  recordInput('session', () => t('Which session?'), { from: sessionsInTime, ...taken });

/** One that takes place, or took place. */
export const heldSessionInput = sessionInput({
  fits: ({ values }) => values.status !== 'cancelled',
  none: () => t('There is no session.'),
});
