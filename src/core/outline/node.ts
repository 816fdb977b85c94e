/** What a tree shows, as data: rows with a stable identity, whose children are only made when somebody unfolds them. */

import type { Tone } from '../records/face.ts';
import type { ContextRecord, Span } from '../records/record.ts';
import type { Factor } from '../scoring/factors.ts';
import { oneLine } from '../text/foreignText.ts';
import { joined } from '../text/joined.ts';
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
  /** Where in the record's file a click leads, where it is not the start. */
  readonly at?: Span | undefined;
  /** A sentence for the tooltip, where there is more to say than the record itself. */
  readonly hint?: string | undefined;
  readonly children?: (() => readonly OutlineNode[]) | undefined;
}

const NONE: readonly OutlineNode[] = [];

/** The rows below a row. */
export function childrenOf(node: OutlineNode): readonly OutlineNode[] {
  return node.children?.() ?? NONE;
}

/** Whether two rows look and behave the same, their children aside. */
export function looksAlike(a: OutlineNode, b: OutlineNode): boolean {
  return (
    a.record === b.record &&
    a.label === b.label &&
    a.description === b.description &&
    a.icon === b.icon &&
    a.tone === b.tone &&
    a.context === b.context &&
    a.spoken === b.spoken &&
    a.fold === b.fold &&
    a.hint === b.hint &&
    a.at?.start === b.at?.start
  );
}

/** A row that holds other rows and stands for no record of its own. */
export function section(
  row: Pick<OutlineNode, 'id' | 'label' | 'icon' | 'context'> & Partial<OutlineNode>,
  children: () => readonly OutlineNode[],
): OutlineNode {
  const description = row.description ?? '';
  return onLines({ spoken: joined(row.label, description), fold: 'closed', ...row, description, children });
}

/** A row that only says something. */
export function note(row: Pick<OutlineNode, 'id' | 'label' | 'icon' | 'context'> & Partial<OutlineNode>): OutlineNode {
  const description = row.description ?? '';
  return onLines({ spoken: joined(row.label, description), fold: 'leaf', ...row, description });
}

/** A quiet row below `below` that says what is missing, and what to do about it. */
export function missing(below: string, record: ContextRecord, label: string, hint: string): OutlineNode {
  return note({ id: `${below}/none`, label, icon: 'circle-outline', context: 'note', tone: 'quiet', record, hint });
}

/** A row whose texts are one line each, whatever stands in the records, files and branches they are made of. */
export function onLines(row: OutlineNode): OutlineNode {
  const { label, description, spoken, hint } = row;
  const texts = { label: oneLine(label), description: oneLine(description), spoken: oneLine(spoken) };
  return { ...row, ...texts, ...(hint !== undefined && { hint: oneLine(hint) }) };
}
