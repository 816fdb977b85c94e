/** The Sprint view where there is no initiative to show: what can be done about it, a row for each way. */
import { t } from '../base/l10n.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Scope } from '../library/query.ts';
import { note, type OutlineNode, type Rows } from './node.ts';
import { type SprintOutline, type SprintQuery, sprintOutline } from './sprint.ts';

/** The ways; none where initiatives are shown, nor where there is none at all, as the view's own welcome speaks then. */
export function waysOn(library: Library, query: SprintQuery, { shown, total }: SprintOutline): Rows {
  if (shown > 0 || library.ofKind('initiative').length === 0) return [];
  return total === 0
    ? [...waysToPlan(library, query.scope), ...wayToAll(library, query)]
    : waysPastFilter(library, query);
}

function waysToPlan(library: Library, scope: Scope): Rows {
  if (scope.kind === 'all') return [];
  const planned = scope.kind === 'sprint' ? { sprint: [scope.id] } : { quarter: scope.quarter };
  const place = scope.kind === 'sprint' ? scope.id : scope.quarter;
  const first = note({
    id: `ways/plan/${place}`,
    label: t('Plan a new initiative'),
    icon: 'add',
    context: 'note.plan',
    given: { fields: planned },
  });
  return scope.kind === 'sprint' && library.ofKind('initiative').some(isOpen) ? [first, wayToCommit(place)] : [first];
}

const isOpen = ({ values: { status } }: Initiative): boolean => status === 'candidate' || status === 'idea';

const wayToCommit = (sprint: string): OutlineNode =>
  note({
    id: `ways/commit/${sprint}`,
    label: t('Commit to an existing one'),
    icon: 'checklist',
    context: 'note.commit',
    given: { sprint },
  });

const waysPastFilter = (library: Library, query: SprintQuery): Rows => [
  note({ id: 'ways/filter', label: t('Clear the filter'), icon: 'clear-all', context: 'note.filter' }),
  ...(query.scope.kind === 'all' ? [] : wayToAll(library, query)),
];

/** Everything, as far as the filter leaves any of it. */
function wayToAll(library: Library, { filter, grouping }: SprintQuery): Rows {
  const { shown } = sprintOutline(library, { scope: { kind: 'all' }, filter, grouping });
  if (shown === 0) return [];
  const row = { id: 'ways/all', label: t('Show all'), description: String(shown), icon: 'list-unordered' };
  return [note({ ...row, context: 'note.all', hint: t('All initiatives, with or without a sprint.') })];
}
