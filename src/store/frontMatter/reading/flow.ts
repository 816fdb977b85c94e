/** Reads maps and lists between braces and brackets, on one line or several. */

import { readKey } from './keys.ts';
import { isQuote, readPlain, readQuoted } from './scalars.ts';
import { newValues, type Values } from './shape.ts';
import { CLOSE_LIST, CLOSE_MAP, COMMA, HASH, OPEN_LIST, OPEN_MAP, UNSURE, type Walk } from './walk.ts';

export function opensFlow(code: number): boolean {
  return code === OPEN_LIST || code === OPEN_MAP;
}

/** Deeper nesting than people write, and than a stack may be trusted with. */
export const DEEPEST = 50;

/**
 * The list or map at hand. The lines below its first are deeper than `column`; the last may hold the closing bracket at it.
 */
export function readFlow(walk: Walk, column: number, level = 1): unknown {
  if (level > DEEPEST) throw UNSURE;
  const start = walk.at;
  const value = walk.code() === OPEN_LIST ? readList(walk, column, level) : readMap(walk, column, level);
  walk.start = start;
  walk.end = walk.at;
  return value;
}

function readList(walk: Walk, column: number, level: number): unknown[] {
  const list: unknown[] = [];
  walk.at += 1;
  for (;;) {
    toItem(walk, column, level);
    if (walk.code() === CLOSE_LIST) break;
    const start = walk.at;
    list.push(readItem(walk, column, level));
    walk.note(list, list.length - 1, start);
    passComma(walk, column, level, CLOSE_LIST);
  }
  walk.at += 1;
  return list;
}

function readMap(walk: Walk, column: number, level: number): Values {
  const values = newValues();
  walk.at += 1;
  for (;;) {
    toItem(walk, column, level);
    if (walk.code() === CLOSE_MAP) break;
    const start = walk.at;
    const key = readKey(walk, true);
    if (key === undefined || key in values) throw UNSURE;
    const keyEnd = walk.end;
    walk.start = walk.at;
    walk.end = walk.at;
    toItem(walk, column, level);
    const isLeftEmpty = walk.code() === COMMA || walk.code() === CLOSE_MAP;
    values[key] = isLeftEmpty ? null : readItem(walk, column, level);
    walk.note(values, key, start, keyEnd);
    passComma(walk, column, level, CLOSE_MAP);
  }
  walk.at += 1;
  return values;
}

function readItem(walk: Walk, column: number, level: number): unknown {
  const code = walk.code();
  if (opensFlow(code)) return readFlow(walk, column, level + 1);
  if (isQuote(code)) return readQuoted(walk, column);
  return readPlain(walk, column, true);
}

/** Passes spaces, line ends and comments. */
function toItem(walk: Walk, column: number, level: number): void {
  let isBelow = false;
  while (walk.lineIsDone) {
    if (walk.isAtEnd) throw UNSURE;
    walk.nextLine();
    // A comment wants a space before it, and the full reader does not take every line end for one.
    if (walk.code() === HASH) throw UNSURE;
    isBelow = true;
  }
  walk.skipSpaces();
  if (!isBelow) return;
  const closes = level === 1 && (walk.code() === CLOSE_LIST || walk.code() === CLOSE_MAP);
  if (walk.column < (closes ? column : column + 1)) throw UNSURE;
}

function passComma(walk: Walk, column: number, level: number, close: number): void {
  toItem(walk, column, level);
  if (walk.code() === COMMA) walk.at += 1;
  else if (walk.code() !== close) throw UNSURE;
}
