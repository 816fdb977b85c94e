/** The team's clock, and how soon the team answers, as because.yml says. */
import { lasting } from '../base/lasting.ts';
import { workHoursIn } from '../base/time.ts';
import { WorkingHours } from '../hours/workingHours.ts';
import type { TeamValues } from '../kinds/all.ts';
import type { Library } from './library.ts';

/** What is known of the hours goes by the file: it is the same for as many snapshots as the file does not change. */
export const workingHours = (library: Library): WorkingHours => hoursIn(library.team);

const hoursIn = lasting((team: TeamValues) => new WorkingHours(team.hours));

/** Minutes of work within which a question is answered, where because.yml says nothing. */
const USUAL_MINUTES = 60;

/** Minutes of work within which a question is to be answered. */
export function answerWithin({ team: { answerWithin: said } }: Library): number {
  const hours = said === undefined ? undefined : workHoursIn(said);
  return hours === undefined ? USUAL_MINUTES : hours * 60;
}
