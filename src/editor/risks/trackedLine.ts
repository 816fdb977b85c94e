/** Where an anchored line is while people edit its document. */
import type * as vscode from 'vscode';
import { anchorText, findAnchor, type Lines } from '../../core/anchor.ts';
import type { Anchor } from '../../core/records/kind.ts';

export interface Place {
  /** From 0. */
  readonly line: number;
  /** Somebody changed the line itself: it is the one, though its text is no longer the remembered one. */
  readonly edited: boolean;
}

export type Change = Pick<vscode.TextDocumentContentChangeEvent, 'range' | 'text'>;

/** The lines of an open document. */
export function linesIn(document: vscode.TextDocument): Lines {
  return { count: document.lineCount, text: (line) => document.lineAt(line).text };
}

/** Where the anchor stands in a text nobody watched being edited; undefined when it moved. */
export function placeOf(lines: Lines, anchor: Anchor): Place | undefined {
  const line = findAnchor(lines, anchor);
  return line === undefined ? undefined : { line, edited: false };
}

/**
 * Where the line is after an edit of the document. Changes elsewhere push it; a change within it leaves it where it is;
 * a change of several lines at once leaves it where its text is.
 */
export function afterEdit(place: Place, changes: readonly Change[], lines: Lines, anchor: Anchor): Place | undefined {
  const wanted = anchorText(anchor.text ?? '');
  const { shift, pushed, touched, across } = summed(changes, place.line);
  const isIt = (line: number) => line < lines.count && anchorText(lines.text(line)) === wanted;
  const own = [place.line + shift, place.line + shift + pushed].find((line) => isIt(line));
  if (own !== undefined) return { line: own, edited: false };
  const line = place.line + shift;
  if (!touched) return line < lines.count ? { line, edited: place.edited } : undefined;
  if (across || line >= lines.count || anchorText(lines.text(line)) === '') {
    return placeOf(lines, { ...anchor, line: Math.max(line, 0) + 1 });
  }
  return { line, edited: true };
}

interface Summed {
  /** How far the changes above push the line down. */
  readonly shift: number;
  /** How far it is pushed besides, if what was put into it was put in front. */
  readonly pushed: number;
  readonly touched: boolean;
  /** Whether a change reaches over the line's ends. */
  readonly across: boolean;
}

function summed(changes: readonly Change[], line: number): Summed {
  let [shift, pushed, touched, across] = [0, 0, false, false];
  for (const { range, text } of changes) {
    if (range.start.line > line) continue;
    const added = text.split('\n').length - 1;
    const removed = range.end.line - range.start.line;
    if (range.end.line < line) {
      shift += added - removed;
      continue;
    }
    touched = true;
    if (range.start.line < line || removed > 0) across = true;
    if (range.start.line < line) shift += added - removed;
    else pushed += added;
    if (added > 0) across = true;
  }
  return { shift, pushed, touched, across };
}
