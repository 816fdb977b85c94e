/** Days as people say them, in their language. */
import { languageOfDays } from './l10n.ts';
import { isDay } from './time.ts';

/**
 * `26 Aug`, or `26 Aug 2025` where that is not the year of `today`, or no day is given to compare it with; of a moment, its
 * day. It stays on one line. What is neither is given as it is.
 */
export function dayWords(moment: string, today?: string): string {
  const day = moment.slice(0, 10);
  if (!isDay(day)) return moment;
  const year = day.slice(0, 4) === today?.slice(0, 4) ? undefined : 'numeric';
  const words = formatIn(languageOfDays(), year).format(new Date(`${day}T00:00:00Z`));
  return words.replaceAll(' ', '\u00A0');
}

/** `Thu 3 Dec 2026`, or without the year as above. */
export function weekdayWords(moment: string, today?: string): string {
  const day = moment.slice(0, 10);
  if (!isDay(day)) return moment;
  const weekday = new Intl.DateTimeFormat(languageOfDays(), { timeZone: 'UTC', weekday: 'short' });
  return `${weekday.format(new Date(`${day}T00:00:00Z`))}\u00A0${dayWords(day, today)}`;
}

/** From one day to another: `16 Nov – 29 Nov 2026`, `21 Dec 2026 – 3 Jan 2027`; one day is that day alone. */
export function daySpan(from: string, to: string): string {
  return from === to ? dayWords(to) : [dayWords(from, to), dayWords(to)].filter(Boolean).join(' – ');
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(language: string, year: 'numeric' | undefined): Intl.DateTimeFormat {
  const key = `${language} ${year}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short', year });
  formats.set(key, format);
  return format;
}
