/** What records are called where people read of them: names, people, scopes, and what is wrong with a record. */
import { t } from '../base/l10n.ts';
import { ID, kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Scope } from '../library/query.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted } from '../text/joined.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';

/** Characters of a label made from a record's text. */
const LABEL = 80;

/** The error a record must be shown with, if there is one. Cheap for a record without: it is asked of every row. */
export function troubleOf(library: Library, record: ContextRecord): Advice | undefined {
  const suspicious = record.broken || !ID.test(record.id) || library.named(record.id).length > 1;
  if (!suspicious) return undefined;
  return library.findings(record).find(({ severity }) => severity === 'error');
}

/** What a record is called in a list: its title, else what its kind says, else the start of its text, else its id. */
export function nameOf(record: ContextRecord): string {
  if (record.title !== record.id) return oneLine(record.title);
  const kind = kindOf(record.kind);
  const named = kind?.named?.(record as never);
  if (named !== undefined) return oneLine(named);
  if (kind?.keyed || record.broken) return oneLine(record.id);
  const known = begun.get(record) ?? firstSentences(firstParagraph(record.body) ?? oneLine(record.id), 1, LABEL);
  begun.set(record, known);
  return known;
}

/** How the texts of records begin that have no title: a list reads them again and again, and a record never changes. */
const begun = new WeakMap<ContextRecord, string>();

/** What may be told of a record that is withheld, beside its name. */
export function shownOf(record: ContextRecord): string {
  return kindOf(record.kind)?.told?.(record.values as never) ?? '';
}

/** A member's full name; undefined for somebody because.yml does not name. */
export function memberName(library: Library, id: string): string | undefined {
  return library.memo(memberNames).get(id);
}

const memberNames = (library: Library): ReadonlyMap<string, string> =>
  new Map(library.members.flatMap(({ id, name }) => (id && name ? [[id, name]] : [])));

/** What a scope is called. */
export function scopeName(library: Library, scope: Scope): string {
  if (scope.kind === 'all') return t('All');
  if (scope.kind === 'quarter') return oneLine(scope.quarter);
  const sprint = library.findOf('sprint', scope.id);
  return sprint ? nameOf(sprint) : oneLine(scope.id);
}

/** How a record is named in a list to pick from. */
export function pickName(record: ContextRecord): string {
  const name = nameOf(record);
  if (record.shownId !== record.id) return dotted(name, shownOf(record));
  return name === record.id ? name : oneLine(`${record.id} ${name}`);
}
