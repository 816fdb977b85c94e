/** Days and moments as people write them: ISO 8601, a day being a day in the team's zone. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;
const DAY_MS = 86_400_000;

/** Whether the text is a day of the calendar, such as `2026-11-23`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  // Thousands are read at once: no date is made for that.
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** How many days a month (from 1) has; none where there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTHS[month - 1] ?? 0);
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a day or a moment. */
export function isTime(text: string): boolean {
  return (
    isDay(text) || (MOMENT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text.replace(' ', 'T'))))
  );
}

/**
 * The moment a text means, in milliseconds since 1970; of one written to the minute the latest that is not still to come, so
 * that what was written just now is not a minute old. NaN for what is none.
 */
export function latestMoment(text: string, now: Date): number {
  const time = Date.parse(text);
  const isToMinute = /[T ]\d{2}:\d{2}(?!:)/.test(text);
  return isToMinute ? Math.min(time + 59_999, Math.max(time, now.getTime())) : time;
}

/** A moment as an ISO 8601 text, to the minute. */
export const momentTold = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : `${new Date(moment).toISOString().slice(0, 16)}Z`;

/** The day in the zone (UTC when the zone is unknown or missing) at a moment; empty for one that no date can hold. */
export function dayIn(zone: string | undefined, moment: Date): string {
  if (Number.isNaN(moment.getTime())) return '';
  try {
    return dayFormat(zone ?? 'UTC').format(moment);
  } catch {
    // An unknown zone is a finding on because.yml; the day is still needed.
    return moment.toISOString().slice(0, 10);
  }
}

/** What the clocks of the zone (of UTC, as above) show at a moment: `09:30`. */
export function clockIn(zone: string | undefined, moment: Date): string {
  const timeZone = zone !== undefined && isZone(zone) ? zone : 'UTC';
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return clock.format(moment);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format;
}

let zones: ReadonlySet<string> | undefined;

/** Whether Intl knows the time zone. */
export function isZone(zone: string): boolean {
  // At every start because.yml is read, and the first format of a process takes ten times as long as the list of zones.
  zones ??= new Set(Intl.supportedValuesOf('timeZone'));
  if (zones.has(zone)) return true;
  try {
    dayFormat(zone);
    return true;
  } catch {
    return false;
  }
}

/** The days of the week as because.yml names them, in the order of `getUTCDay`. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export type Weekday = (typeof weekdays)[number];

const CLOCK = /^(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/;

/** Whether the text is a time of a day, such as `09:00`; `24:00` is the end of one. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/** Whole days from one day (or moment) to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);
}

/** The day `count` days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

const DURATION = /^(\d+(?:\.\d+)?) ?(minutes?|hours?|days?|weeks?|months?)$/;

/** Whether the text is a duration such as `2 weeks` or `45 minutes`. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** Working hours in each length of time: a day has 8, a week 5 days, a month 52 ÷ 12 weeks. */
const workHours: Readonly<Record<string, number>> = {
  minute: 1 / 60,
  hour: 1,
  day: 8,
  week: 40,
  month: (40 * 52) / 12,
};

/** A duration such as `45 minutes` or `1 day` in working hours; undefined for what is none. */
export function workHoursIn(duration: string): number | undefined {
  const [, count, unit = ''] = DURATION.exec(duration.trim().toLowerCase()) ?? [];
  const length = workHours[unit.replace(/s$/, '')];
  return length === undefined ? undefined : Number(count) * length;
}
