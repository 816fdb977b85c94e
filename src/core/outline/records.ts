/** One record as a row: what it is called, its state in a few words, its icon, and what is wrong with it. */

import { t } from '../base/l10n.ts';
import { aroundIn } from '../face/around.ts';
import { nameOf, troubleOf } from '../face/names.ts';
import { kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Look } from '../records/face.ts';
import type { ContextRecord } from '../records/record.ts';
import { joined } from '../text/joined.ts';
import type { OutlineNode } from './node.ts';
import { onLines } from './node.ts';

/** The address a record leads to outside the editor: its tracker, its pull request, its source. */
export function addressOf(record: ContextRecord): string | undefined {
  return kindOf(record.kind)?.address?.(record.values as never);
}

/**
 * What menus go by: `record.<kind>`, then the state where the kind has one, or `broken`, or `readonly`; then `url` when
 * there is an address to open: `record.risk.open`, `record.initiative.building.url`; `debt` before it on an initiative that is.
 */
function contextOf(record: ContextRecord, { state, mark }: Look): string {
  const shown = record.broken ? 'broken' : record.readOnly ? 'readonly' : state;
  return ['record', record.kind, shown, mark, addressOf(record) && 'url'].filter(Boolean).join('.');
}

/** The row of a record. `below` makes the id unique where one record stands in several places. */
export function recordRow(library: Library, record: ContextRecord, below: string): OutlineNode {
  const kind = kindOf(record.kind);
  const name = nameOf(record);
  const look = kind?.look?.(record as never, name, aroundIn(library)) ?? {};
  const { label = name, description = kind?.describe?.(record.values) ?? '', icon = kind?.icon ?? 'file' } = look;
  const row = {
    id: `${below}/${record.path}`,
    label,
    description,
    icon,
    tone: look.tone,
    context: contextOf(record, look),
    spoken: look.spoken ?? joined(kind?.label() ?? record.kind, label, description, ...(look.more ?? [])),
    fold: 'leaf',
    record,
  } as const;
  const trouble = troubleOf(library, record);
  if (!trouble) return onLines(row);
  return onLines({
    ...row,
    description: trouble.message,
    icon: 'error',
    tone: 'error',
    spoken: joined(label, t('error'), trouble.message),
    at: trouble.span,
    hint: trouble.message,
  });
}
