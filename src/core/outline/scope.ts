/** Which initiatives the Sprint view shows, as chosen by a person and remembered from day to day, and what stands above them. */
import { t } from '../base/l10n.ts';
import { nameOf, scopeName } from '../face/names.ts';
import type { Initiative, Sprint } from '../kinds/all.ts';
import { kindOf } from '../kinds/all.ts';
import { awayWords } from '../kinds/sprint.ts';
import type { Library } from '../library/library.ts';
import type { Scope } from '../library/query.ts';
import { currentSprint, quarters, sprints, today } from '../library/query.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted } from '../text/joined.ts';
import { cutAtWord } from '../text/markdownText.ts';
import type { SprintOutline, SprintQuery } from './sprint.ts';

/** `current` follows the calendar: tomorrow it may be the next sprint. */
export type ScopeChoice = Scope | { readonly kind: 'current' };

/** A choice as it was kept; undefined for what is none. */
export function choiceIn(kept: unknown): ScopeChoice | undefined {
  const choice: { readonly [name: string]: unknown } = Object(kept);
  const { kind, id, quarter } = choice;
  if (kind === 'current' || kind === 'all') return { kind };
  if (choice.kind === 'sprint' && typeof id === 'string') return { kind: 'sprint', id };
  return kind === 'quarter' && typeof quarter === 'string' ? { kind, quarter } : undefined;
}

/** The scope a choice stands for today. A sprint that is gone gives way to the current one, and that to everything. */
export function scopeOf(library: Library, choice: ScopeChoice, now: Date): Scope {
  if (choice.kind === 'all') return choice;
  if (choice.kind === 'quarter' && quarters(library).includes(choice.quarter)) return choice;
  if (choice.kind === 'sprint' && library.findOf('sprint', choice.id)) return choice;
  const current = currentSprint(library, now);
  return current ? { kind: 'sprint', id: current.id } : { kind: 'all' };
}

/** Characters of a goal that leave room for rows in a narrow sidebar. */
const GOAL = 200;

/** What a sprint is for, in its own words; undefined for other scopes. */
export function goalOf(library: Library, scope: Scope): string | undefined {
  const goal = scope.kind === 'sprint' ? library.findOf('sprint', scope.id)?.values.goal : undefined;
  return goal && oneLine(goal);
}

/** One choice a person can make. */
export interface ScopeOption {
  readonly choice: ScopeChoice;
  readonly label: string;
  /** Dates, how many initiatives, and for the sprint of today whether it runs. */
  readonly description: string;
  /** Whether it is the sprint that runs today. */
  readonly current: boolean;
}

/** Everything that can be chosen: the current sprint, every sprint and every quarter from the newest, all. */
export function scopeOptions(library: Library, now: Date): readonly ScopeOption[] {
  const current = currentSprint(library, now);
  const day = today(library, now);
  const away = current && awayWords(current.values, day);
  const initiatives = library.ofKind('initiative');
  const counts = countsOf(initiatives);
  const option = (choice: ScopeChoice, label: string, description: string, isCurrent = false): ScopeOption => ({
    choice,
    label,
    description,
    current: isCurrent,
  });
  return [
    ...(current ? [option({ kind: 'current' }, placeInTime(current, day), dotted(nameOf(current), away), !away)] : []),
    ...sprints(library)
      .toReversed()
      .map((sprint) => {
        const dates = oneLine(kindOf('sprint')?.describe?.(sprint.values) ?? '');
        const count = String(counts.get(`sprint ${sprint.id}`) ?? 0);
        const description = dotted(dates, count, sprint === current && (away ?? t('current')));
        return option({ kind: 'sprint', id: sprint.id }, nameOf(sprint), description, sprint === current && !away);
      }),
    ...quarters(library).map((quarter) =>
      option({ kind: 'quarter', quarter }, oneLine(quarter), String(counts.get(`quarter ${quarter}`) ?? 0)),
    ),
    option({ kind: 'all' }, t('All'), String(initiatives.length)),
  ];
}

/** What the sprint that the calendar leads to is, on a day. */
function placeInTime({ values: { starts = '', ends = '' } }: Sprint, day: string): string {
  if (starts > day) return t('Next sprint');
  return ends !== '' && ends < day ? t('Latest sprint') : t('Current sprint');
}

function countsOf(initiatives: readonly Initiative[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { values } of initiatives) {
    for (const id of new Set(values.sprint)) count(`sprint ${id}`);
    if (values.quarter) count(`quarter ${values.quarter}`);
  }
  return counts;
}

/** The narrowest scope that shows an initiative: its last sprint that exists, else its quarter, else all. */
export function scopeShowing(library: Library, initiative: Initiative, now: Date): ScopeChoice {
  const ids = new Set(initiative.values.sprint);
  const current = currentSprint(library, now);
  if (current && ids.has(current.id)) return { kind: 'current' };
  const sprint = sprints(library).findLast(({ id }) => ids.has(id));
  if (sprint) return { kind: 'sprint', id: sprint.id };
  const { quarter } = initiative.values;
  return quarter === undefined ? { kind: 'all' } : { kind: 'quarter', quarter };
}

/**
 * In a few words, beside the name of the view: `Sprint 14 · 3 of 12`, `Sprint 14 · ended 26 Aug · 12`. `name` is the
 * folder's, where there are several.
 */
export function sprintDescription(
  library: Library,
  { scope, filter }: SprintQuery,
  { shown, total }: SprintOutline,
  { now, name }: { readonly now: Date; readonly name?: string | undefined },
): string {
  if (library.records.length === 0) return name ?? '';
  const sprint = scope.kind === 'sprint' ? library.findOf('sprint', scope.id) : undefined;
  const away = sprint && awayWords(sprint.values, today(library, now));
  const count = filter.trim() === '' ? String(total) : t('{0} of {1}', shown, total);
  return dotted(name, scopeName(library, scope), away, count);
}

/** The goal first; nothing while there is no initiative, as the view's own welcome speaks then. */
export function sprintMessage(
  library: Library,
  { scope, filter }: SprintQuery,
  { shown, total }: SprintOutline,
): string | undefined {
  if (library.ofKind('initiative').length === 0) return undefined;
  const text = filter.trim();
  const empty = total > 0 ? undefined : nothingIn(scope);
  const none = shown === 0 ? t('No initiative matches “{0}”.', text) : t('Filter: {0}', text);
  const goal = goalOf(library, scope);
  return [goal && cutAtWord(goal, GOAL), empty ?? (text === '' ? undefined : none)].filter(Boolean).join(' — ');
}

function nothingIn(scope: Scope): string {
  if (scope.kind === 'sprint') return t('No initiative is planned for this sprint.');
  return scope.kind === 'quarter' ? t('No initiative is planned for this quarter.') : t('There is no initiative yet.');
}
