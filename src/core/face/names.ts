/** What records are called where people read of them: names, people, scopes, and what is wrong with a record. */

import { t } from '../base/l10n.ts';
import { ID, isOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Scope } from '../library/query.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { oneLine } from '../text/foreignText.ts';
import { firstParagraph, firstSentences, plain, quotes } from '../text/markdownText.ts';
import { dotted } from './joined.ts';

/** Characters of a label made from a record's text. */
const LABEL = 80;

/** The error a record must be shown with, if there is one. Cheap for a record without: it is asked of every row. */
export function troubleOf(library: Library, record: ContextRecord): Advice | undefined {
  const suspicious = record.broken || !ID.test(record.id) || library.named(record.id).length > 1;
  if (!suspicious) return undefined;
  return library.findings(record).find(({ severity }) => severity === 'error');
}

/** What a record is called in a list: its title, else the start of its text, else its id. */
export function nameOf(record: ContextRecord): string {
  if (record.title !== record.id) return oneLine(record.title);
  // The reasons of an estimate are kept from those who have not given theirs, so they are no name.
  if (isOf(record, 'estimate')) return t('Estimate by {0}', oneLine(record.values.by ?? record.id));
  if (isOf(record, 'decision')) return t('Committed to {0}', oneLine(record.values.sprint ?? '?'));
  if (isOf(record, 'initiative') || record.broken) return oneLine(record.id);
  const said = isOf(record, 'evidence') ? quotes(record.body)[0]?.text : undefined;
  const words = said === undefined ? firstParagraph(record.body) : `“${firstSentences(plain(said), 1, LABEL - 2)}”`;
  return firstSentences(words ?? oneLine(record.id), 1, LABEL);
}

/** What may be told of a record that is withheld, beside its name: the kind and the day of evidence, else nothing. */
export function shownOf(record: ContextRecord): string {
  return isOf(record, 'evidence') ? dotted(record.values.kind, record.values.date) : '';
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
  // `v1.37` says more in a narrow title than "Kubernetes v1.37"; `2026-24` says less than "Sprint 24".
  return sprint && (sprint.withheld || /^\d/.test(sprint.id)) ? nameOf(sprint) : oneLine(scope.id);
}

/** How a record is named in a list to pick from. */
export function pickName(record: ContextRecord): string {
  const name = nameOf(record);
  if (record.withheld && !isOf(record, 'initiative')) return dotted(name, shownOf(record));
  return name === record.id ? name : oneLine(`${record.id} ${name}`);
}
