/** What the days of a sprint add up to, for the team as a whole. */
import { isEngineer } from '../board/evidenced.ts';
import { datedSessions, isHeld } from '../discovery/exposure.ts';
import type { Library } from '../library/library.ts';
import { followThrough } from '../promises/followThrough.ts';
import { answerTimes } from '../waiting/answerTimes.ts';
import type { Period } from './period.ts';

/** How often the team met customers, and how many engineers were there. */
export function metIn(library: Library, { has, now }: Period) {
  const held = datedSessions(library).filter((one) => has(one.day) && isHeld(one, now.getTime()));
  const engineers = held.map(({ session: { values } }) =>
    (values.participants ?? []).filter((id) => isEngineer(library, id)),
  );
  return {
    sessions: held.length,
    withEngineer: engineers.filter(({ length }) => length > 0).length,
    engineers: new Set(engineers.flat()).size,
  };
}

/** How soon the questions of these days were answered. */
export const askedIn = (library: Library, { has, now }: Period) =>
  answerTimes(library, now.getTime(), ({ values }) => has(values.asked ?? values.created));

/** What became of the promises that were due in these days. */
export const promisedIn = (library: Library, { sprint: { values }, now }: Period) =>
  followThrough(library, now, { from: values.starts, to: values.ends });

/** The thanks of these days, those that are sensitive left out. */
export const creditsIn = (library: Library, { has }: Period) =>
  library.ofKind('credit').filter(({ withheld, broken, values }) => !withheld && !broken && has(values.created));

/** What changed in scope in these days, what is sensitive left out. */
export const scopeChangesIn = (library: Library, { has }: Period) =>
  library.ofKind('scopeChange').filter(({ withheld, broken, values }) => !withheld && !broken && has(values.created));
