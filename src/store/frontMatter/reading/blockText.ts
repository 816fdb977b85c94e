/** Reads texts written as blocks of lines: `|` keeps their line ends, `>` folds them. */

import { CR, endsLine, HASH, LF, SPACE, UNSURE, type Walk } from './walk.ts';

const LITERAL = 124;
const FOLDED = 62;

/** Whether a block of lines starts here. */
export function isBlockHeader(code: number): boolean {
  return code === LITERAL || code === FOLDED;
}

interface Header {
  readonly folded: boolean;
  /** What becomes of the line ends after the last line: one is kept, none (`-`), or all (`+`). */
  readonly chomp: string;
  /** How much deeper than the field the lines are, where the header says it. */
  readonly deeper: number | undefined;
}

/** The text of the block at hand, whose lines are deeper than `column`. Leaves the walk at the next line's start. */
export function readBlockText(walk: Walk, column: number): string {
  const { at: start } = walk;
  const header = readHeader(walk);
  const { lines, empty } = readLines(walk, column, header);
  walk.start = start;
  walk.end = blockTextEnd(walk.source, start, walk.at);
  if (lines.length === 0) return header.chomp === '+' ? '\n'.repeat(empty) : '';
  const text = header.folded ? folded(lines) : lines.join('\n');
  if (header.chomp === '-') return text;
  return header.chomp === '+' ? text + '\n'.repeat(empty + 1) : `${text}\n`;
}

/** Where a block ends: after its last character, or before its last line end where its header says to keep all (`+`). */
export function blockTextEnd(source: string, start: number, next: number): number {
  if (/[|>][1-9]?\+/y.test(source.slice(start, start + 3))) return beforeLineEnd(source, next);
  let end = next;
  while (end > start && (source.charCodeAt(end - 1) === SPACE || endsLine(source.charCodeAt(end - 1)))) end -= 1;
  return end;
}

function beforeLineEnd(source: string, next: number): number {
  const end = source.charCodeAt(next - 1) === LF ? next - 1 : next;
  return source.charCodeAt(end - 1) === CR ? end - 1 : end;
}

function readHeader(walk: Walk): Header {
  const found = /[|>](?:([-+])([1-9])?|([1-9])([-+])?)?/y;
  found.lastIndex = walk.at;
  const [all = '', before, after, first, second] = found.exec(walk.source) ?? [];
  const folded = walk.code() === FOLDED;
  walk.at += all.length;
  if (!walk.lineIsDone) throw UNSURE;
  walk.nextLine();
  const digit = after ?? first;
  return { folded, chomp: before ?? second ?? '', deeper: digit === undefined ? undefined : Number(digit) };
}

/** The lines of a block without their indentation, up to the last that is not empty, and how many empty ones follow. */
function readLines(walk: Walk, column: number, { deeper }: Header): { lines: string[]; empty: number } {
  const lines: string[] = [];
  let indent = deeper === undefined ? undefined : column + deeper;
  let empty = 0;
  let widest = 0;
  while (!walk.isAtEnd) {
    const line = walk.at;
    walk.skipSpaces();
    const spaces = walk.at - line;
    if (endsLine(walk.code())) {
      // Spaces beyond the indentation, or on a last line without an end, are text, and nobody means them to be.
      if (walk.isAtEnd || (indent !== undefined && spaces > indent)) throw UNSURE;
      widest = Math.max(widest, spaces);
      empty += 1;
      walk.nextLine();
      continue;
    }
    if (spaces <= column || (indent !== undefined && spaces < indent)) {
      walk.at = line;
      break;
    }
    indent ??= spaces;
    if (widest > indent) throw UNSURE;
    for (; empty > 0; empty -= 1) lines.push('');
    lines.push(restOfLine(walk, line + indent));
  }
  // A block without lines, or one that something shallower but still inside follows: rare, and easily wrong.
  if (lines.length === 0 && walk.code() === HASH) throw UNSURE;
  return { lines, empty };
}

function restOfLine(walk: Walk, from: number): string {
  walk.nextLine();
  return walk.source.slice(from, beforeLineEnd(walk.source, walk.at));
}

/** Lines become one with a space between, or with the line ends of the empty lines between; deeper lines stay lines. */
function folded(lines: readonly string[]): string {
  let text = '';
  let last: string | undefined;
  let empty = 0;
  for (const line of lines) {
    if (line === '') {
      empty += 1;
      continue;
    }
    if (last === undefined) text = '\n'.repeat(empty);
    else if (isDeeper(last) || isDeeper(line)) text += '\n'.repeat(empty + 1);
    else text += empty === 0 ? ' ' : '\n'.repeat(empty);
    text += line;
    last = line;
    empty = 0;
  }
  return text;
}

function isDeeper(line: string): boolean {
  return line.charCodeAt(0) === SPACE;
}
