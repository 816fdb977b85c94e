/** Sessions as a calendar (RFC 5545), which calendar programs import, and import again when something has changed. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { t } from '../base/l10n.ts';
import { addDays } from '../base/time.ts';
import { tidy } from '../face/cardLines.ts';
import { memberName, nameOf } from '../face/names.ts';
import type { Persona, Problem, Session } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { workingHours } from '../library/workingHours.ts';
import { dotted } from '../text/joined.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';
import { seatsWords } from './seats.ts';
import { subjectsOf } from './subjects.ts';

const MINUTE = 60_000;

/** Characters of a line of a description. */
const LINE = 300;

/** Whether a session can stand in a calendar: it says when it is, and may be told of. */
export const isInCalendar = (library: Library, session: Session): boolean =>
  !session.withheld && Number.isFinite(momentOf(library, session));

const momentOf = (library: Library, { values: { at } }: Session): number =>
  at === undefined ? Number.NaN : workingHours(library).moment(at);

/**
 * Those of the sessions that can stand in a calendar, as its text. Moments are told in UTC, which every program shows in its
 * own zone; a day without a time is a whole day. An event keeps its name, and a later export has a higher number, so that
 * what is imported again takes the place of what was there.
 */
export function calendarOf(library: Library, sessions: readonly Session[], now: Date): string {
  const calendar = ical({
    name: t('Discovery'),
    prodId: { company: 'Because', product: 'Because', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const session of sessions.filter((each) => isInCalendar(library, each))) {
    const { at = '', minutes, status } = session.values;
    const isDay = at.trim().length <= 10;
    const start = momentOf(library, session);
    calendar.createEvent({
      id: `${session.id}@because`,
      sequence: Math.floor(now.getTime() / MINUTE),
      stamp: now,
      ...(isDay
        ? { allDay: true, start: at.trim(), end: addDays(at.trim(), 1) }
        : { start: new Date(start), end: new Date(start + minutes * MINUTE) }),
      summary: tidy(nameOf(session), LINE),
      description: description(library, session),
      status: status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Who comes, the seats, and the first lines of the brief. */
function description(library: Library, session: Session): string {
  const { problems, personas } = subjectsOf(library, session);
  const who = (session.values.participants ?? []).map((id) => memberName(library, id) ?? id).join(', ');
  return [
    who && t('Who: {0}', who),
    seatsWords(library, session),
    ...personas.map(personaLine),
    ...problems.map(problemLine),
    t('Ask about the last time it happened, and listen. Do not pitch.'),
  ]
    .filter((line) => line !== '')
    .map((line) => tidy(line, LINE))
    .join('\n');
}

const personaLine = (persona: Persona): string =>
  t('You meet: {0}', dotted(persona.values.name ?? nameOf(persona), persona.values.role));

const problemLine = (problem: Problem): string =>
  t('What we believe: {0}', firstSentences(firstParagraph(problem.body) ?? nameOf(problem), 2));
