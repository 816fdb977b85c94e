/** Where an anchored line is while people edit its document. */
import type { Position } from '../text/positions.ts';
import { anchorText, findAnchor, type Lines } from './anchor.ts';
import type { Anchor } from './kind.ts';

export interface AnchoredLine {
  /** From 0. */
  readonly line: number;
  /** Where the line's words begin and end in it. */
  readonly start: number;
  readonly end: number;
  /** Somebody changed the line itself: it is the one, though its text is no longer the remembered one. */
  readonly edited: boolean;
}

/** A text written over a range of a document. */
export interface DocumentEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** A document as editors have it open. */
interface Document {
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/** The lines of an open document, as they are now: it may change. */
export function linesIn(document: Document): Lines {
  return { count: document.lineCount, text: (line) => document.lineAt(line).text };
}

/** Where an anchor stands in a text nobody watched being edited; undefined when it moved. */
export function anchoredLine(lines: Lines, anchor: Anchor, before?: Lines): AnchoredLine | undefined {
  const line = findAnchor(lines, anchor, before);
  return line === undefined ? undefined : anchoredAt(lines, line, false);
}

/** The place of a line with words. */
export function anchoredAt(lines: Lines, line: number, edited: boolean): AnchoredLine {
  const text = lines.text(line);
  return { line, start: text.length - text.trimStart().length, end: text.trimEnd().length, edited };
}

/**
 * Where the line is after an edit of the document, whose `lines` are those after it. Changes beside its words push it, a
 * change of a part of them leaves it where they are. Where all of them were written over, only the file as the anchor's
 * commit has it, `before`, can tell: the words may be a twin's now.
 */
export function afterEdit(
  place: AnchoredLine,
  changes: readonly DocumentEdit[],
  lines: Lines,
  anchor: Anchor,
  before?: Lines,
): AnchoredLine | undefined {
  let line = place.line;
  let isTouched = false;
  for (const change of changes) {
    const effect = effectOf(place, change);
    if (effect === 'gone') return anchoredLine(lines, anchor, before);
    line += effect.shift;
    isTouched ||= effect.touched;
  }
  if (line >= lines.count || anchorText(lines.text(line)) === '') return anchoredLine(lines, anchor, before);
  const isIt = anchorText(lines.text(line)) === anchorText(anchor.text ?? '');
  return anchoredAt(lines, line, !isIt && (place.edited || isTouched));
}

interface Effect {
  /** Lines that the words are pushed down by. */
  readonly shift: number;
  /** Whether the line itself is another now. */
  readonly touched: boolean;
}

/** What one change does to the words; all changes of an edit speak of the text before it. */
function effectOf({ line, start, end }: AnchoredLine, { range, text }: DocumentEdit): Effect | 'gone' {
  const pushed = text.split(/\r\n|\r|\n/).length - 1 - (range.end.line - range.start.line);
  const isBefore = range.end.line < line || (range.end.line === line && range.end.character <= start);
  if (isBefore) return { shift: pushed, touched: range.end.line === line };
  const isAfter = range.start.line > line || (range.start.line === line && range.start.character >= end);
  if (isAfter) return { shift: 0, touched: range.start.line === line };
  const coversStart = range.start.line < line || range.start.character <= start;
  const coversEnd = range.end.line > line || range.end.character >= end;
  if (coversStart && coversEnd) return 'gone';
  // What is left of the words is their end, below what was written; or their beginning, where it was.
  return { shift: coversStart ? pushed : 0, touched: true };
}
