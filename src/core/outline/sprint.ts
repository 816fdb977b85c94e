/** The Sprint view as data: the initiatives of a scope, filtered and grouped, and what belongs to none of them. */
import { compareIds } from '../base/ids.ts';
import { plural, t } from '../base/l10n.ts';
import { memberName } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import { kindNames, kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Scope } from '../library/query.ts';
import { initiativesFor, initiativesIn, problemsOf } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import { oneLine } from '../text/foreignText.ts';
import { joined } from '../text/joined.ts';
import { initiativeRow } from './initiative.ts';
import { note, type OutlineNode, type Rows, recordRow, section } from './node.ts';
import { byKey, type Order, ordered, statuses } from './order.ts';

export const groupings = ['none', 'status', 'owner'] as const;

export type Grouping = (typeof groupings)[number];

export interface SprintQuery {
  readonly scope: Scope;
  readonly filter: string;
  readonly grouping: Grouping;
  /** By key, unless told otherwise. */
  readonly order?: Order | undefined;
  /** Who looks; estimates are shown as they may see them. */
  readonly me?: string | undefined;
  /** When; questions say how long they wait then. */
  readonly now?: Date | undefined;
}

/** What the view shows, and how many initiatives the scope holds without the filter. */
export interface SprintOutline {
  readonly rows: Rows;
  readonly shown: number;
  readonly total: number;
}

export function sprintOutline(library: Library, query: SprintQuery): SprintOutline {
  const { scope, filter, grouping, order = 'key', me, now } = query;
  const all = [...new Set([...initiativesIn(library, scope), ...library.memo(strayed)])];
  const matches = matcher(filter);
  const left = all.filter((initiative) => matches(() => wordsOf(library, initiative)));
  const shown = ordered(library, left, order, me);
  const rowsOf = (below: string, some: readonly Initiative[]): Rows =>
    some.map((initiative) => initiativeRow(library, initiative, below, { me, now }));
  const initiatives = grouping === 'none' ? rowsOf(ROOT, shown) : grouped(library, shown, grouping, rowsOf);
  const others = library.memo(scope.kind === 'all' ? elsewhere : brokenElsewhere);
  const odd = others.filter((record) => matches(() => `${record.kind} ${record.id} ${record.title}`));
  const rows = [...teamRows(library), ...initiatives, ...otherRows(library, odd, scope)];
  return { rows, shown: shown.length, total: all.length };
}

/** Broken initiatives whose sprint makes no sense, as when its line is the broken one: seen everywhere, so that they are mended. */
const strayed = (library: Library): readonly Initiative[] =>
  library
    .ofKind('initiative')
    .filter(
      ({ broken, values }) => broken && !values.sprint?.some((id) => library.findOf('sprint', id)) && !values.quarter,
    );

/** Whether every word of the filter stands somewhere in a text; the text is only made when there is a filter. */
function matcher(filter: string): (text: () => string) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (text) => {
    const found = text().toLowerCase();
    return words.every((word) => found.includes(word));
  };
}

function wordsOf(library: Library, initiative: Initiative): string {
  const { status, owner, team = [], issues = [], quarter = '' } = initiative.values;
  const problems = problemsOf(library, initiative).map(({ title }) => title);
  const names = [owner ?? '', ...team].map((id) => `${id} ${memberName(library, id) ?? ''}`);
  return [initiative.id, initiative.title, status, quarter, ...names, ...issues, ...problems].join(' ');
}

const ROOT = 'sprint';

function grouped(
  library: Library,
  initiatives: readonly Initiative[],
  by: 'status' | 'owner',
  rowsOf: (below: string, some: readonly Initiative[]) => Rows,
): Rows {
  const groups = Map.groupBy(initiatives, ({ values }) => (by === 'status' ? values.status : values.owner) ?? '');
  const names = [...groups.keys()].map((key) => ({ key, label: groupName(library, key, by) }));
  const rank = ({ key }: { key: string }) => (by === 'status' ? statuses.indexOf(key) : key === '' ? 1 : 0);
  names.sort((a, b) => rank(a) - rank(b) || compareIds(a.label, b.label));
  return names.map(({ key, label }) => {
    const members = groups.get(key) ?? [];
    const icon = by === 'status' ? 'symbol-enum' : key === '' ? 'circle-outline' : 'person';
    const id = `${ROOT}/${by}/${key}`;
    return section(
      {
        id,
        label,
        description: String(members.length),
        icon,
        context: `group.${by}`,
        fold: 'open',
        spoken: joined(label, plural(members.length, '{0} initiative', '{0} initiatives')),
      },
      () => rowsOf(id, members),
    );
  });
}

function groupName(library: Library, key: string, by: 'status' | 'owner'): string {
  if (by === 'status') return key;
  return key === '' ? t('No owner') : oneLine(memberName(library, key) ?? key);
}

/** A broken because.yml is the first thing to mend: keys, members and hours come from it. */
function teamRows(library: Library): Rows {
  const file = library.teamFile;
  const problem = file?.source.problems[0];
  // With no record to show, the view is empty, and its welcome text says so with a button to mend the file.
  if (!file || !problem || library.records.length === 0) return [];
  return [
    note({
      id: `${ROOT}/team`,
      label: file.path,
      description: problem.message,
      icon: 'error',
      tone: 'error',
      context: 'record.team.broken',
      record: file,
      at: problem.span,
      hint: problem.message,
    }),
  ];
}

/** The records that stand below no initiative in any scope. */
const elsewhere = (library: Library): readonly ContextRecord[] =>
  library.records.filter((record) => !belongs(library, record)).sort(byKey);

/** Those of them that cannot be read. */
const brokenElsewhere = (library: Library): readonly ContextRecord[] =>
  library.records.filter((one) => one.broken && !belongs(library, one)).sort(byKey);

/** Whether a record is at the top, or in the place below it that its kind names. */
function belongs(library: Library, record: ContextRecord): boolean {
  const place = kindOf(record.kind)?.place;
  if (place === 'scores') return library.findOf('initiative', String(record.values.initiative)) !== undefined;
  // A reply is read on what it answers; where that is not there, it would be seen nowhere.
  if (place === 'thread') return !record.broken && record.refersTo.some((id) => library.find(id));
  return place === 'top' || (place !== undefined && initiativeOfRecord(library, record) !== undefined);
}

/** In the scope of everything: by kind, the known ones first. In a narrower one: only what is broken. */
function otherRows(library: Library, records: readonly ContextRecord[], scope: Scope): Rows {
  if (records.length === 0) return [];
  const description = String(records.length);
  if (scope.kind === 'all') {
    const row = { id: `${ROOT}/others`, label: t('Other records'), icon: 'archive', context: 'group.others' };
    return [section({ ...row, description }, () => kindRows(library, records, row.id))];
  }
  const row = { id: `${ROOT}/broken`, label: t('Cannot be read'), icon: 'error', context: 'group.broken' };
  return [
    section({ ...row, description, tone: 'error', fold: 'open' }, () =>
      records.map((one) => recordRow(library, one, row.id)),
    ),
  ];
}

function kindRows(library: Library, records: readonly ContextRecord[], below: string): Rows {
  const kinds = [...Map.groupBy(records, ({ kind }) => kind)];
  const rank = (kind: string) => {
    const known = (kindNames as readonly string[]).indexOf(kind);
    return known < 0 ? kindNames.length : known;
  };
  kinds.sort(([a], [b]) => rank(a) - rank(b) || compareIds(a, b));
  return kinds.map(([kind, members]) => {
    const definition = kindOf(kind);
    const row = {
      id: `${below}/${kind}`,
      label: definition?.labels() ?? oneLine(kind),
      description: String(members.length),
      icon: definition?.icon ?? 'file',
      context: 'group.kind',
    };
    return section(row, () => members.map((record) => recordRow(library, record, row.id)));
  });
}

/** The path of rows down to a record in these rows; undefined where it stands in none. Unfolds only what may hold it. */
export function pathTo(rows: Rows, record: ContextRecord): Rows | undefined {
  for (const row of rows) {
    if (row.record === record && row.context.startsWith('record.')) return [row];
  }
  for (const row of rows) {
    if (!row.children || !mayHold(row, record)) continue;
    const rest = pathTo(row.children(), record);
    if (rest) return [row, ...rest];
  }
  return undefined;
}

/** A closed record is only looked into for what speaks about it or its parents; sections and groups always are. */
function mayHold({ record: above, context }: OutlineNode, record: ContextRecord): boolean {
  if (!above || !context.startsWith('record.')) return true;
  const about = new Set([above.id, ...above.refersTo]);
  return about.has(record.id) || record.refersTo.some((id) => about.has(id));
}

/** What a record is about: itself, or the first initiative it speaks to, directly or through its problem. */
export function initiativeOfRecord(library: Library, { id: own, refersTo }: ContextRecord): Initiative | undefined {
  const ids = [own, ...refersTo];
  for (const id of ids) {
    const initiative = library.findOf('initiative', id);
    if (initiative) return initiative;
  }
  for (const id of ids) {
    const problem = library.findOf('problem', id);
    const [initiative] = problem ? initiativesFor(library, problem) : [];
    if (initiative) return initiative;
  }
  return undefined;
}
