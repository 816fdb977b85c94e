/** What a file of events counts: how many people reached each step, how many come back in a day and a month, and who still waits. */
import type { Adopter, FunnelCounts } from '../measure/adoption.ts';
import type { Events } from './events.ts';

/** Which events mean a step; what nobody names is not counted. */
export interface Meanings {
  readonly exposed?: readonly string[] | undefined;
  readonly activated?: readonly string[] | undefined;
  readonly used: readonly string[];
}

/** The counts of a file. */
export interface CountedEvents {
  readonly funnel: Omit<FunnelCounts, 'eligible'>;
  /** How many people used it on a day, in the middle of the last days; and how many on any of them. */
  readonly daily: number | undefined;
  readonly monthly: number | undefined;
  /** How many days in a row that is, at most 30. */
  readonly days: number;
  /** Everybody who had it, in groups: for how many days, until they used it or until the file ends. */
  readonly adopters: readonly Adopter[];
}

/** A month, for daily of monthly users. */
const MONTH = 30;

/** A day nobody has come to. */
const NEVER = 2 ** 31 - 1;

/**
 * Counts people, not events. Whoever reached a later step has reached those before. Used again means used on a second day.
 * People have it from the day they saw it, where that is counted, else from their first event in the file.
 */
export function countedIn(events: Events, meanings: Meanings): CountedEvents {
  const [exposed, activated, used] = [meanings.exposed, meanings.activated, meanings.used].map((names) =>
    names && names.length > 0 ? firstDays(events, names) : undefined,
  );
  const none = new Int32Array(events.people).fill(NEVER);
  const [saw, began, uses] = [exposed ?? none, activated ?? none, used ?? none];
  const again = usedAgain(events, meanings.used, uses);
  const isAt = (first: Int32Array) => (person: number) => first[person] !== NEVER;
  const count = (...steps: readonly ((person: number) => boolean)[]): number => {
    let people = 0;
    for (let person = 0; person < events.people; person++) if (steps.some((at) => at(person))) people++;
    return people;
  };
  return {
    funnel: {
      exposed: exposed && count(isAt(saw), isAt(began), isAt(uses)),
      activated: activated && count(isAt(began), isAt(uses)),
      used: count(isAt(uses)),
      usedAgain: count((person) => again[person] === 1),
    },
    ...lately(events, meanings.used),
    adopters: adopters(events, exposed ? [saw, began, uses] : [firstDays(events, events.names)], uses),
  };
}

/** On which day each person first did one of these. */
function firstDays({ people, names, who, what, day }: Events, wanted: readonly string[]): Int32Array {
  const isWanted = names.map((name) => wanted.includes(name));
  const first = new Int32Array(people).fill(NEVER);
  for (let at = 0; at < who.length; at++) {
    const person = who[at] ?? 0;
    const on = day[at] ?? NEVER;
    if (isWanted[what[at] ?? 0] && on < (first[person] ?? NEVER)) first[person] = on;
  }
  return first;
}

/** Whether each person used it on another day than their first. */
function usedAgain({ people, names, who, what, day }: Events, wanted: readonly string[], first: Int32Array) {
  const isWanted = names.map((name) => wanted.includes(name));
  const again = new Uint8Array(people);
  for (let at = 0; at < who.length; at++) {
    const person = who[at] ?? 0;
    if (isWanted[what[at] ?? 0] && day[at] !== first[person]) again[person] = 1;
  }
  return again;
}

/** The last days of the file: a bit for each on which a person used it. */
function lately({ people, names, who, what, day }: Events, wanted: readonly string[]) {
  if (who.length === 0) return { daily: undefined, monthly: undefined, days: 0 };
  const isWanted = names.map((name) => wanted.includes(name));
  const [earliest, last] = ends(day);
  const days = Math.min(MONTH, last - earliest + 1);
  const bits = new Uint32Array(people);
  for (let at = 0; at < who.length; at++) {
    const ago = last - (day[at] ?? 0);
    const person = who[at] ?? 0;
    if (ago < days && isWanted[what[at] ?? 0]) bits[person] = (bits[person] ?? 0) | (1 << ago);
  }
  let [all, some] = [0, 0];
  for (let left of bits) {
    if (left !== 0) some++;
    for (; left !== 0; left &= left - 1) all++;
  }
  return { daily: all / days, monthly: some, days };
}

function ends(day: Int32Array): readonly [earliest: number, last: number] {
  let [earliest, last] = [NEVER, -NEVER];
  for (const each of day) {
    if (each < earliest) earliest = each;
    if (each > last) last = each;
  }
  return [earliest, last];
}

/** Groups of people who had it for as many days; `had` says on which days they may have come to it. */
function adopters({ people, day }: Events, had: readonly Int32Array[], uses: Int32Array): readonly Adopter[] {
  const [, last] = ends(day);
  const groups = new Map<number, number>();
  for (let person = 0; person < people; person++) {
    const from = Math.min(...had.map((first) => first[person] ?? NEVER));
    if (from === NEVER) continue;
    const used = uses[person] ?? NEVER;
    const adopted = used !== NEVER;
    const key = 2 * ((adopted ? used : last) - from) + Number(adopted);
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return [...groups].map(([key, count]) => ({ days: key >> 1, adopted: key % 2 === 1, people: count }));
}
