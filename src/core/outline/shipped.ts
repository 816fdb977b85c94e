/** A quiet moment for what was shipped: a row that says so, until somebody says thanks or puts it away. */
import { t } from '../base/l10n.ts';
import { addDays } from '../base/time.ts';
import { nameOf } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { type Scope, sprints, today } from '../library/query.ts';
import { note, type Rows } from './node.ts';
import { byKey } from './order.ts';

/** Days after a sprint's end on which its shipped work is still worth a moment. */
const AFTER = 7;

interface Seen {
  readonly scope: Scope;
  readonly now: Date;
  /** The initiatives that whoever looks has put away. */
  readonly hushed: readonly string[];
}

/** One row at most, while a late sprint is shown: of several initiatives, the others follow when the first is gone. */
export function shippedRows(library: Library, { scope, now, hushed }: Seen): Rows {
  const late = new Set(lateSprints(library, today(library, now)));
  if (scope.kind !== 'sprint' || !late.has(scope.id)) return [];
  const [shipped] = library
    .ofKind('initiative')
    .filter((one) => isShipped(one) && one.values.sprint?.some((id) => late.has(id)) && !hushed.includes(one.id))
    .filter(({ id }) => library.children(id, 'credit').length === 0)
    .sort(byKey);
  if (!shipped) return [];
  return [
    note({
      id: `shipped/${shipped.id}`,
      label: t('{0} is shipped', shipped.id),
      description: nameOf(shipped),
      icon: 'heart',
      context: 'note.shipped',
      record: shipped,
      verb: 'thank',
      hint: t('Who made it possible? Say thanks in your own words.'),
    }),
  ];
}

const isShipped = ({ archived, values: { status } }: Initiative): boolean =>
  !archived && (status === 'shipped' || status === 'measured');

/** The sprints that run, and those that ended a few days ago: older work had its moment. */
const lateSprints = (library: Library, day: string): readonly string[] =>
  sprints(library).flatMap(({ id, values: { starts, ends } }) =>
    starts !== undefined && starts <= day && (ends === undefined || day <= addDays(ends, AFTER)) ? id : [],
  );
