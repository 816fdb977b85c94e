/** The day on which an event happened, out of the times people export: ISO 8601, as databases write it, and since 1970. */
import { tzOffset } from '@date-fns/tz/tzOffset';
import { isDay, isTime, isZone } from '../base/time.ts';
import { DAY, MINUTE } from '../hours/zone.ts';

const HOUR = 60 * MINUTE;

/** Clocks are set at whole quarters of an hour. */
const QUARTER = 15 * MINUTE;

/** A day and a time of it, on clocks of UTC; a million of them are read at once. */
const PLAIN = /^\d{4}-\d\d-\d\d[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;
const ZONED = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** Since 1970, by how many digits there are: in seconds, milliseconds and microseconds. */
const SINCE_1970 = /^\d{9,10}(?:\.\d+)?$|^\d{12,13}$|^\d{15,16}$/;

/**
 * Reads a time and gives its day, counted from 1970, as the clocks of the zone show it (of UTC, where there is none, or nobody
 * knows it). A time without a zone is what those clocks showed. Not a number for what is no time.
 */
export function dayReader(zone: string | undefined): (text: string) => number {
  const aheadAt = aheadIn(zone !== undefined && isZone(zone) ? zone : undefined);
  const dayAt = (moment: number): number => Math.floor((moment + aheadAt(moment)) / DAY);
  const days = new Map<string, number>();
  const dayOf = (date: string): number => {
    let day = days.get(date);
    if (day === undefined) {
      day = isDay(date) ? Date.parse(date) / DAY : Number.NaN;
      days.set(date, day);
    }
    return day;
  };
  // Events follow each other in time, in most files: most are of the hour of the one before, and few hours are of two days.
  let hour = 'none';
  let start = Number.NaN;
  let [first, last] = [start, start];
  return (typed) => {
    if (PLAIN.test(typed)) {
      if (!typed.startsWith(hour)) {
        hour = typed.slice(0, 13);
        start = dayOf(hour.slice(0, 10)) * DAY + twoDigits(typed, 11) * HOUR;
        [first, last] = Number.isNaN(start) ? [start, start] : [dayAt(start), dayAt(start + HOUR - MINUTE)];
      }
      return first === last || Number.isNaN(start) ? first : dayAt(start + twoDigits(typed, 14) * MINUTE);
    }
    const text = withZone(typed.trim());
    if (SINCE_1970.test(text)) return dayAt(since1970(text));
    if (!isTime(text)) return Number.NaN;
    return ZONED.test(text) && text.length > 10 ? dayAt(Date.parse(text.replace(' ', 'T'))) : dayOf(text.slice(0, 10));
  };
}

/** Databases write `2026-11-23 09:30:00 UTC` and `2026-11-23 09:30:00+01`. */
const withZone = (text: string): string =>
  text.endsWith(' UTC') ? text.slice(0, -4).concat('Z') : text.replace(/(:\d\d(?:\.\d{1,9})?[+-]\d\d)$/, '$1:00');

function since1970(digits: string): number {
  const number = Number(digits);
  if (digits.length > 13 && !digits.includes('.')) return number / 1000;
  return digits.length < 12 || digits.includes('.') ? number * 1000 : number;
}

const twoDigits = (text: string, at: number): number => 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 11 * ZERO;

const ZERO = '0'.charCodeAt(0);

/** How far ahead of UTC the clocks of a zone are at a moment, in milliseconds. */
function aheadIn(zone: string | undefined): (moment: number) => number {
  if (zone === undefined) return () => 0;
  const known = new Map<number, number>();
  const aheadAt = (moment: number): number => {
    const quarter = Math.floor(moment / QUARTER);
    let ahead = known.get(quarter);
    if (ahead === undefined) {
      ahead = tzOffset(zone, new Date(quarter * QUARTER)) * MINUTE;
      known.set(quarter, ahead);
    }
    return ahead;
  };
  // Clocks are never set twice a day: where its ends agree, so does all between them. Asking for each quarter takes longer.
  let day = Number.NaN;
  let [morning, evening] = [0, 0];
  return (moment) => {
    const now = Math.floor(moment / DAY);
    if (now !== day) {
      day = now;
      [morning, evening] = [aheadAt(day * DAY), aheadAt((day + 1) * DAY)];
    }
    return morning === evening ? morning : aheadAt(moment);
  };
}
