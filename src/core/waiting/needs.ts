/** Needs You: everything that waits for a person, the most urgent first. */
import { kindNames, kindOf, kinds } from '../kinds/all.ts';
import { type Library, memoized } from '../library/library.ts';
import { endOf, workingHours } from '../library/workingHours.ts';
import type { Kind } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Wait } from '../records/wait.ts';
import { timingOf } from './timing.ts';

export interface Need {
  readonly record: ContextRecord;
  /** What is to be done. */
  readonly words: string;
  /** The action that does it; the record is opened where there is none. */
  readonly verb: string | undefined;
  /** Whether the person is the one to do it; else they wait for somebody else. */
  readonly isYours: boolean;
  /** Whom it waits for. */
  readonly of: readonly string[];
  /** When it is due, in milliseconds since 1970. */
  readonly due: number | undefined;
  /** Minutes of work until then, where those are what counts. */
  readonly left: number | undefined;
  readonly isOverdue: boolean;
  /** Whether the person is warned outside the view once it is overdue. */
  readonly warns: boolean;
  /** Whether work stands still until then, or the risk is critical. */
  readonly isUrgent: boolean;
}

/** Whether a record waits for a member: named, or one of those it can be of. */
export function waitsForMember(library: Library, record: ContextRecord, member: string): boolean {
  const waits = kindOf(record.kind)?.waitsFor?.(record as never, library) ?? [];
  return waits.some((wait) => {
    const of = peopleFor(library, wait);
    return of !== undefined && (of.length === 0 || of.includes(member));
  });
}

interface Waiting {
  readonly record: ContextRecord;
  readonly wait: Wait;
  readonly of: readonly string[];
}

/** What waits for a person, and what they wait for themselves; the former first. */
export function needsOf(library: Library, me: string | undefined, now: number): readonly Need[] {
  const all = [...(waiting(library).get(me ?? ANYBODY) ?? []), ...(waiting(library).get(ANYBODY) ?? [])];
  return [...new Set(all)]
    .flatMap((each) => needOf(library, each, me, now))
    .sort((a, b) => {
      const index = RANKS.findIndex((rank) => rank(a) !== rank(b));
      return index < 0 ? 0 : (RANKS[index]?.(a) ?? 0) - (RANKS[index]?.(b) ?? 0);
    });
}

/** Every record that still asks for something: those that wait for the person first, the most urgent first. */
export function openRecords(library: Library, me: string | undefined, now: number): OpenRecords {
  const open = library.memo(allOpen);
  const yours = needsOf(library, me, now).flatMap(({ record, isYours }) => (isYours && open.has(record) ? record : []));
  return { yours: new Set(yours), all: new Set([...yours, ...open]) };
}

interface OpenRecords {
  readonly yours: ReadonlySet<ContextRecord>;
  readonly all: ReadonlySet<ContextRecord>;
}

const allOpen = (library: Library): ReadonlySet<ContextRecord> =>
  new Set(
    kindNames.flatMap((name) => {
      const { isOpen } = kinds[name] as Kind;
      return isOpen ? library.ofKind(name).filter((record) => isOpen(record as never, library)) : [];
    }),
  );

/** The lowest first. */
const RANKS: readonly ((need: Need) => number)[] = [
  ({ isYours }) => (isYours ? 0 : 1),
  ({ isOverdue }) => (isOverdue ? 0 : 1),
  ({ isUrgent }) => (isUrgent ? 0 : 1),
  ({ due }) => due ?? Infinity,
];

function needOf(library: Library, { record, wait, of }: Waiting, me: string | undefined, now: number): readonly Need[] {
  const clock = workingHours(library);
  if (wait.from !== undefined && !(clock.moment(wait.from) <= now)) return [];
  if (wait.until !== undefined && clock.moment(wait.until) <= now) return [];
  const timing = wait.waited && timingOf(library, wait.waited, now);
  const due = timing ? timing.due : dueAt(library, wait.due ?? wait.until);
  return [
    {
      record,
      words: wait.words,
      verb: wait.verb,
      isYours: me === undefined || of.length === 0 || of.includes(me),
      of,
      due,
      left: timing?.left,
      isOverdue: timing ? timing.isLate : wait.until === undefined && due !== undefined && due < now,
      warns: wait.warns ?? wait.waited !== undefined,
      isUrgent: wait.isUrgent ?? false,
    },
  ];
}

/** What is due on a day is due when that is over. */
const dueAt = (library: Library, due: string | undefined): number | undefined =>
  due === undefined ? undefined : endOf(library, due);

/** Stands for whoever looks, where nobody in particular is meant. */
const ANYBODY = '';

/** What waits, by whom it waits for and who waits for it; only the clock goes on. */
const waiting = memoized((library): ReadonlyMap<string, readonly Waiting[]> => {
  const byMember = new Map<string, Waiting[]>();
  for (const each of waits(library)) {
    const people = new Set([...each.of, ...(each.wait.for === undefined ? [] : [each.wait.for])]);
    for (const member of each.of.length === 0 ? [...people, ANYBODY] : people) {
      const known = byMember.get(member);
      if (known) known.push(each);
      else byMember.set(member, [each]);
    }
  }
  return byMember;
});

function waits(library: Library): readonly Waiting[] {
  return kindNames.flatMap((name) => {
    const { waitsFor } = kinds[name] as Kind;
    if (!waitsFor) return [];
    return library.ofKind(name).flatMap((record) =>
      waitsFor(record as never, library).flatMap((wait) => {
        const of = peopleFor(library, wait);
        return of ? { record, wait, of } : [];
      }),
    );
  });
}

/** Whom it waits for; nobody in particular where because.yml names no members. Undefined where all places are taken. */
function peopleFor(library: Library, { of, roles = [], except = [], places }: Wait): readonly string[] | undefined {
  if (of.length > 0) return of;
  // Thousands of records wait for the same few roles.
  const able = library.memoFor(withRoles, roles.join(' '));
  if (places !== undefined && able.filter((id) => except.includes(id)).length >= places) return undefined;
  const left = able.filter((id) => !except.includes(id));
  return left.length === 0 && able.length > 0 ? undefined : left;
}

/** The members with one of the roles, which are told apart by blanks; everybody, where because.yml gives it to nobody. */
function withRoles({ members }: Library, roles: string): readonly string[] {
  const ids = (some: typeof members) => some.flatMap(({ id }) => id ?? []);
  const asked = roles.split(' ');
  const having = ids(members.filter(({ role = '' }) => asked.includes(role)));
  return having.length > 0 ? having : ids(members);
}
