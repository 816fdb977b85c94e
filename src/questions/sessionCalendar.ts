/** Sessions for a calendar program. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { calendarOf, isInCalendar } from '../core/discovery/calendar.ts';
import { datedSessions, isHeld } from '../core/discovery/exposure.ts';
import { heldSessionInput } from '../core/discovery/sessionInput.ts';
import { sessionKnown } from './capture.ts';
import { question } from './question.ts';

/** `Export Sessions to Calendar` */
export const sessionCalendar = question({
  name: 'sessionCalendar',
  title: () => t('Calendar of Sessions'),
  help: () => t('A session, or every upcoming one, as a calendar file (.ics); sensitive ones are left out.'),
  input: z.object({ session: z.optional(heldSessionInput) }),
  /** The text, and which sessions are in it. Throws `bad-input` where that is none. */
  async answer({ library, now }, { session: id }) {
    const asked =
      id === undefined
        ? datedSessions(library).flatMap((one) => (isHeld(one, now.getTime()) ? [] : one.session))
        : [sessionKnown(library, id)];
    const sessions = asked.filter((session) => isInCalendar(library, session));
    if (sessions.length > 0) {
      return { text: calendarOf(library, sessions, now), sessions: sessions.map((one) => one.shownId) };
    }
    const [one] = asked;
    if (one?.withheld) throw new BecauseError('bad-input', t('Sensitive sessions are not exported.'));
    if (id === undefined) throw new BecauseError('not-found', t('There is no upcoming session.'));
    throw new BecauseError('bad-input', t('This session has no date.'), {
      next: t('Add “at” to its record.'),
    });
  },
});
