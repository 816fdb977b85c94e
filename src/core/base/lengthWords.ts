/** Lengths of time as people say them. */
import { t } from './l10n.ts';

/** Minutes in an hour, and in the hours after which minutes no longer matter. */
const [HOUR, LONG] = [60, 4 * 60];

/** A length in minutes: `40 min`, `1 h 30 min`, `5 h`. */
export function lengthWords(minutes: number): string {
  const whole = Math.floor(minutes);
  if (whole < HOUR) return t('{0} min', whole);
  const hours = Math.floor(whole / HOUR);
  const rest = whole % HOUR;
  return rest === 0 || whole >= LONG ? t('{0} h', hours) : t('{0} h {1} min', hours, rest);
}
