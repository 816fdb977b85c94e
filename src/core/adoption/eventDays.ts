/** The day on which an event happened, out of the times people export: ISO 8601, and seconds or milliseconds since 1970. */
import { tzOffset } from '@date-fns/tz/tzOffset';
import { isDay, isTime, isZone } from '../base/time.ts';
import { DAY, MINUTE } from '../hours/zone.ts';

/** Clocks are set at whole quarters of an hour. */
const QUARTER = 15 * MINUTE;

/** A day and a time of it, on clocks of UTC; a million of them are read at once. */
const PLAIN = /^\d{4}-\d\d-\d\d[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;
const ZONED = /(?:Z|[+-]\d{2}:?\d{2})$/;
const SINCE_1970 = /^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/;

/**
 * Reads a time and gives its day, counted from 1970, as the clocks of the zone show it (of UTC, where there is none, or nobody
 * knows it). A time without a zone is what those clocks showed. Not a number for what is no time.
 */
export function dayReader(zone: string | undefined): (text: string) => number {
  const aheadAt = aheadIn(zone !== undefined && isZone(zone) ? zone : undefined);
  const dayAt = (moment: number): number => Math.floor((moment + aheadAt(moment)) / DAY);
  const days = new Map<string, number>();
  const dayOf = (start: string): number => {
    let day = days.get(start);
    if (day === undefined) {
      day = isDay(start) ? Date.parse(start) / DAY : Number.NaN;
      days.set(start, day);
    }
    return day;
  };
  // Events follow each other in time, in most files: those of a date are told from where it starts.
  let date = 'none';
  let start = Number.NaN;
  return (typed) => {
    if (PLAIN.test(typed)) {
      if (!typed.startsWith(date)) {
        date = typed.slice(0, 10);
        start = dayOf(date) * DAY;
      }
      return Number.isNaN(start) ? start : dayAt(start + minutesIn(typed) * MINUTE);
    }
    const text = typed.trim();
    if (SINCE_1970.test(text)) return dayAt(Number(text) * (text.length < 12 || text.includes('.') ? 1000 : 1));
    if (!isTime(text)) return Number.NaN;
    return ZONED.test(text) && text.length > 10 ? dayAt(Date.parse(text.replace(' ', 'T'))) : dayOf(text.slice(0, 10));
  };
}

/** The minutes of the day in `2026-11-23T09:30…`. */
function minutesIn(text: string): number {
  const digits = (at: number): number => 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 11 * ZERO;
  return 60 * digits(11) + digits(14);
}

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
