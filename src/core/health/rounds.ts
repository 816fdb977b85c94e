/** Health checks among people who are apart, as the records tell them: who answered, whose answers count, what the parts give. */
import {
  type Counted,
  type Envelope,
  envelopeHash,
  type Outcome,
  outcomeOf,
  type Participant,
  type Round,
  type Sum,
} from '../ballots/round.ts';
import { isKey } from '../ballots/sealing.ts';
import type { Health, HealthRound, RecordOf } from '../kinds/all.ts';
import { byPath } from '../library/indexes.ts';
import { type Library, memoizedFor } from '../library/library.ts';
import { surveyItems } from '../survey/items.ts';

/** A check apart, with what everybody has sent so far. */
export interface Apart {
  readonly record: HealthRound;
  readonly round: Round;
  /** One of each participant at most, in their order. */
  readonly envelopes: readonly Envelope[];
  /** Undefined while it is open. */
  readonly counted: readonly Counted[] | undefined;
  /** The records of everybody's part, one of each participant at most. */
  readonly parts: readonly RecordOf<'healthSum'>[];
}

/** The check a record is about; undefined where the record does not say who takes part. */
export function apartOf(library: Library, record: HealthRound): Apart | undefined {
  const { people = [], closed, counted = [] } = record.values;
  const named = people.flatMap(({ member, key }): Participant[] =>
    member !== undefined && key !== undefined && isKey(key) ? [{ member, key }] : [],
  );
  const names = new Set(named.map(({ member }) => member));
  if (named.length < people.length || names.size < named.length || named.length === 0) return undefined;
  const round: Round = { id: record.id, people: named };
  const listed = counted.flatMap(({ by, hash }) => (by !== undefined && hash !== undefined ? [{ by, hash }] : []));
  return {
    record,
    round,
    envelopes: ownOf(library, record, 'healthEnvelope', named).map(({ values: { by = '' }, body }) => ({
      by,
      shares: body.split('\n').flatMap((line) => line.trim() || []),
    })),
    counted: closed === undefined ? undefined : listed,
    parts: ownOf(library, record, 'healthSum', named),
  };
}

/** What each participant has written in a file of their own: of several files of one person, that which lies where the product puts it. */
function ownOf<K extends 'healthEnvelope' | 'healthSum'>(
  library: Library,
  { id }: HealthRound,
  kind: K,
  people: readonly Participant[],
): readonly RecordOf<K>[] {
  const all = library.children(id, kind).toSorted(byPath) as readonly RecordOf<K>[];
  return people.flatMap(({ member }) => {
    const own = all.filter(({ values }) => values.by === member);
    return own.find(({ path }) => path.endsWith(`/${ownName(id, member)}.md`)) ?? own[0] ?? [];
  });
}

/** Where somebody's own file of a check lies, below its kind's folder. */
export const ownName = (round: string, member: string): string => `${round}/${member}`;

/** The envelopes that count if it is closed now. */
export const countable = ({ round, envelopes }: Apart): readonly Counted[] =>
  envelopes.map((one) => ({ by: one.by, hash: envelopeHash(round, one) }));

/** What the parts give; undefined while it is open. Worked out anew only where a part came, went or changed. */
export function outcome({ record, round, counted, parts }: Apart): Outcome | undefined {
  if (!counted) return undefined;
  const known = outcomes.get(record);
  if (known?.parts.length === parts.length && parts.every((part, at) => part === known.parts[at])) return known.found;
  const found = outcomeOf(round, counted, parts.map(sumIn));
  outcomes.set(record, { parts, found });
  return found;
}

const outcomes = new WeakMap<HealthRound, Pick<Apart, 'parts'> & { readonly found: Outcome }>();

const sumIn = ({ values: { by = '', list = '' }, body }: RecordOf<'healthSum'>): Sum => ({
  by,
  list,
  sum: body.trim(),
});

/** Whether a record says something else than the parts of its check do, which are still there to be added up again. */
export const contradicted = memoizedFor((library, { values: { round: id, answers } }: Health): boolean => {
  const record = id === undefined ? undefined : library.findOf('healthRound', id);
  const apart = record && apartOf(library, record);
  const found = apart && outcome(apart);
  if (found?.state !== 'done') return false;
  return surveyItems.some((item) => answers?.[item]?.join() !== found.tally.totals[item].join());
});

/** The checks that are not revealed yet, the latest last. */
export const unrevealed = (library: Library): readonly HealthRound[] =>
  library
    .ofKind('healthRound')
    .filter(({ id, values }) => values.people !== undefined && library.children(id, 'health').length === 0)
    .toSorted(byPath);

/** The key of each member who has exactly one; whose key it is says the record itself. */
export function keysOf(library: Library): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const { values } of library.ofKind('healthKey')) {
    const { by, key } = values;
    if (by === undefined || key === undefined || (library.memberIds.size > 0 && !library.memberIds.has(by))) continue;
    if (keys.has(by) && keys.get(by) !== key) doubtful.add(by);
    keys.set(by, key);
  }
  for (const member of doubtful) keys.delete(member);
  return keys;
}

/** The participants whose key is another one now, or of whom nobody knows it any more. */
export function replacedKeys(library: Library, { round }: Apart): readonly string[] {
  const keys = keysOf(library);
  return round.people.flatMap(({ member, key }) => (keys.get(member) === key ? [] : member));
}
