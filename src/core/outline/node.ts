/** What a tree shows, as data: rows with a stable identity, the row of a record, and what its tooltip says in more words. */
import { t } from '../base/l10n.ts';
import { isHidden } from '../board/rounds.ts';
import { aroundIn } from '../face/around.ts';
import { nameOf, shownOf, troubleOf } from '../face/names.ts';
import { kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Look, Tone } from '../records/face.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Factor } from '../scoring/factors.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted, joined } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';
import type { Span } from '../text/positions.ts';
import type { Work } from '../work/links.ts';

/** Whether a row can be unfolded, and whether it starts that way. */
export type Fold = 'leaf' | 'closed' | 'open';

export interface OutlineNode {
  /** Unique in its tree and the same after every change, so that what was unfolded stays unfolded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** A theme icon's name. */
  readonly icon: string;
  readonly tone?: Tone | undefined;
  /** What menus go by; see `contextOf`. */
  readonly context: string;
  /** The whole row for a screen reader: name, state, counts. */
  readonly spoken: string;
  readonly fold: Fold;
  /** The record the row stands for, or (for a section) belongs to. */
  readonly record?: ContextRecord | undefined;
  /** The branch or commit the row stands for, where no record does. */
  readonly work?: Work | undefined;
  /** The factor of a score the row stands for. */
  readonly factor?: Factor | undefined;
  /** What the verb that a click on the row begins is given, as far as the row knows it. */
  readonly given?: object | undefined;
  /** Where in the record's file a click leads, where it is not the start. */
  readonly at?: Span | undefined;
  /** What must not wait, in words: the row bears a sign that says them. */
  readonly urgent?: string | undefined;
  /** The action a click begins, instead of opening the record. */
  readonly verb?: string | undefined;
  /** A sentence for the tooltip, where there is more to say than the record itself. */
  readonly hint?: string | undefined;
  readonly children?: (() => Rows) | undefined;
}

/** Rows in their order. */
export type Rows = readonly OutlineNode[];

/** The rows below a row. */
export function childrenOf(node: OutlineNode): Rows {
  return node.children?.() ?? [];
}

/** Whether two rows look and behave the same, their children aside. */
export function looksAlike(a: OutlineNode, b: OutlineNode): boolean {
  return a.at?.start === b.at?.start && LOOK.every((part) => a[part] === b[part]);
}

const LOOK = [
  'record',
  'label',
  'description',
  'icon',
  'tone',
  'context',
  'spoken',
  'fold',
  'hint',
  'urgent',
  'verb',
] as const;

/** What a row that stands for no record of its own cannot do without. */
type Said = Pick<OutlineNode, 'id' | 'label' | 'icon' | 'context'> & Partial<OutlineNode>;

/** A row that holds other rows and stands for no record of its own. */
export function section(row: Said, children: () => Rows): OutlineNode {
  return note({ fold: 'closed', ...row, children });
}

/** A row that only says something. */
export function note(row: Said): OutlineNode {
  const description = row.description ?? '';
  return onLines({ spoken: joined(row.label, description), fold: 'leaf', ...row, description });
}

/** A quiet row below `below` that says what is missing, and what to do about it; by its context a click begins that. */
export function missing(
  below: string,
  record: ContextRecord,
  label: string,
  hint: string,
  context: 'note.problem' | 'note.evidence',
): OutlineNode {
  return note({ id: `${below}/none`, label, icon: 'circle-outline', context, tone: 'quiet', record, hint });
}

/** A row whose texts are one line each, whatever stands in the records, files and branches they are made of. */
function onLines(row: OutlineNode): OutlineNode {
  const { label, description, spoken, hint, urgent } = row;
  const texts = { label: oneLine(label), description: oneLine(description), spoken: oneLine(spoken) };
  return {
    ...row,
    ...texts,
    ...(hint !== undefined && { hint: oneLine(hint) }),
    ...(urgent && { urgent: oneLine(urgent) }),
  };
}

/** Whether a record is read as a story first, and only then as a file: one that could be read, of a kind that stands at the top. */
export const hasStory = (record: ContextRecord): boolean => !record.broken && kindOf(record.kind)?.place === 'top';

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

/**
 * The row of a record. `below` makes the id unique where one record stands in several places. It tells how long somebody
 * waits where `now` is given, which is where it is drawn again as time goes on.
 */
export function recordRow(library: Library, record: ContextRecord, below: string, now?: Date): OutlineNode {
  const kind = kindOf(record.kind);
  const name = nameOf(record);
  const look = kind?.look?.(record as never, name, aroundIn(library, now)) ?? {};
  const { label = name, description = kind?.describe?.(record.values) ?? '', icon = kind?.icon ?? 'file' } = look;
  const row = {
    id: `${below}/${record.path}`,
    label,
    description,
    icon,
    tone: look.tone,
    urgent: look.urgent || undefined,
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

export interface Detail {
  readonly title: string;
  /** Paragraphs of plain words. */
  readonly lines: readonly string[];
}

/** The detail of a record, as `me` may see it, at a moment where the time is told. Foreign text is plain words; whoever draws it still escapes it. */
export function detailOf(library: Library, record: ContextRecord, me?: string, now?: Date): Detail {
  const kind = kindOf(record.kind);
  const name = nameOf(record);
  const title = kind?.keyed
    ? dotted(record.id, name)
    : record.withheld
      ? name
      : `${kind?.label() ?? record.kind}: ${name}`;
  return {
    title: oneLine(title),
    lines: linesOf(library, record, me, now)
      .filter((line) => line !== '')
      .map(oneLine),
  };
}

function linesOf(
  library: Library,
  record: ContextRecord,
  me: string | undefined,
  now: Date | undefined,
): readonly string[] {
  if (record.withheld) {
    const next = record.broken ? t('Open the file to fix it.') : t('Sensitive: open the record to read it.');
    return [shownOf(record), next];
  }
  if (isHidden(library, record, me)) {
    return [t('Hidden until you give your own estimate, or the round is revealed.')];
  }
  const kind = kindOf(record.kind);
  if (kind?.lines) return kind.lines(record as never, aroundIn(library, now));
  const text = kind?.sealed ? kind.help() : gist(record.body);
  return [addressOf(record) ?? kind?.describe?.(record.values) ?? '', text];
}
