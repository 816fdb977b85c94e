/** When a session is, in words, as clocks show it where the team is. */
import { dayWords, weekdayWords } from '../base/dayWords.ts';
import { languageOfDays, t } from '../base/l10n.ts';
import { addDays, daysBetween } from '../base/time.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import { workingHours } from '../library/workingHours.ts';
import { joined } from '../text/joined.ts';

/** Days ahead for which the day of the week says more than the date alone. */
const SOON = 7;

/** `Today, 14:30`, `Tomorrow, 14:30`, `Wed 2 Dec, 14:30`, `2 Mar 2027`; with `now` missing, `2 Dec 2026, 14:30 (Europe/Paris)`. */
export function whenWords(library: Library, at: string, now?: Date): string {
  const moment = new Date(workingHours(library).moment(at));
  if (Number.isNaN(moment.getTime())) return dayWords(at);
  const day = today(library, moment);
  const words = now ? nearWords(day, today(library, now)) : dayWords(day);
  if (at.trim().length <= 10) return words;
  const timeZone = library.team.hours?.zone ?? 'UTC';
  const clock = formatIn(timeZone, { hour: '2-digit', minute: '2-digit' }).format(moment);
  return now ? joined(words, clock) : `${joined(words, clock)} (${timeZone})`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: that takes longer than all that is then told with it. */
function formatIn(timeZone: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = languageOfDays();
  const key = [language, timeZone, ...Object.keys(parts)].join(' ');
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, ...parts });
  formats.set(key, format);
  return format;
}

function nearWords(day: string, now: string): string {
  if (day === now) return t('Today');
  if (day === addDays(now, 1)) return t('Tomorrow');
  const ahead = daysBetween(now, day);
  if (ahead < 0 || ahead > SOON) return dayWords(day, now);
  return weekdayWords(day, now);
}
