/** Words that depend on where the person is. */
import { daySpan, dayWords } from '../../core/base/dayWords.ts';
import { dayIn } from '../../core/base/time.ts';

/** The day of a moment, in milliseconds since 1970; empty for one that no date can hold. */
export const dayOf = (moment: number): string => dayWords(dayHere(moment));

/** From the day of one moment to that of another. */
export const daysOf = (from: number, to: number): string => daySpan(dayHere(from), dayHere(to));

const dayHere = (moment: number): string =>
  dayIn(new Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(moment));
