/** The team's clock, and how soon the team answers, as because.yml says. */
import { lasting } from '../base/lasting.ts';
import { addDays, dayIn, isDay, workHoursIn } from '../base/time.ts';
import { WorkingHours } from '../hours/workingHours.ts';
import type { TeamValues } from '../kinds/all.ts';
import type { Library } from './library.ts';

/** What is known of the hours goes by the file: it is the same for as many snapshots as the file does not change. */
export const workingHours = (library: Library): WorkingHours => hoursIn(library.team);

const hoursIn = lasting((team: TeamValues) => new WorkingHours(team.hours));

/** The day of the team on which a day or time lies; empty for what is none. */
export const dayOf = (library: Library, time: string): string =>
  dayIn(library.team.hours?.zone, new Date(workingHours(library).moment(time)));

/** When a day of the team is over, or the moment of a time on it, in milliseconds since 1970; NaN for what is none. */
export function endOf(library: Library, time: string): number {
  const written = time.trim();
  if (written.length > 10) return workingHours(library).moment(written);
  // Not so many hours later: clocks are set, and days are shorter or longer then.
  return isDay(written) ? workingHours(library).moment(addDays(written, 1)) : Number.NaN;
}

/** Minutes of work within which a question is answered, where because.yml says nothing. */
const USUAL_MINUTES = 60;

/** Minutes of work within which a question is to be answered. */
export function answerWithin({ team: { answerWithin: said } }: Library): number {
  const hours = said === undefined ? undefined : workHoursIn(said);
  return hours === undefined ? USUAL_MINUTES : hours * 60;
}
