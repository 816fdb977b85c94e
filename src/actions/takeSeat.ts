/** Taking a seat in a session, and giving it back. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { isEngineer } from '../core/board/evidenced.ts';
import { seatsLeft, seatsWords } from '../core/discovery/seats.ts';
import { sessionInput } from '../core/discovery/sessionInput.ts';
import { whenWords } from '../core/discovery/when.ts';
import type { Session } from '../core/kinds/all.ts';
import type { Library } from '../core/library/library.ts';
import { dotted } from '../core/text/joined.ts';
import { action, written } from './action.ts';
import { addedTo } from './changes.ts';
import { memberAsking } from './members.ts';
import { recordOfKind } from './named.ts';

const isIn = ({ values }: Session, me: string | undefined): boolean =>
  me !== undefined && (values.participants ?? []).includes(me);

/** Whether there is a place for somebody. Whoever is no engineer takes no engineer's seat. */
const hasPlace = (library: Library, session: Session, me: string | undefined): boolean =>
  (me !== undefined && !isEngineer(library, me)) || seatsLeft(library, session) > 0;

/** When it is, and which seats are free. */
const beside = (session: Session, library: Library): string =>
  dotted(session.values.at && whenWords(library, session.values.at), seatsWords(library, session));

export const takeSeat = action({
  name: 'takeSeat',
  title: () => t('Take a Seat'),
  input: z.object({
    id: sessionInput({
      fits: (session, library, me) =>
        session.values.status === 'planned' && !isIn(session, me) && hasPlace(library, session, me),
      beside,
      none: () => t('No session has a free seat.'),
    }),
  }),
  needsMe: true,
  async run(because, { id }) {
    const me = await memberAsking(because);
    const session = await plannedSession(because, id);
    if (isIn(session, me)) throw new BecauseError('bad-input', t('You already have a seat in this session.'));
    if (!hasPlace(because.library, session, me)) {
      throw new BecauseError('bad-input', t('All seats for engineers are taken.'), {
        next: t('Ask for another seat, or raise engineerSeats in its record.'),
      });
    }
    return written(because, [{ edit: session, fields: addedTo(session, 'participants', [me]) }]);
  },
});

export const leaveSeat = action({
  name: 'leaveSeat',
  title: () => t('Give Back a Seat'),
  input: z.object({
    id: sessionInput({
      fits: (session, _library, me) => session.values.status === 'planned' && isIn(session, me),
      beside,
      none: () => t('You have no seat in an upcoming session.'),
    }),
  }),
  needsMe: true,
  async run(because, { id }) {
    const me = await memberAsking(because);
    const session = await plannedSession(because, id);
    if (!isIn(session, me)) throw new BecauseError('bad-input', t('You have no seat in this session.'));
    const left = (session.values.participants ?? []).filter((each) => each !== me);
    return written(because, [{ edit: session, fields: [[['participants'], left.length > 0 ? left : undefined]] }]);
  },
});

/** The session, while it is to come. Throws `bad-input` for one that is over or cancelled. */
async function plannedSession(because: Because, id: string): Promise<Session> {
  const session = (await recordOfKind(because, 'session', id)).itself;
  if (session.values.status === 'planned') return session;
  throw new BecauseError('bad-input', t('This session is no longer planned.'));
}
