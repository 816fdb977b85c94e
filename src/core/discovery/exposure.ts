/** Who of the team has met customers lately, and whose turn it is. */
import { ascending } from '../base/ids.ts';
import { addDays } from '../base/time.ts';
import { isEngineer } from '../board/evidenced.ts';
import type { Session } from '../kinds/all.ts';
import { type Library, memoized } from '../library/library.ts';
import { today } from '../library/query.ts';
import { workingHours } from '../library/workingHours.ts';

/** Days that count: six weeks that end today. Spool, "Fast Path to a Great UX – Increased Exposure Hours". */
const WINDOW = 42;
/** Hours in which each person should meet customers in that time; the same source. */
const GOAL = 2;

interface Person {
  readonly id: string;
  readonly isEngineer: boolean;
  /** Hours in sessions in the last six weeks. */
  readonly hours: number;
  readonly sessions: number;
  /** The day of their last session, however long ago. */
  readonly last: string | undefined;
  /** Sessions to come in which they have a seat. */
  readonly ahead: number;
}

export interface Exposure {
  /** The first and the last day that count. */
  readonly from: string;
  readonly to: string;
  /** Sessions that took place in that time, and those of them with an engineer. */
  readonly sessions: number;
  readonly withEngineer: number;
  /** The engineers who were in one. */
  readonly engineers: readonly string[];
  readonly goal: number;
  /** Every member, in the order of because.yml. */
  readonly people: readonly Person[];
  /** The engineers below the goal who have no seat yet; first those who had least, and longest ago. */
  readonly turn: readonly string[];
}

/** A session, and when it begins and ends, in milliseconds since 1970. */
export interface Dated {
  readonly session: Session;
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

/** The sessions that are not cancelled and say when they are, the earliest first. */
export const datedSessions = memoized((library): readonly Dated[] =>
  library
    .ofKind('session')
    .flatMap((session): Dated[] => {
      const { at, minutes, status } = session.values;
      const from = at === undefined ? Number.NaN : workingHours(library).moment(at);
      if (status === 'cancelled' || Number.isNaN(from)) return [];
      return [{ session, day: today(library, new Date(from)), from, to: from + minutes * 60_000 }];
    })
    .sort((a, b) => a.from - b.from),
);

/** All sessions as people look for one: planned ones, the earliest first, then others, the latest first, then those without a date. */
export const sessionsInTime = memoized((library): readonly Session[] => {
  const dated = datedSessions(library).map(({ session }) => session);
  const planned = dated.filter(({ values }) => values.status === 'planned');
  return [...new Set([...planned, ...dated.toReversed(), ...library.ofKind('session')])];
});

/** What is over took place, whether or not somebody wrote that down. */
export const isHeld = ({ session, to }: Dated, now: number): boolean => session.values.status === 'done' || to <= now;

/** What the sessions of the last six weeks add up to. */
export function exposureOf(library: Library, now: Date): Exposure {
  const to = today(library, now);
  const from = addDays(to, 1 - WINDOW);
  const dated = datedSessions(library);
  const held = dated.filter((one) => isHeld(one, now.getTime()) && one.day <= to);
  const counted = held.filter(({ day }) => day >= from);
  const ahead = byMember(dated.filter((one) => !isHeld(one, now.getTime())));
  const [all, late] = [byMember(held), byMember(counted)];
  const people = library.members.flatMap(({ id }): Person[] => {
    if (id === undefined) return [];
    const own = late.get(id) ?? [];
    return [
      {
        id,
        isEngineer: isEngineer(library, id),
        hours: own.reduce((sum, { session }) => sum + session.values.minutes, 0) / 60,
        sessions: own.length,
        last: all.get(id)?.at(-1)?.day,
        ahead: ahead.get(id)?.length ?? 0,
      },
    ];
  });
  const engineers = people.filter((person) => person.isEngineer && person.sessions > 0).map(({ id }) => id);
  const withEngineer = new Set(engineers.flatMap((id) => late.get(id) ?? []));
  return {
    from,
    to,
    sessions: counted.length,
    withEngineer: withEngineer.size,
    engineers,
    goal: GOAL,
    people,
    turn: turnOf(people),
  };
}

/** The sessions of each who takes part, in their order. */
function byMember(sessions: readonly Dated[]): ReadonlyMap<string, readonly Dated[]> {
  const found = new Map<string, Dated[]>();
  for (const one of sessions) {
    for (const id of new Set(one.session.values.participants)) found.set(id, [...(found.get(id) ?? []), one]);
  }
  return found;
}

function turnOf(people: readonly Person[]): readonly string[] {
  return people
    .filter((person) => person.isEngineer && person.hours < GOAL && person.ahead === 0)
    .sort((a, b) => a.hours - b.hours || ascending(a.last ?? '', b.last ?? ''))
    .map(({ id }) => id);
}
