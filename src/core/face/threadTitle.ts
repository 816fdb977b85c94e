/** What the thread of a record on a line of code is called. */
import { kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { ContextRecord } from '../records/record.ts';
import { dotted } from '../text/joined.ts';
import { aroundIn } from './around.ts';

/** How the record stands now, and what it is about: `Critical risk · open · PAY-142 Urgent updates`. */
export function threadTitle(library: Library, record: ContextRecord, now?: Date): string {
  const { thread } = kindOf(record.kind) ?? {};
  return dotted(thread?.title(record as never, aroundIn(library, now)), aboutIn(library, record));
}

function aboutIn(library: Library, { values }: ContextRecord): string {
  const { initiative: key = '', problem = '' } = values as { readonly initiative?: string; readonly problem?: string };
  const initiative = library.initiativeOf(key);
  return initiative ? `${initiative.id} ${initiative.title}` : (library.findOf('problem', problem)?.shownId ?? problem);
}
