/** Puts an entry into a written map or list, or takes one out, touching no line but its own. */

import type { Container, Entry } from './entries.ts';
import {
  indentOf,
  isBlank,
  lineEnd,
  lineEndingAt,
  lineExtent,
  lineStart,
  nextLine,
  splice,
  wouldJoinBlock,
} from './lines.ts';
import { flowText, indented, itemLines, pairLines } from './render.ts';
import { keyText } from './scalar.ts';

/** The text with a new entry before position `index`. The container has entries already. */
export function insertEntry(
  source: string,
  container: Container,
  index: number,
  key: string | undefined,
  value: unknown,
  eol: string,
): string {
  if (container.flow) {
    const entry = key === undefined ? flowText(value) : `${keyText(key)}: ${flowText(value)}`;
    return insertInFlow(source, container, index, entry, eol);
  }
  const first = container.entries[0] as Entry;
  const indent = indentOf(source, first.start);
  const before = container.entries[index - 1];
  const blocks = !before || !wouldJoinBlock(source, before.end, indent);
  const lines = key === undefined ? itemLines(value, blocks) : pairLines(key, value, blocks);
  if (before) return insertLines(source, nextLine(source, before.end), indented(lines, indent), eol);
  const ending = lineEndingAt(source, nextLine(source, first.start), eol);
  return splice(
    source,
    first.start,
    first.start,
    `${indented(lines, indent).join(ending).trimStart()}${ending}${indent}`,
  );
}

/** The text with whole lines put in at a line's start, or after a last line that has no ending. */
export function insertLines(source: string, at: number, lines: readonly string[], eol: string): string {
  const ending = lineEndingAt(source, at, eol);
  const text = lines.join(ending);
  const unended = at > 0 && source[at - 1] !== '\n';
  return splice(source, at, at, unended ? ending + text : text + ending);
}

function insertInFlow(source: string, { entries, end }: Container, index: number, entry: string, eol: string): string {
  const before = entries[index - 1];
  const next = entries[index];
  if (!before) return next ? splice(source, next.start, next.start, `${entry}, `) : source;
  const bound = next?.start ?? end - 1;
  const comma = commaBetween(source, before.end, bound);
  const line = lineEnd(source, comma ?? before.end);
  const indent = source.slice(lineStart(source, before.start), before.start);
  const ownLines = isBlank(indent, 0, indent.length) && line < bound;
  if (!ownLines) return splice(source, before.end, before.end, `, ${entry}`);
  const ending = lineEndingAt(source, nextLine(source, line), eol);
  const below = splice(source, line, line, `${ending}${indent}${entry}${comma === undefined ? '' : ','}`);
  return comma === undefined ? splice(below, before.end, before.end, ',') : below;
}

/** The text without the entry at `index`, which must not be the only one unless the container is the whole text's. */
export function removeEntry(source: string, container: Container, index: number): string {
  const entry = container.entries[index] as Entry;
  if (container.flow) return removeFromFlow(source, container, index);
  const start = lineStart(source, entry.start);
  if (isBlank(source, start, entry.start)) return removeLines(source, start, entry.end);
  // The first entry of a map that begins on its list item's own line: what follows moves up to the dash.
  const rest = nextLine(source, entry.end);
  const indent = /^[ \t\r\n]*/.exec(source.slice(rest))?.[0].length ?? 0;
  return splice(source, entry.start, rest + indent, '');
}

/** The text without the lines from `start` to the one that holds `end`. */
function removeLines(source: string, start: number, end: number): string {
  const extent = lineExtent(source, start, end);
  return splice(source, extent.start, extent.end, '');
}

function removeFromFlow(source: string, { entries, start: open, end: close }: Container, index: number): string {
  const entry = entries[index] as Entry;
  const before = entries[index - 1];
  const next = entries[index + 1];
  const around = source.slice(before?.end ?? open + 1, entry.start) + source.slice(entry.end, next?.start ?? close);
  if (!around.includes('\n')) {
    if (before) return splice(source, before.end, entry.end, '');
    return splice(source, entry.start, next?.start ?? entry.end, '');
  }
  const comma = commaBetween(source, entry.end, next?.start ?? close - 1);
  const without = removeFlowText(source, entry.start, comma === undefined ? entry.end : comma + 1);
  const earlier = comma === undefined && before ? commaBetween(source, before.end, entry.start) : undefined;
  return earlier === undefined ? without : splice(without, earlier, earlier + 1, '');
}

/** Takes out a piece, with its whole line when only a comment shares it. */
function removeFlowText(source: string, start: number, end: number): string {
  const line = lineStart(source, start);
  const rest = source.slice(end, lineEnd(source, end));
  if (isBlank(source, line, start) && /^[ \t]*(?:#|$)/.test(rest))
    return splice(source, line, nextLine(source, end), '');
  return splice(source, start, end + (/^[ \t]*/.exec(rest)?.[0].length ?? 0), '');
}

/** The comma between two entries; only spaces, line endings and comments stand around it. */
function commaBetween(source: string, start: number, end: number): number | undefined {
  const gap = source.slice(start, end).replace(/(?:^|\s)#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const at = gap.indexOf(',');
  return at === -1 ? undefined : start + at;
}
