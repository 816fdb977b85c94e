/** Reads the keys of maps: a plain or quoted text on one line, with a colon behind it. */

import { isQuote, readQuoted, startsPlain, toPlainStop } from './scalars.ts';
import { COLON, isSpaceOrEnd, UNSURE, type Walk } from './walk.ts';

/** YAML lets a key be 1,024 characters long. */
const LONGEST = 1000;
const LESS = 60;
const EQUALS = 61;

/**
 * The key at hand, passing its colon and leaving `walk.end` just after the key; undefined, not moving, where none stands.
 * `flow`: between braces, where a quoted key needs no space behind its colon.
 */
export function readKey(walk: Walk, flow: boolean): string | undefined {
  const start = walk.at;
  // A merge key, or what a merge that met a conflict left behind.
  if (walk.code() === LESS || walk.code() === EQUALS) throw UNSURE;
  const key = isQuote(walk.code()) ? quotedKey(walk, flow) : plainKey(walk, flow);
  if (key === undefined) walk.at = start;
  else if (walk.at - start > LONGEST) throw UNSURE;
  return key;
}

function plainKey(walk: Walk, flow: boolean): string | undefined {
  if (!startsPlain(walk)) return undefined;
  const start = walk.at;
  toPlainStop(walk, flow);
  if (walk.code() !== COLON) return undefined;
  walk.at += 1;
  return keyAt(walk.source, start, walk.end);
}

/** Keys that were met, each at a place its first and last character and its length tell. */
const met: (string | undefined)[] = new Array<undefined>(1024).fill(undefined);

/** A longer key is hardly met again. */
const LONGEST_KEPT = 32;

/**
 * The key that stands between two places. The same few keys stand in all files, and to look a text up among all that the
 * engine knows, as it does for every new key of a map, takes longer than to read it.
 */
function keyAt(source: string, start: number, end: number): string {
  const length = end - start;
  const place = (source.charCodeAt(start) * 31 + source.charCodeAt(end - 1) * 7 + length) % met.length;
  const before = met[place];
  if (before?.length === length && source.startsWith(before, start)) return before;
  const key = source.slice(start, end);
  // As the engine keeps it, and not as a piece of this source, all of which would stay.
  if (length <= LONGEST_KEPT) met[place] = Object.keys({ [key]: 0 })[0];
  return key;
}

function quotedKey(walk: Walk, flow: boolean): string | undefined {
  const key = readQuoted(walk, walk.column);
  const { end } = walk;
  if (walk.source.slice(walk.start, end).includes('\n')) return undefined;
  walk.skipSpaces();
  if (walk.code() !== COLON || !(flow || isSpaceOrEnd(walk.code(1)))) return undefined;
  walk.at += 1;
  walk.end = end;
  return key;
}
