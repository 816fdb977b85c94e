/** Which initiatives the Sprint view shows, as chosen by a person and remembered from day to day. */
import { t } from '../base/l10n.ts';
import { nameOf } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import { kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Scope } from '../library/query.ts';
import { currentSprint, quarters, sprints } from '../library/query.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted } from '../text/joined.ts';

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

/** What a sprint is for, in its own words; undefined for other scopes. */
export function goalOf(library: Library, scope: Scope): string | undefined {
  const goal = scope.kind === 'sprint' ? library.findOf('sprint', scope.id)?.values.goal : undefined;
  return goal && oneLine(goal);
}

/** One choice a person can make. */
export interface ScopeOption {
  readonly choice: ScopeChoice;
  readonly label: string;
  /** Dates, and how many initiatives. */
  readonly description: string;
  readonly group: 'current' | 'sprint' | 'quarter' | 'all';
  /** Whether it is the current sprint. */
  readonly current: boolean;
}

/** Everything that can be chosen: the current sprint, every sprint and every quarter from the newest, all. */
export function scopeOptions(library: Library, now: Date): readonly ScopeOption[] {
  const current = currentSprint(library, now);
  const counts = countsOf(library.ofKind('initiative'));
  const sprintOptions = [...sprints(library)].reverse().map((sprint): ScopeOption => {
    const dates = oneLine(kindOf('sprint')?.describe?.(sprint.values) ?? '');
    return {
      choice: { kind: 'sprint', id: sprint.id },
      label: nameOf(sprint),
      description: dotted(dates, String(counts.get(`sprint ${sprint.id}`) ?? 0)),
      group: 'sprint',
      current: sprint === current,
    };
  });
  const quarterOptions = quarters(library).map(
    (quarter): ScopeOption => ({
      choice: { kind: 'quarter', quarter },
      label: oneLine(quarter),
      description: String(counts.get(`quarter ${quarter}`) ?? 0),
      group: 'quarter',
      current: false,
    }),
  );
  const follow: ScopeOption[] = current
    ? [
        {
          choice: { kind: 'current' },
          label: t('Current sprint'),
          description: nameOf(current),
          group: 'current',
          current: true,
        },
      ]
    : [];
  const total = String(library.ofKind('initiative').length);
  return [
    ...follow,
    ...sprintOptions,
    ...quarterOptions,
    { choice: { kind: 'all' }, label: t('All'), description: total, group: 'all', current: false },
  ];
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
