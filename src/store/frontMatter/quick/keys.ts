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
  return walk.source.slice(start, walk.end);
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
