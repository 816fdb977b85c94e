/** Follow-through: how many promises are kept on time, for the team and by role; never for one person alone. */
import { plural, t } from '../base/l10n.ts';
import { momentTold } from '../base/time.ts';
import type { Commitment } from '../kinds/all.ts';
import { isPromised } from '../kinds/commitment.ts';
import type { Library } from '../library/library.ts';
import { dayOf } from '../library/workingHours.ts';
import { isLate, lastMoment } from './due.ts';

/** What became of a promise by a moment. */
type Outcome =
  /** Not due yet. */
  | 'open'
  | 'onTime'
  /** Moved before it was due, and not missed since. */
  | 'renegotiated'
  /** Done after it was due, not done although it is due, given up, or moved only after it was due. */
  | 'missed';

/** Promises added up; each counts once. */
interface FollowThrough {
  /** Kept on time, of those that were due and had not been moved before. */
  readonly kept: number;
  readonly due: number;
  /** Moved before they were due, and not missed since: neither kept on time nor missed. */
  readonly renegotiated: number;
  /** Not due yet. */
  readonly open: number;
  readonly words: string;
}

interface FollowThroughByRole extends FollowThrough {
  /** Roles in which two people or more made promises, others together; none where that would tell one person’s. */
  readonly roles: readonly (FollowThrough & { readonly role: string })[];
}

/** What became of a promise. Whether it was done on time is computed from `due` and `done`; without `done`, its state tells. */
export function outcomeOf(library: Library, promise: Commitment, now: Date): Outcome | undefined {
  const { due, done, state, was = [] } = promise.values;
  if (due === undefined || Number.isNaN(lastMoment(library, due))) return undefined;
  if (state === 'broken' || movedLate(library, promise) !== undefined) return 'missed';
  const isOpen = isPromised(promise);
  const at = isOpen ? momentTold(now.getTime()) : done;
  // Where nobody said when it was done, whoever wrote the record says whether it was late.
  const isMissed = !isOpen && done === undefined ? state === 'late' : isLate(library, due, at);
  if (isMissed) return 'missed';
  if (was.length > 0) return 'renegotiated';
  return isOpen ? 'open' : 'onTime';
}

/** The first due date that was over when somebody moved it. */
const movedLate = (library: Library, { values: { was = [] } }: Commitment): string | undefined =>
  was.find(({ due, moved }) => due !== undefined && isLate(library, due, moved))?.due;

/** The due date an outcome is about: the one that was missed, or that was moved in time; the last one else. */
function dueDecided(library: Library, promise: Commitment, outcome: Outcome): string {
  const { due = '', was = [] } = promise.values;
  if (outcome === 'renegotiated') return was[0]?.due ?? due;
  return movedLate(library, promise) ?? due;
}

/**
 * Follow-through at a moment; of days of the team from one to another, where they are given. A promise counts on the day that
 * decided it: what was moved in time, on the day it was due first.
 */
export function followThrough(
  library: Library,
  now: Date,
  { from = '', to = '9999' }: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): FollowThroughByRole {
  const counted = library.ofKind('commitment').flatMap((promise): Counted[] => {
    const outcome = outcomeOf(library, promise, now);
    const { by } = promise.values;
    if (outcome === undefined || by === undefined) return [];
    const day = dayOf(library, dueDecided(library, promise, outcome));
    return day < from || day > to ? [] : [{ by, outcome }];
  });
  return { ...sumOf(counted), roles: rolesOf(library, counted) };
}

interface Counted {
  readonly by: string;
  readonly outcome: Outcome;
}

function sumOf(counted: readonly Counted[]): FollowThrough {
  const count = (wanted: Outcome) => counted.filter(({ outcome }) => outcome === wanted).length;
  const kept = count('onTime');
  const sums = { kept, due: kept + count('missed'), renegotiated: count('renegotiated'), open: count('open') };
  return { ...sums, words: wordsOf(sums) };
}

/** Counts as counts: a share of a few promises would say more than anybody knows. */
function wordsOf({ kept, due, renegotiated }: Omit<FollowThrough, 'words'>): string {
  const first = due === 0 ? t('No promise was due yet') : t('{0} of {1} kept on time', kept, due);
  if (renegotiated === 0) return first;
  return t(
    '{0}; {1}',
    first,
    plural(renegotiated, '{0} renegotiated before it was due', '{0} renegotiated before they were due'),
  );
}

/** By role, where that tells of nobody alone: what is left of the whole without the roles told must not either. */
function rolesOf(library: Library, counted: readonly Counted[]): FollowThroughByRole['roles'] {
  const roles = new Map(library.members.map(({ id, role }) => [id, role ?? OTHER]));
  const byRole = Map.groupBy(counted, ({ by }) => roles.get(by) ?? OTHER);
  const isAlone = (all: readonly Counted[]) => new Set(all.map(({ by }) => by)).size < 2;
  const told = [...byRole].filter(([role, all]) => role !== OTHER && !isAlone(all));
  const rest = [...byRole].flatMap(([role, all]) => (told.some(([each]) => each === role) ? [] : all));
  if (told.length === 0 || (rest.length > 0 && isAlone(rest))) return [];
  const others = rest.length > 0 ? ([[OTHER, rest]] as const) : [];
  return [...told, ...others].map(([role, all]) => ({ role, ...sumOf(all) }));
}

const OTHER = 'other';
