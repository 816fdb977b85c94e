/** What the days of a sprint add up to, for the team as a whole. */
import { isEngineer } from '../board/evidenced.ts';
import { declinesCredits } from '../credit/partsIn.ts';
import { datedSessions, isHeld } from '../discovery/exposure.ts';
import type { Library } from '../library/library.ts';
import { followThrough } from '../promises/followThrough.ts';
import type { ContextRecord } from '../records/record.ts';
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
  followThrough(library, now, { from: values.starts ?? '9999', to: values.ends });

/** The thanks of these days, without those that are sensitive or to somebody who wants none. */
export const creditsIn = (library: Library, period: Period) =>
  createdIn(library.ofKind('credit'), period).filter(({ values }) => !declinesCredits(library, values.to ?? ''));

/** What changed in scope in these days, what is sensitive left out. */
export const scopeChangesIn = (library: Library, period: Period) => createdIn(library.ofKind('scopeChange'), period);

const createdIn = <One extends ContextRecord<{ readonly created?: string | undefined }>>(
  all: readonly One[],
  { has }: Period,
) => all.filter(({ withheld, broken, values }) => !withheld && !broken && has(values.created));
