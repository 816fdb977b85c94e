/** Anchors: a line of code, remembered by its text, so that it is found again after the file changed. */
import type { Anchor } from './records/kind.ts';

/** The lines of a file, counted from 0. */
export interface Lines {
  readonly count: number;
  text(line: number): string;
}

/** Characters of a line that are remembered: enough to know it by, little enough to read in a review. */
const LONGEST = 200;

/** The lines of a text, split as editors do. */
export function linesOf(text: string): Lines {
  const lines = text.split(/\r\n|\r|\n/);
  return { count: lines.length, text: (line) => lines[line] ?? '' };
}

/** The part of a line by which it is known: trimmed, and cut where it is very long. */
export function anchorText(line: string): string {
  return line.trim().slice(0, LONGEST).trimEnd();
}

/**
 * An anchor at a line (from 0). A blank line could not be found again, so the next one with words stands for it, else
 * the one before; undefined in an empty file.
 */
export function anchorAt(lines: Lines, line: number, path: string, commit?: string): Anchor | undefined {
  const known = withWords(lines, line, 1) ?? withWords(lines, line, -1);
  if (known === undefined) return undefined;
  const anchor = { path, line: known + 1, text: anchorText(lines.text(known)) };
  return commit === undefined ? anchor : { ...anchor, commit };
}

function withWords(lines: Lines, from: number, step: 1 | -1): number | undefined {
  for (let line = Math.min(Math.max(from, 0), lines.count - 1); line >= 0 && line < lines.count; line += step) {
    if (anchorText(lines.text(line)) !== '') return line;
  }
  return undefined;
}

/**
 * The line (from 0) an anchor stands on today: its own while the text is the same, else the nearest with that text, the
 * lower of two. Undefined when there is none, and when the text is mere punctuation (`}`) that stands in several places:
 * then any line might be the wrong one. An anchor without a text is taken at its word.
 */
export function findAnchor(lines: Lines, { line = 1, text = '' }: Anchor): number | undefined {
  const wanted = anchorText(text);
  const own = line - 1;
  if (wanted === '') return own < lines.count ? own : undefined;
  if (own < lines.count && anchorText(lines.text(own)) === wanted) return own;
  const found = nearestEqual(lines, own, wanted);
  if (found === undefined || /[\p{L}\p{N}]/u.test(wanted)) return found;
  return isOnly(lines, found, wanted) ? found : undefined;
}

function nearestEqual(lines: Lines, own: number, wanted: string): number | undefined {
  const furthest = Math.max(own, lines.count - 1 - own);
  for (let away = 1; away <= furthest; away++) {
    for (const line of [own + away, own - away]) {
      if (line >= 0 && line < lines.count && anchorText(lines.text(line)) === wanted) return line;
    }
  }
  return undefined;
}

function isOnly(lines: Lines, found: number, wanted: string): boolean {
  for (let line = 0; line < lines.count; line++) {
    if (line !== found && anchorText(lines.text(line)) === wanted) return false;
  }
  return true;
}
