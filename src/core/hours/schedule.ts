/** When a team works, as because.yml says it: from when to when on each day of the week, and the days off. */
import { type Weekday, weekdays } from '../base/time.ts';

/** From when to when, such as `09:00` to `18:00`; to an earlier time is to that of the day after. */
interface Span {
  readonly from?: string;
  readonly to?: string;
}

/** The `hours` of because.yml, as far as somebody wrote them. */
export interface HoursSaid extends Span {
  readonly zone?: string;
  readonly days?: readonly string[];
  readonly holidays?: readonly string[];
  /** Days with hours of their own; each is a working day. */
  readonly byDay?: { readonly [Day in Weekday]?: Span };
}

/** Minutes from the midnight a day begins with; after midnight they are more than a day has. */
interface Shift {
  readonly from: number;
  readonly to: number;
}

export interface Schedule {
  readonly zone: string;
  /** The shift that begins on a day of the week, Sunday first. */
  readonly shifts: readonly (Shift | undefined)[];
  /** Days on which no shift begins. */
  readonly holidays: ReadonlySet<string>;
}

const USUAL = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' } as const;

/** Where nothing is said, the usual hours of an office, in UTC. */
export function scheduleOf(said: HoursSaid = {}): Schedule {
  const { zone = 'UTC', days = USUAL.days, holidays = [], byDay = {} } = said;
  const working = new Set(days.map((day) => day.trim().slice(0, 3).toLowerCase()));
  const shiftOn = (day: Weekday): Shift | undefined => {
    const own = byDay[day];
    if (!own && !working.has(day)) return undefined;
    return shiftOf(own?.from ?? said.from ?? USUAL.from, own?.to ?? said.to ?? USUAL.to);
  };
  return { zone, shifts: weekdays.map(shiftOn), holidays: new Set(holidays) };
}

/** From a time to the same one is around the clock. */
function shiftOf(from: string, to: string): Shift {
  const begins = minutesIn(from);
  const ends = minutesIn(to);
  return { from: begins, to: ends > begins ? ends : ends + 24 * 60 };
}

function minutesIn(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
