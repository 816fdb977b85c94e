/** What stands above the initiatives of the Sprint view: which they are, how many, and what the sprint is for. */
import { t } from '../base/l10n.ts';
import { scopeName } from '../face/names.ts';
import type { Library } from '../library/library.ts';
import { dotted } from '../text/joined.ts';
import { goalOf } from './scope.ts';
import type { SprintOutline, SprintQuery } from './sprint.ts';

/** In a few words, beside the name of the view: `Sprint 14 · 3 of 12`. `name` is the folder's, where there are several. */
export function sprintDescription(
  library: Library,
  { scope, filter }: SprintQuery,
  { shown, total }: SprintOutline,
  name?: string,
): string {
  if (library.records.length === 0) return name ?? '';
  const count = filter.trim() === '' ? String(total) : t('{0} of {1}', shown, total);
  return dotted(name, scopeName(library, scope), count);
}

/** The goal first, unless a filter is on; nothing while there is no initiative, as the view's own welcome speaks then. */
export function sprintMessage(
  library: Library,
  { scope, filter }: SprintQuery,
  { shown, total }: SprintOutline,
): string | undefined {
  if (library.ofKind('initiative').length === 0) return undefined;
  const text = filter.trim();
  if (text !== '' && shown === 0) return t('No initiative matches “{0}”.', text);
  if (text !== '') return t('Filter: {0}', text);
  const empty = total > 0 ? undefined : t('No initiative is planned here yet. Show another sprint, or all.');
  return [goalOf(library, scope), empty].filter(Boolean).join(' — ');
}
