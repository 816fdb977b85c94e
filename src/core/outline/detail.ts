/** What a record says in more words than its row: for tooltips, made only when somebody rests on the row. */

import { t } from '../base/l10n.ts';
import { isHidden } from '../board/rounds.ts';
import { aroundIn } from '../face/around.ts';
import { nameOf, shownOf } from '../face/names.ts';
import { kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { ContextRecord } from '../records/record.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';
import { addressOf } from './records.ts';

export interface Detail {
  readonly title: string;
  /** Paragraphs of plain words. */
  readonly lines: readonly string[];
}

/** The detail of a record, as `me` may see it. Foreign text is plain words; whoever draws it still escapes it. */
export function detailOf(library: Library, record: ContextRecord, me?: string): Detail {
  const kind = kindOf(record.kind);
  const name = nameOf(record);
  const title = kind?.keyed
    ? dotted(record.id, name)
    : record.withheld
      ? name
      : `${kind?.label() ?? record.kind}: ${name}`;
  return {
    title: oneLine(title),
    lines: linesOf(library, record, me)
      .filter((line) => line !== '')
      .map(oneLine),
  };
}

function linesOf(library: Library, record: ContextRecord, me: string | undefined): readonly string[] {
  if (record.withheld) {
    const next = record.broken ? t('Open the file to mend it.') : t('Sensitive: open the record to read it.');
    return [shownOf(record), next];
  }
  if (isHidden(library, record, me)) {
    return [t('Hidden until you have given your own estimate, or the round is revealed.')];
  }
  const kind = kindOf(record.kind);
  if (kind?.lines) return kind.lines(record as never, aroundIn(library));
  return [addressOf(record) ?? kind?.describe?.(record.values) ?? '', gist(record.body)];
}
