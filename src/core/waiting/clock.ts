/** The time somebody waits, in words that go on with the clock. */
import { t } from '../base/l10n.ts';
import type { Library } from '../library/library.ts';
import type { TimeWords, Waited } from '../records/waited.ts';
import { timingOf } from './timing.ts';

/** How long is left, or how long an answer is overdue, or took; undefined where nobody wrote down from when to when. */
export function timeWords(library: Library, waited: Waited, now: number): TimeWords | undefined {
  const { left, waited: took } = timingOf(library, waited, now);
  if (left !== undefined) return left < 0 ? { overdue: lengthWords(-left) } : { left: lengthWords(left) };
  return took === undefined ? undefined : { took: lengthWords(took) };
}

/** How long is left, or how long ago it was over: `40 min left`, `2 h overdue`. */
export const leftWords = (minutes: number): string =>
  minutes < 0 ? t('{0} overdue', lengthWords(-minutes)) : t('{0} left', lengthWords(minutes));

/** Minutes in an hour, and in the hours after which minutes no longer matter. */
const [HOUR, LONG] = [60, 4 * 60];

/** A length in minutes of work. */
export function lengthWords(minutes: number): string {
  const whole = Math.floor(minutes);
  if (whole < HOUR) return t('{0} min', whole);
  const hours = Math.floor(whole / HOUR);
  const rest = whole % HOUR;
  return rest === 0 || whole >= LONG ? t('{0} h', hours) : t('{0} h {1} min', hours, rest);
}
