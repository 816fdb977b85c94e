/**
 * Reads YAML as people write it many times faster than the full parser, and leaves what it is not sure of to that one:
 * anchors, aliases, tags, merge and complex keys, tabs, keys given twice, and whatever is wrong. A test proves that what it
 * does read, the full parser reads the same.
 */

import type { FieldPath, Part } from '../../../core/records/record.ts';
import type { Span } from '../../../core/text/positions.ts';
import { isBlockHeader, readBlockText } from './blockText.ts';
import { readKey } from './keys.ts';
import { isQuote, readPlain, readQuoted } from './scalars.ts';
import { newValues, type Values } from './shape.ts';
import {
  CLOSE_LIST,
  CLOSE_MAP,
  COMMA,
  HASH,
  isSpaceOrEnd,
  OPEN_LIST,
  OPEN_MAP,
  type Places,
  placeIn,
  UNSURE,
  Walk,
  type Whole,
} from './walk.ts';

/** Anything but LF, CRLF, printable characters and surrogates: no tabs, controls, or byte order marks. */
const ODD = /[^\n\r -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)/;

const DASH = 45;

/** Deeper nesting than people write, and than a stack may be trusted with. */
const DEEPEST = 50;

/**
 * The values of a YAML text, or of a part of one that ends with a line, and what is wrong; undefined for one that is left
 * to the full parser.
 */
export function quickRead(text: string, part = wholeOf(text)): Pick<Whole, 'values' | 'problems'> | undefined {
  return read(text, part, undefined);
}

/** Says where the fields of a YAML text stand, as `Parsed.spanOf` does; undefined for one that is left to the full parser. */
export function quickPlaces(
  text: string,
  part = wholeOf(text),
): ((path: FieldPath, part: Part) => Span | undefined) | undefined {
  const places: Places = new Map();
  const found = read(text, part, places);
  return found && ((path, which) => placeIn(places, found, path, which));
}

const wholeOf = ({ length }: string): Span => ({ start: 0, end: length });

function read(text: string, part: Span, places: Places | undefined): Whole | undefined {
  if (ODD.test(text.slice(part.start, part.end))) return undefined;
  try {
    const walk = new Walk(text, part, places);
    const { problems } = walk;
    if (walk.isAtEnd) return { values: newValues(), problems, span: undefined };
    const values = readMap(walk, 0);
    return walk.isAtEnd ? { values, problems, span: { start: walk.start, end: walk.end } } : undefined;
  } catch (error) {
    if (error === UNSURE) return undefined;
    throw error;
  }
}

/** The map whose first key is at hand, and whose others stand below it. */
function readMap(walk: Walk, depth: number): Values {
  const values = newValues();
  const [start, column] = [walk.at, walk.column];
  do {
    const { at } = walk;
    const key = readKey(walk, false);
    if (key === undefined || key in values) throw UNSURE;
    const keyEnd = walk.end;
    values[key] = readEntry(walk, column, depth, true);
    walk.note(values, key, at, keyEnd);
  } while (walk.column === column);
  if (walk.column > column) throw UNSURE;
  walk.start = start;
  return values;
}

/** The list whose first dash is at hand, and whose others stand below it. */
function readList(walk: Walk, depth: number): unknown[] {
  const list: unknown[] = [];
  const [start, column] = [walk.at, walk.column];
  do {
    const { at } = walk;
    walk.at += 1;
    list.push(readEntry(walk, column, depth, false));
    walk.note(list, list.length - 1, at);
  } while (walk.column === column && isDash(walk));
  if (walk.column > column) throw UNSURE;
  walk.start = start;
  return list;
}

function isDash(walk: Walk): boolean {
  return walk.code() === DASH && isSpaceOrEnd(walk.code(1));
}

/** What follows the colon or dash of an entry of the map or list at `column`; goes on to the line behind it. */
function readEntry(walk: Walk, column: number, depth: number, inMap: boolean): unknown {
  if (depth > DEEPEST) throw UNSURE;
  if (!walk.lineIsDone) {
    walk.skipSpaces();
    return inMap ? readLine(walk, column) : readNode(walk, column, depth);
  }
  const end = walk.at;
  walk.finishLine();
  if (walk.column > column) return readBelow(walk, column, depth);
  // The items of a list may stand right below the key they belong to.
  if (inMap && walk.column === column && isDash(walk)) return readList(walk, depth + 1);
  walk.start = end;
  walk.end = end;
  return null;
}

function readBelow(walk: Walk, column: number, depth: number): unknown {
  const { isBelowComment } = walk;
  const value = readNode(walk, column, depth);
  // The full reader takes what follows such a text for more of it, where the comment is not as deep.
  if (isBelowComment && (typeof value !== 'object' || value === null)) throw UNSURE;
  return value;
}

function readNode(walk: Walk, column: number, depth: number): unknown {
  if (isDash(walk)) return readList(walk, depth + 1);
  const { at } = walk;
  const isMap = readKey(walk, false) !== undefined;
  walk.at = at;
  return isMap ? readMap(walk, depth + 1) : readLine(walk, column);
}

/** A value that begins on the line of its entry. */
function readLine(walk: Walk, column: number): unknown {
  const isBlock = isBlockHeader(walk.code());
  const value = isBlock ? readBlockText(walk, column) : readScalarOrFlow(walk, column, 0);
  if (isBlock) walk.toContent();
  else walk.finishLine();
  if (walk.column > column) throw UNSURE;
  return value;
}

/** What stands on a line of its entry, or `level` brackets deep. */
function readScalarOrFlow(walk: Walk, column: number, level: number): unknown {
  const code = walk.code();
  if (code === OPEN_LIST || code === OPEN_MAP) return readFlow(walk, column, level + 1);
  if (isQuote(code)) return readQuoted(walk, column);
  return readPlain(walk, column, level > 0);
}

/**
 * The list or map at hand. The lines below its first are deeper than `column`; the last may hold the closing bracket at it.
 */
function readFlow(walk: Walk, column: number, level: number): unknown {
  if (level > DEEPEST) throw UNSURE;
  const start = walk.at;
  const value = walk.code() === OPEN_LIST ? readFlowList(walk, column, level) : readFlowMap(walk, column, level);
  walk.start = start;
  walk.end = walk.at;
  return value;
}

function readFlowList(walk: Walk, column: number, level: number): unknown[] {
  const list: unknown[] = [];
  walk.at += 1;
  for (;;) {
    toItem(walk, column, level);
    if (walk.code() === CLOSE_LIST) break;
    const start = walk.at;
    list.push(readScalarOrFlow(walk, column, level));
    walk.note(list, list.length - 1, start);
    passComma(walk, column, level, CLOSE_LIST);
  }
  walk.at += 1;
  return list;
}

function readFlowMap(walk: Walk, column: number, level: number): Values {
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
    values[key] = isLeftEmpty ? null : readScalarOrFlow(walk, column, level);
    walk.note(values, key, start, keyEnd);
    passComma(walk, column, level, CLOSE_MAP);
  }
  walk.at += 1;
  return values;
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
