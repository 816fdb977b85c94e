/** When a promise is due: read from what people say, in the team's zone, and told as an absolute day or time. */
import { weekdayWords } from '../base/dayWords.ts';
import { BecauseError } from '../base/errors.ts';
import { t } from '../base/l10n.ts';
import { clockIn } from '../base/time.ts';
import { type Said, saidDay, type Today } from '../hours/calendarWords.ts';
import type { Library } from '../library/library.ts';
import { currentSprint, sprints, today } from '../library/query.ts';
import { endOf, workingHours } from '../library/workingHours.ts';
import { joined } from '../text/joined.ts';

/** What people can say, for whoever said something else. */
export const dueExamples = (): string =>
  t('Say it like “Thursday”, “Thursday 14:00”, “in 2 days”, “end of sprint” or “2026-12-04”.');

/**
 * The day or time that words mean for the team, as a record holds it: `2026-12-03`, or `2026-12-03T14:00` by the clocks of
 * the team. Undefined for words that mean none. It may be over.
 */
export function timeSaid(library: Library, words: string, now: Date): string | undefined {
  const said = saidDay(words, todayOf(library, now));
  return said && written(said);
}

const written = ({ day, time }: Said): string => (time === undefined ? day : `${day}T${time}`);

/** The same of what is still to come. Throws `bad-input` for what cannot be read, or is over. */
export function dueSaid(library: Library, words: string, now: Date): string {
  const due = readable(library, words, now);
  if (lastMoment(library, due) < now.getTime()) {
    throw new BecauseError('bad-input', t('{0} is over.', dueWords(library, due)), {
      next: t('Promise it for a later day.'),
    });
  }
  return due;
}

/** The same of what has been. Throws `bad-input` for what cannot be read, or is still to come. */
export function doneSaid(library: Library, words: string, now: Date): string {
  const done = readable(library, words, now);
  if (workingHours(library).moment(done) <= now.getTime()) return done;
  throw new BecauseError('bad-input', t('{0} is still to come.', dueWords(library, done)));
}

function readable(library: Library, words: string, now: Date): string {
  const time = timeSaid(library, words, now);
  if (time !== undefined) return time;
  throw new BecauseError('bad-input', t('Because cannot tell when that is.'), { next: dueExamples() });
}

/** `Thu 3 Dec 2026`, `Thu 3 Dec 2026, 14:00 (Europe/Paris)`. */
export function dueWords({ team }: Library, due: string): string {
  const words = weekdayWords(due);
  return due.length > 10 ? `${joined(words, due.slice(11, 16))} (${team.hours?.zone ?? 'UTC'})` : words;
}

/** The last moment in time, in milliseconds since 1970: of a day, its end where the team is. NaN for what is no time. */
export function lastMoment(library: Library, due: string): number {
  const end = endOf(library, due);
  return due.trim().length > 10 ? end : end - 1;
}

/** Whether something came after it was due; at no known time, it did. A day counts from its beginning. */
export const isLate = (library: Library, due: string, at: string | undefined): boolean =>
  !(at !== undefined && workingHours(library).moment(at) <= lastMoment(library, due));

function todayOf(library: Library, now: Date): Today {
  const { zone, days } = library.team.hours ?? {};
  const current = currentSprint(library, now);
  const all = sprints(library);
  const ahead = current ? all.slice(all.indexOf(current)) : [];
  return {
    day: today(library, now),
    clock: clockIn(zone, now),
    sprintEnds: ahead.flatMap(({ values }) => values.ends ?? []),
    ...(days && days.length > 0 && { workdays: days }),
  };
}

/** A promise as it is said in one sentence, taken apart: what, and the words for when. */
export interface Sentence {
  readonly what: string;
  /** Undefined where the sentence does not end in a day or time. */
  readonly when: string | undefined;
}

/** Words at the end that can mean a day. */
const MOST_WORDS = 8;

/** `customer feedback by Thursday`: customer feedback, Thursday. */
export function sentenceOf(library: Library, text: string, now: Date): Sentence {
  const said = text.trim();
  const starts = [...said.matchAll(/\s(?=(?:by|on|until|till|in|within|today|tomorrow)\b)/gi)].map(
    ({ index }) => index,
  );
  for (const start of starts.slice(-MOST_WORDS)) {
    const when = said.slice(start + 1);
    const what = said.slice(0, start).trim();
    if (what !== '' && timeSaid(library, when, now) !== undefined) {
      return { what: what.replace(/[,:]$/, ''), when: when.replace(/^(?:by|on|until|till)\s+/i, '') };
    }
  }
  return { what: said, when: undefined };
}
