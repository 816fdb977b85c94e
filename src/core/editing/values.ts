/** The values that are right for a field: choices, days, members, and records of the right kind. */

import { t } from '../base/l10n.ts';
import { lasting } from '../base/lasting.ts';
import { addDays } from '../base/time.ts';
import { shownOf } from '../face/names.ts';
import { type KindName, kindNames, kindOf, kinds, newKinds } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { currentSprint, today } from '../library/query.ts';
import type { Field } from '../records/field.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Span } from '../text/positions.ts';
import { fieldHelp } from './fieldHelp.ts';
import type { ValuePlace } from './place.ts';

/** What values are found from. */
export interface Known {
  readonly library: Library;
  readonly path: string;
  readonly now: Date;
  readonly me?: string | undefined;
}

interface Found {
  readonly all: readonly Suggestion[];
  readonly partial: boolean;
}

/** More than these are not listed at once; what is typed narrows them down. */
const MOST = 200;

/** The values for a field. `typed` is what stands there so far. Undefined where any text is as good as another. */
export function valuesFor(known: Known, field: Field, place: ValuePlace, typed: string): Found | undefined {
  const name = place.path[0];
  if (field.type === 'reference') return records(known, field, place, typed);
  const all = name === 'dismissed' ? advice(known) : name === 'record' ? kindsOfRecords() : simple(known, field);
  return all && { all: all.filter(({ insert }) => !place.siblings.includes(insert)), partial: false };
}

function simple(known: Known, field: Field): readonly Suggestion[] | undefined {
  if (field.values) return choices(field, field.values);
  if (field.type === 'day' || field.type === 'time') return days(known);
  if (field.type === 'member') return people(known);
  if (field.type === 'duration') return durations();
  return undefined;
}

function choices(field: Field, values: readonly string[]): readonly Suggestion[] {
  const assumed = String(field.fallback);
  return values.map((value) => ({
    label: value,
    description: field.fallback !== undefined && value === assumed ? t('default') : undefined,
    help: fieldHelp(field),
    insert: value,
    icon: 'choice',
  }));
}

function days({ library, now }: Known): readonly Suggestion[] {
  const day = today(library, now);
  const sprint = currentSprint(library, now);
  const named: [string | undefined, string][] = [
    [day, t('today')],
    [sprint?.values.ends, t('end of {0}', sprint?.title ?? '')],
    [sprint?.values.starts, t('start of {0}', sprint?.title ?? '')],
    [addDays(day, 1), t('tomorrow')],
    [addDays(day, 7), t('in a week')],
    [addDays(day, 14), t('in two weeks')],
  ];
  const seen = new Set<string>();
  return named.flatMap(([label, description]): Suggestion[] => {
    if (label === undefined || seen.has(label)) return [];
    seen.add(label);
    return [{ label, description, insert: label, filter: `${label} ${description}`, icon: 'day' }];
  });
}

function people({ library, me }: Known): readonly Suggestion[] {
  const members = library.members.flatMap(({ id, name = '', role }): Suggestion[] => {
    if (id === undefined) return [];
    const self = id === me ? t('you') : '';
    const description = [name, self].filter(Boolean).join(' · ');
    return [{ label: id, description, help: [name || id, role], insert: id, filter: `${id} ${name}`, icon: 'person' }];
  });
  return [...members.filter(({ label }) => label === me), ...members.filter(({ label }) => label !== me)];
}

function durations(): readonly Suggestion[] {
  const usual = ['1 week', '2 weeks', '6 weeks', '30 minutes', '60 minutes', '1 day'];
  return usual.map((label) => ({ label, insert: label, icon: 'choice' }));
}

function kindsOfRecords(): readonly Suggestion[] {
  return kindNames.map((name) => ({
    label: name,
    help: [kindOf(name)?.help() ?? ''],
    insert: name,
    icon: 'choice',
  }));
}

/** The advice that this record could turn down. */
function advice({ library, path }: Known): readonly Suggestion[] {
  const record = library.files.get(path);
  const given = record ? library.findings(record).filter(({ dismissible }) => dismissible) : [];
  const byCode = new Map(given.map((one) => [one.code, one]));
  return [...byCode.values()].map(({ code, message }) => ({
    label: code,
    help: [message],
    insert: code,
    icon: 'choice',
  }));
}

function records({ library, path, now }: Known, field: Field, place: ValuePlace, typed: string): Found {
  const names = field.refers?.length ? field.refers : library.kindNames;
  const pool = names.flatMap((kind) => library.memoFor(referables, kind));
  if (pool.length === 0) return { all: names.flatMap((kind) => creating(kind, typed)), partial: false };
  const wanted = pool.length > MOST ? closest(pool, typed.toLowerCase()) : pool;
  const current = currentSprint(library, now)?.id;
  const others = wanted.filter(({ record }) => record.path !== path && !place.siblings.includes(record.id));
  const isNear = ({ record }: Referable) => record.id === current || sprintsOf(record).includes(current ?? '');
  const ordered = [...others.filter(isNear), ...others.filter((one) => !isNear(one))];
  return { all: ordered.slice(0, MOST).map(referring), partial: pool.length > MOST };
}

/** Where there is no record to point to, the first can be made. */
function creating(name: string, typed: string): Suggestion[] {
  const kind = newKinds.find((each) => each === name);
  if (!kind) return [];
  const { label, help } = kinds[kind];
  return [
    { label: t('New {0}…', label()), help: [help()], insert: typed, filter: typed, create: kind, icon: 'record' },
  ];
}

interface Referable {
  readonly record: ContextRecord;
  readonly words: string;
}

const referables = (library: Library, kind: string): readonly Referable[] =>
  library.ofKind(kind as KindName).map(referable);

/** Kept with the record, which outlives many snapshots while somebody types. */
const referable = lasting((record: ContextRecord): Referable => {
  return { record, words: `${record.id} ${record.title}`.toLowerCase() };
});

function referring({ record }: Referable): Suggestion {
  const described = kindOf(record.kind)?.describe?.(record.values as never);
  return {
    // What is inserted is its id, but nobody reads it in passing.
    label: record.shownId,
    description: record.withheld ? shownOf(record) : record.title === record.id ? undefined : record.title,
    help: [record.title, [kindOf(record.kind)?.label() ?? record.kind, described].filter(Boolean).join(' · ')],
    insert: record.id,
    filter: `${record.id} ${record.title}`,
    icon: 'record',
    kind: record.kind,
  };
}

const sprintsOf = ({ values }: ContextRecord): readonly string[] => (Array.isArray(values.sprint) ? values.sprint : []);

/** What holds the typed letters, those that hold them in one piece first, the shortest first. */
function closest(pool: readonly Referable[], typed: string): readonly Referable[] {
  const found = pool.filter(({ words }) => holds(words, typed));
  const whole = found.filter(({ words }) => words.includes(typed));
  const rest = found.filter(({ words }) => !words.includes(typed));
  return typed === '' ? found : [...whole.sort((a, b) => a.words.length - b.words.length), ...rest];
}

/** Whether the letters that were typed come one after the other, as the editor compares. */
function holds(words: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = words.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** One thing that could be written at a place of a record. */
export interface Suggestion {
  readonly label: string;
  /** A few words beside the label. */
  readonly description?: string | undefined;
  /** Sentences of plain text, shown on demand. */
  readonly help?: readonly string[];
  /** The text, or a snippet where `snippet` is true. */
  readonly insert: string;
  readonly snippet?: boolean;
  /** What is compared with what was typed, where it is more than the label. */
  readonly filter?: string;
  readonly icon: 'field' | 'choice' | 'record' | 'person' | 'day' | 'snippet';
  /** The kind of a record, for its own icon. */
  readonly kind?: string;
  /** The kind of which a new record is made instead of writing anything. */
  readonly create?: KindName;
  /** Whether there is something to choose right after it. */
  readonly more?: boolean;
}

/** What could be written, best first, instead of what stands at the span. */
export interface Suggestions {
  readonly span: Span;
  readonly all: readonly Suggestion[];
  /** There are more than are listed: ask again for every letter. */
  readonly partial: boolean;
}
