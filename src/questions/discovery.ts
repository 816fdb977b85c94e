/** Who meets customers: exposure, whose turn it is, and the sessions to come. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { momentTold } from '../core/base/time.ts';
import { datedSessions, exposureOf, isHeld } from '../core/discovery/exposure.ts';
import { seatsLeft } from '../core/discovery/seats.ts';
import { nameOf } from '../core/face/names.ts';
import { question } from './question.ts';

/** `Discovery` */
export const discovery = question({
  name: 'discovery',
  title: () => t('Discovery'),
  help: () =>
    t('How many hours each person met customers in the last six weeks, who is next, and the upcoming sessions.'),
  input: z.object({}),
  async answer({ library, now }) {
    const ahead = datedSessions(library).filter((one) => !isHeld(one, now.getTime()));
    return {
      ...exposureOf(library, now),
      ahead: ahead.map(({ session, from, to }) => ({
        id: session.shownId,
        name: nameOf(session),
        path: session.shownPath,
        from: momentTold(from),
        to: momentTold(to),
        participants: session.values.participants ?? [],
        seatsLeft: seatsLeft(library, session),
      })),
    };
  },
});
