/** The team's clock: it runs in working hours only, as long as they really last, and nothing ticks to tell it. */
import { type HoursSaid, type Schedule, scheduleOf } from './schedule.ts';
import { clocksOf, DAY, MINUTE, type MomentOf } from './zone.ts';

/** The times of work that begin in a year, one after the other. All in milliseconds; moments are since 1970. */
interface Year {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  /** How much of the year's work lies before each. */
  readonly before: readonly number[];
  readonly total: number;
}

/** No record is older, and no date later, than these years, unless it is a slip of the pen. */
const FIRST = 2000;
const LAST = 2100;
/** Years without enough work in them, after which none is expected. */
const MOST_YEARS = 20;

/** A shift belongs to the day it begins on, so that a day off takes its night with it. */
export class WorkingHours {
  readonly #schedule: Schedule;
  readonly #momentOf: MomentOf;
  readonly #years = new Map<number, Year>();

  constructor(said?: HoursSaid) {
    this.#schedule = scheduleOf(said);
    this.#momentOf = clocksOf(this.#schedule.zone);
  }

  /** The moment a text means: a day begins, and a time without an offset is shown, where the team is. NaN for what is none. */
  moment(text: string): number {
    const written = text.trim().replace(' ', 'T');
    const isLocal = !/(?:Z|[+-]\d{2}:?\d{2})$/.test(written.slice(10));
    return isLocal
      ? this.#momentOf(Date.parse(`${written.length > 10 ? written : `${written}T00:00`}Z`))
      : Date.parse(written);
  }

  /** Whether the team works at a moment: from the minute it begins until the one it ends in. */
  isOpen(moment: number): boolean {
    return this.#timeAround(moment, (close) => moment < close) !== undefined;
  }

  /** The moment itself where the team works then, else when it next begins; undefined where it never does. */
  opening(moment: number): number | undefined {
    if (this.isOpen(moment)) return moment;
    const from = yearOf(moment);
    for (let year = from - 1; year <= from + MOST_YEARS; year += 1) {
      const { opens } = this.#year(year);
      const next = opens[firstAt(opens, (open) => open >= moment)];
      if (next !== undefined) return next;
    }
    return undefined;
  }

  /**
   * The moment after so many minutes of work, or before them where they are negative. At the end of a day's work it is that end,
   * and not the beginning of the next. Outside of work the clock starts at the next opening. Undefined where work never comes.
   */
  add(moment: number, minutes: number): number | undefined {
    const isAtWork = this.#timeAround(moment, (close) => moment <= close) !== undefined;
    const start = isAtWork ? moment : this.opening(moment);
    if (start === undefined || minutes === 0) return start;
    return minutes > 0 ? this.#after(start, minutes * MINUTE) : this.#before(start, -minutes * MINUTE);
  }

  /** How many minutes of work lie between two moments: negative where the second is the earlier one, NaN where one is none. */
  between(from: number, to: number): number {
    if (Number.isNaN(to - from)) return Number.NaN;
    if (from > to) return 0 - this.between(to, from);
    let work = 0;
    for (let year = yearOf(from) - 1; year <= yearOf(to) + 1; year += 1) {
      const known = this.#year(year);
      work += workBefore(known, to) - workBefore(known, from);
    }
    return work / MINUTE;
  }

  #after(start: number, work: number): number | undefined {
    let left = work;
    for (let year = yearOf(start) - 1; year <= yearOf(start) + MOST_YEARS; year += 1) {
      const known = this.#year(year);
      const wanted = workBefore(known, start) + left;
      if (wanted <= known.total) return momentAt(known, wanted, firstAt(known.before, (work) => work >= wanted) - 1);
      left = wanted - known.total;
    }
    return undefined;
  }

  #before(start: number, work: number): number | undefined {
    let left = work;
    for (let year = yearOf(start) + 1; year >= yearOf(start) - MOST_YEARS; year -= 1) {
      const known = this.#year(year);
      const wanted = workBefore(known, start) - left;
      if (wanted >= 0 && known.total > 0) {
        return momentAt(known, wanted, firstAt(known.before, (work) => work > wanted) - 1);
      }
      left = -wanted;
    }
    return undefined;
  }

  /** The opening of the time of work that has begun at a moment, where its end fits. */
  #timeAround(moment: number, fits: (close: number) => boolean): number | undefined {
    for (const year of [yearOf(moment), yearOf(moment) - 1, yearOf(moment) + 1]) {
      const { opens, closes } = this.#year(year);
      const at = firstAt(opens, (open) => open > moment) - 1;
      const close = closes[at];
      if (close !== undefined && fits(close)) return opens[at];
    }
    return undefined;
  }

  #year(year: number): Year {
    let known = this.#years.get(year);
    if (!known) {
      known = year >= FIRST && year <= LAST ? this.#made(year) : EMPTY;
      this.#years.set(year, known);
    }
    return known;
  }

  #made(year: number): Year {
    const opens: number[] = [];
    const closes: number[] = [];
    const before: number[] = [];
    let total = 0;
    const first = Date.UTC(year, 0, 1);
    // A night may last into the shift after it; no minute counts twice.
    let closed = this.#shiftOf(first - DAY)?.close ?? first - DAY;
    for (let day = first; day < Date.UTC(year + 1, 0, 1); day += DAY) {
      const shift = this.#shiftOf(day);
      if (!shift) continue;
      const open = Math.max(shift.open, closed);
      closed = Math.max(shift.close, closed);
      if (open >= closed) continue;
      opens.push(open);
      closes.push(closed);
      before.push(total);
      total += closed - open;
    }
    return { opens, closes, before, total };
  }

  /** The shift that begins on a day, told by the midnight of UTC it has. */
  #shiftOf(day: number): { readonly open: number; readonly close: number } | undefined {
    const { shifts, holidays } = this.#schedule;
    const shift = shifts[new Date(day).getUTCDay()];
    if (!shift || holidays.has(new Date(day).toISOString().slice(0, 10))) return undefined;
    return { open: this.#momentOf(day + shift.from * MINUTE), close: this.#momentOf(day + shift.to * MINUTE) };
  }
}

const EMPTY: Year = { opens: [], closes: [], before: [], total: 0 };

/** Milliseconds of a year, as years are on average. */
const YEAR = 365.2425 * DAY;

/** The year a moment is in, or the one before or after it where the moment is near its beginning or end. */
const yearOf = (moment: number): number => Math.min(Math.max(1970 + Math.floor(moment / YEAR), FIRST), LAST);

/** How much of a year's work lies before a moment. */
function workBefore({ opens, closes, before }: Year, moment: number): number {
  const at = firstAt(opens, (open) => open > moment) - 1;
  const open = opens[at] ?? moment;
  return (before[at] ?? 0) + Math.min(moment, closes[at] ?? moment) - open;
}

/** When so much of a year's work is done, in one of its times of work. */
function momentAt({ opens, before }: Year, work: number, at: number): number {
  return (opens[at] ?? 0) + work - (before[at] ?? 0);
}

/** Where the first of some rising numbers stands for which something holds; behind the last where it holds for none. */
function firstAt(rising: readonly number[], holds: (one: number) => boolean): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(rising[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
