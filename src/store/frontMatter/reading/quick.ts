/**
 * Reads YAML as people write it many times faster than the full parser, and leaves what it is not sure of to that one:
 * anchors, aliases, tags, merge and complex keys, tabs, keys given twice, and whatever is wrong. A test proves that what it
 * does read, the full parser reads the same.
 */

import type { FieldPath, Span } from '../../../core/records/record.ts';
import { isBlockHeader, readBlockText } from './blockText.ts';
import { DEEPEST, opensFlow, readFlow } from './flow.ts';
import { readKey } from './keys.ts';
import { isQuote, readPlain, readQuoted } from './scalars.ts';
import { newValues, type Part, type Values } from './shape.ts';
import { isSpaceOrEnd, type Places, placeIn, UNSURE, Walk, type Whole } from './walk.ts';

/** Anything but LF, CRLF, printable characters and surrogates: no tabs, controls, or byte order marks. */
const ODD = /[^\n\r -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)/;

const DASH = 45;

/** The values of a YAML text, and what is wrong; undefined for one that is left to the full parser. */
export function quickRead(source: string): Pick<Whole, 'values' | 'problems'> | undefined {
  return read(source, undefined);
}

/** Says where the fields of a YAML text stand, as `Parsed.spanOf` does; undefined for one that is left to the full parser. */
export function quickPlaces(source: string): ((path: FieldPath, part: Part) => Span | undefined) | undefined {
  const places: Places = new Map();
  const found = read(source, places);
  return found && ((path, part) => placeIn(places, found, path, part));
}

function read(source: string, places: Places | undefined): Whole | undefined {
  if (ODD.test(source)) return undefined;
  try {
    const walk = new Walk(source, places);
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
  const value = readInline(walk, column);
  if (walk.column > column) throw UNSURE;
  return value;
}

function readInline(walk: Walk, column: number): unknown {
  const code = walk.code();
  if (isBlockHeader(code)) {
    const text = readBlockText(walk, column);
    walk.toContent();
    return text;
  }
  const value = readScalarOrFlow(walk, column, code);
  walk.finishLine();
  return value;
}

function readScalarOrFlow(walk: Walk, column: number, code: number): unknown {
  if (opensFlow(code)) return readFlow(walk, column);
  if (isQuote(code)) return readQuoted(walk, column);
  return readPlain(walk, column, false);
}
