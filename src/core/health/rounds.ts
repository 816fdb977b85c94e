/** Health checks among people who are apart, as the records tell them: who answered, whose answers count, what the parts give. */
import {
  type Counted,
  type Envelope,
  envelopeHash,
  MOST,
  type Outcome,
  outcomeOf,
  type Participant,
  type Round,
  type Sum,
} from '../ballots/round.ts';
import { isKey } from '../ballots/sealing.ts';
import { ascending } from '../base/ids.ts';
import { type Health, type HealthRound, kinds, type RecordOf } from '../kinds/all.ts';
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

/** The check a record is about; undefined where the record does not say who takes part, or names too many. */
export function apartOf(library: Library, record: HealthRound): Apart | undefined {
  const { people = [], closed, counted = [] } = record.values;
  if (people.length > MOST) return undefined;
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

type OwnKind = 'healthEnvelope' | 'healthSum';

/** What each participant has written in a file of their own. */
function ownOf<K extends OwnKind>(
  library: Library,
  { id }: HealthRound,
  kind: K,
  people: readonly Participant[],
): readonly RecordOf<K>[] {
  const all = library.children(id, kind).toSorted(byPath) as readonly RecordOf<K>[];
  const byMember = Map.groupBy(all, ({ values: { by } }) => by);
  return people.flatMap(({ member }) => {
    const own = byMember.get(member) ?? [];
    return own.find(({ path }) => path === ownPath(kind, id, member)) ?? own[0] ?? [];
  });
}

/** What somebody has written in a file of their own: of several, that which lies where the product puts it. */
export const ownFile = <K extends OwnKind>(
  library: Library,
  { record, round }: Apart,
  kind: K,
  member: string,
): RecordOf<K> | undefined =>
  ownOf(
    library,
    record,
    kind,
    round.people.filter((one) => one.member === member),
  )[0];

/** Where somebody's own file of a check lies, below its kind's folder. */
export const ownName = (round: string, member: string): string => `${round}/${member}`;

/** The path of that file. */
export const ownPath = (kind: OwnKind, round: string, member: string): string =>
  `${kinds[kind].folder}/${ownName(round, member)}.md`;

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

/**
 * Whether a record says something else than its check does, as long as anything of that is still there: other totals than those
 * of the parts, or any where there are none yet. Where parts do not fit together, nobody can tell.
 */
export const contradicted = memoizedFor((library, { values: { round: id, answers } }: Health): boolean => {
  const record = id === undefined ? undefined : library.findOf('healthRound', id);
  const apart = record && apartOf(library, record);
  if (!apart || apart.envelopes.length + apart.parts.length === 0) return false;
  const found = outcome(apart);
  if (found?.state === 'unfit') return false;
  if (found?.state !== 'done') return true;
  return surveyItems.some((item) => answers?.[item]?.join() !== found.tally.totals[item].join());
});

/** What was revealed of a check. */
export const revealed = (library: Library, { id }: HealthRound): Health | undefined =>
  (library.children(id, 'health') as readonly Health[]).find((record) => !contradicted(library, record));

/** The checks that are not revealed yet, the first one first: it goes on, whoever starts another one meanwhile. */
export const unrevealed = (library: Library): readonly HealthRound[] =>
  library
    .ofKind('healthRound')
    .filter((record) => record.values.people !== undefined && !revealed(library, record))
    .toSorted((a, b) => ascending(a.values.created ?? '', b.values.created ?? '') || byPath(a, b));

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
