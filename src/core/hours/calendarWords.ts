/** A day or a time as people say it, such as “Thursday 14:00”: which day of the calendar is meant. English and ISO 8601. */
import { addDays, isClock, isDay, type Weekday, weekdays } from '../base/time.ts';

/** What words about a day are understood by. */
export interface Today {
  /** The day it is where it is said. */
  readonly day: string;
  /** The time the clocks show there, such as `09:30`. */
  readonly clock: string;
  /** The last day of the sprint that runs, and of the one after it. */
  readonly sprintEnds?: readonly string[];
  /** The days of the week on which people work; Monday to Friday, where nothing is said. */
  readonly workdays?: readonly string[];
}

/** A day, or a time on it as the clocks show it. */
export interface Said {
  readonly day: string;
  readonly time?: string;
}

/** Longer words mean no day. */
const LONGEST = 60;

/** Which day or time is meant, gone by or to come; undefined for words that mean none. */
export function saidDay(words: string, today: Today): Said | undefined {
  if (words.length > LONGEST) return undefined;
  const text = words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|on|until|till) /, '')
    .replace(/[.!]$/, '');
  const written = /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d))?$/.exec(text);
  if (written) return onDay(written[1], written[2]);
  return fromNow(text, today) ?? withClock(text, today);
}

const onDay = (day: string | undefined, time: string | undefined): Said | undefined => {
  if (day === undefined || !isDay(day)) return undefined;
  if (time === undefined) return { day };
  return isClock(time) && time !== '24:00' ? { day, time } : undefined;
};

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function countIn(text: string | undefined): number | undefined {
  if (text === 'a' || text === 'an') return 1;
  const named = NUMBERS.indexOf(text ?? '');
  return named >= 0 ? named : /^\d{1,3}$/.test(text ?? '') ? Number(text) : undefined;
}

const MINUTES: Readonly<Record<string, number>> = { min: 1, minute: 1, h: 60, hour: 60 };

/** `in 2 hours`: as many after what the clocks show. */
function fromNow(text: string, { day, clock }: Today): Said | undefined {
  const [, count, unit = ''] = /^(?:in|within) (\w+) (min|minute|hour|h)s?$/.exec(text) ?? [];
  const length = countIn(count);
  if (length === undefined) return undefined;
  const at = new Date(Date.parse(`${day}T${clock}Z`) + length * (MINUTES[unit] ?? 0) * 60_000).toISOString();
  return { day: at.slice(0, 10), time: at.slice(11, 16) };
}

/** `Thursday 14:00`, `tomorrow at 5 pm`, `Friday noon`: a day, and a time behind it where there is one. */
function withClock(text: string, today: Today): Said | undefined {
  const alone = dayMeant(text, today);
  if (alone !== undefined) return { day: alone };
  const [, before = '', clock = ''] = /^(.+?),? (?:at )?(\d{1,2}:\d\d|\d{1,2} ?[ap]m|noon)$/.exec(text) ?? [];
  const time = clockMeant(clock);
  const day = time === undefined ? undefined : dayMeant(before, today);
  if (day === undefined || time === undefined) return undefined;
  // At two on a Thursday, “Thursday 13:00” is a week ahead.
  const isOver = day === today.day && time <= today.clock && isWeekday(before);
  return { day: isOver ? addDays(day, 7) : day, time };
}

function clockMeant(text: string): string | undefined {
  if (text === 'noon') return '12:00';
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? [];
  if (hours !== undefined) return onDay('2000-01-01', `${hours.padStart(2, '0')}:${minutes}`)?.time;
  const [, hour, half] = /^(\d{1,2}) ?([ap])m$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) < 1 || Number(hour) > 12) return undefined;
  return `${String((Number(hour) % 12) + (half === 'p' ? 12 : 0)).padStart(2, '0')}:00`;
}

function dayMeant(text: string, today: Today): string | undefined {
  const { day } = today;
  const near = NEAR.get(text);
  if (near !== undefined) return addDays(day, near);
  return weekdayMeant(text, day) ?? daysAway(text, day) ?? endMeant(text, today) ?? dateMeant(text, day);
}

const NEAR = new Map([
  ['today', 0],
  ['end of day', 0],
  ['tomorrow', 1],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['yesterday', -1],
]);

/** Days from Monday on. */
const dayOfWeek = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;

const WEEKDAY = /^(?:(this|next|last) )?([a-z]{3,9})$/;

const FULL = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

function weekdayNamed(name: string): Weekday | undefined {
  return weekdays[namedIn(FULL, name)];
}

/** Where a name is in a list, in full or by its first three letters or more. */
const namedIn = (all: readonly string[], name: string): number =>
  name.length < 3 ? -1 : all.findIndex((full) => full.startsWith(name));

const isWeekday = (text: string): boolean => weekdayNamed(text) !== undefined;

/** The nearest such day from today on; with “next”, in the week after this one; with “last”, the one before today. */
function weekdayMeant(text: string, day: string): string | undefined {
  const [, which, name = ''] = WEEKDAY.exec(text) ?? [];
  const wanted = weekdayNamed(name);
  if (wanted === undefined) return undefined;
  const ahead = (weekdays.indexOf(wanted) + 6) % 7;
  const away = ahead - dayOfWeek(day);
  if (which === 'next') return addDays(day, away + 7);
  if (which === 'last') return addDays(day, away >= 0 ? away - 7 : away);
  return addDays(day, away >= 0 ? away : away + 7);
}

/** `in 2 days`, `within a week`, `3 days ago`. */
function daysAway(text: string, day: string): string | undefined {
  const [, ahead, aheadUnit] = /^(?:in|within) (\w+) (day|week|month)s?$/.exec(text) ?? [];
  const [, ago, agoUnit] = /^(\w+) (day|week|month)s? ago$/.exec(text) ?? [];
  const count = countIn(ahead ?? ago);
  const unit = aheadUnit ?? agoUnit;
  if (count === undefined) return undefined;
  const away = ago === undefined ? count : -count;
  return unit === 'month' ? monthsLater(day, away) : addDays(day, unit === 'week' ? 7 * away : away);
}

/** The same day some months later; the last of a month that has no such day. */
function monthsLater(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

/** `end of week`, `the end of next sprint`. */
function endMeant(text: string, { day, sprintEnds = [], workdays = ['fri'] }: Today): string | undefined {
  const [, next, unit] = /^(?:the )?end of (?:the |this )?(next )?(sprint|week|month|quarter|year)$/.exec(text) ?? [];
  const later = next === undefined ? 0 : 1;
  if (unit === undefined) return undefined;
  if (unit === 'sprint') return sprintEnds[later];
  if (unit === 'week') return addDays(day, lastWorkday(workdays) - dayOfWeek(day) + 7 * later);
  const month = Number(day.slice(5, 7));
  const months = { month: 1, quarter: 3, year: 12 }[unit] ?? 1;
  const first = month - ((month - 1) % months);
  return new Date(Date.UTC(Number(day.slice(0, 4)), first - 1 + months * (later + 1), 0)).toISOString().slice(0, 10);
}

const lastWorkday = (days: readonly string[]): number =>
  Math.max(...days.map((day) => (weekdays.indexOf(day.slice(0, 3).toLowerCase() as Weekday) + 6) % 7));

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** `4 December`, `Dec 4th`, `4 Dec 2026`: without a year, the next such day. */
function dateMeant(text: string, today: string): string | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,?(?: (\d{4}))?$/.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/.exec(text);
  const [date = '', name = '', year] = dayFirst?.slice(1) ?? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = namedIn(MONTHS, name) + 1;
  if (month === 0) return undefined;
  const inYear = (number: number) => `${number}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (year !== undefined) return isDay(inYear(Number(year))) ? inYear(Number(year)) : undefined;
  const from = Number(today.slice(0, 4));
  // 29 February may be eight years away.
  const years = Array.from({ length: 9 }, (_, ahead) => inYear(from + ahead));
  return years.find((day) => isDay(day) && day >= today);
}
