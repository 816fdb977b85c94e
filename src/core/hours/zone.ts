/** A time zone: which moment it is when its clocks show a time of a day. */
import { tzOffset } from '@date-fns/tz/tzOffset';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** The moment at which the clocks of a zone show a time, told as the moment at which those of UTC show it. */
export type MomentOf = (shown: number) => number;

/**
 * The clocks of a zone. What they show twice is meant the first time, where they are set back; what they skip is as much later
 * as they skip: what `Temporal` calls compatible. Not a number in a zone nobody knows.
 */
export function clocksOf(zone: string): MomentOf {
  const aheadAt = (moment: number) => tzOffset(zone, new Date(moment)) * MINUTE;
  const known = new Map<number, number>();
  const aheadOn = (day: number): number => {
    const ahead = known.get(day) ?? aheadAt(day);
    known.set(day, ahead);
    return ahead;
  };
  return (shown) => {
    const day = shown - (shown % DAY);
    // No zone is a day from UTC, so that these are before and after whatever happens to clocks on the day.
    const earlier = shown - aheadOn(day - DAY);
    const later = shown - aheadOn(day + 2 * DAY);
    if (earlier === later) return earlier;
    const isShown = (moment: number) => moment + aheadAt(moment) === shown;
    return !isShown(earlier) && isShown(later) ? later : earlier;
  };
}
