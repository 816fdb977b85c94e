/** Days as people say them, in their language. */
import { languageOfDays } from './l10n.ts';
import { isDay } from './time.ts';

/** `26 Aug`, or `26 Aug 2025` where that is not the year of `today`; what is no day, as it is. */
export function dayWords(day: string, today: string): string {
  if (!isDay(day)) return day;
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return formatIn(languageOfDays(), year).format(new Date(`${day}T00:00:00Z`));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(language: string, year: 'numeric' | undefined): Intl.DateTimeFormat {
  const key = `${language} ${year}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short', year });
  formats.set(key, format);
  return format;
}
