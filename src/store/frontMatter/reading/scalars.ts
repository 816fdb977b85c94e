/** Reads scalars written on the lines of their field, plain and quoted, over one line or several. */

import { needsForm } from '../../../core/records/written.ts';
import { needsQuotes } from './shape.ts';
import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  codeAt,
  endsLine,
  HASH,
  isSpaceOrEnd,
  OPEN_LIST,
  OPEN_MAP,
  SPACE,
  UNSURE,
  type Walk,
} from './walk.ts';

/** The characters no plain scalar may start with, and those only the full reader lets one start with. */
const NEVER_FIRST = new Set(Array.from(',[]{}#&*!|>\'"%@`?:', (character) => character.charCodeAt(0)));
/** What people write `@ada` with, though YAML keeps it for itself: what is meant is clear, and so is what is wrong. */
const AT = 64;
const BACKTICK = 96;
const DASH = 45;
const SINGLE = 39;
const DOUBLE = 34;
const BACKSLASH = 92;

/** Whether a scalar between quotes starts here. */
export function isQuote(code: number): boolean {
  return code === SINGLE || code === DOUBLE;
}

/** Whether a plain scalar surely starts here. A dash starts one only before a letter or a number. */
export function startsPlain(walk: Walk): boolean {
  const code = walk.code();
  if (NEVER_FIRST.has(code) || isSpaceOrEnd(code)) return false;
  return code !== DASH || /[A-Za-z0-9.]/.test(walk.source.charAt(walk.at + 1));
}

function isFlowIndicator(code: number): boolean {
  return code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === OPEN_MAP || code === CLOSE_MAP;
}

/** Whether a colon before this character is one behind a key. */
function endsKey(next: number, flow: boolean): boolean {
  return isSpaceOrEnd(next) || (flow && isFlowIndicator(next));
}

/**
 * Goes to where the plain scalar at hand stops on its line: at a comment, a colon that makes it a key, the end of the
 * line, or between brackets (`flow`) at what ends an item. Leaves `walk.end` just after its last character.
 */
export function toPlainStop(walk: Walk, flow: boolean): void {
  const { source } = walk;
  let { at } = walk;
  let end = at;
  for (; ; at += 1) {
    const code = codeAt(source, at);
    if (code === SPACE) continue;
    if (flow && isFlowIndicator(code)) break;
    // Most characters are letters, and none that stand behind the colon stops a text.
    if (code <= COLON) {
      if (endsLine(code) || (code === HASH && end < at)) break;
      if (code === COLON && endsKey(codeAt(source, at + 1), flow)) break;
    }
    end = at + 1;
  }
  walk.at = at;
  walk.end = end;
}

/** The value of the plain scalar at hand; the lines below its first are deeper than `column`. */
export function readPlain(walk: Walk, column: number, flow: boolean): unknown {
  const code = walk.code();
  if (code === AT || code === BACKTICK) walk.complain(needsQuotes(walk.source.charAt(walk.at), walk.at));
  else if (!startsPlain(walk)) throw UNSURE;
  const text = plainText(walk, column, flow);
  const value = scalarOf(text);
  if (needsForm(value, text)) walk.form = text;
  return value;
}

/** The text of the plain scalar at hand, its lines folded. */
function plainText(walk: Walk, column: number, flow: boolean): string {
  const { source, at: start } = walk;
  toPlainStop(walk, flow);
  let text = source.slice(start, walk.end);
  let { end } = walk;
  while (endsLine(walk.code())) {
    const empty = walk.continueBelow(column);
    if (empty === undefined) break;
    const from = walk.at;
    if (flow && isFlowIndicator(walk.code())) {
      walk.start = start;
      walk.end = end;
      return text;
    }
    if (!startsPlain(walk)) throw UNSURE;
    toPlainStop(walk, flow);
    text += (empty > 0 ? '\n'.repeat(empty) : ' ') + source.slice(from, walk.end);
    end = walk.end;
  }
  if (!flow && walk.code() === COLON) throw UNSURE;
  walk.start = start;
  walk.at = end;
  walk.end = end;
  return text;
}

/** The text of the quoted scalar at hand; the lines below its first are deeper than `column`. */
export function readQuoted(walk: Walk, column: number): string {
  const { source, at: start } = walk;
  const quote = walk.code();
  let text = '';
  walk.at += 1;
  for (let from = walk.at; ; ) {
    const code = walk.code();
    if (code === quote) {
      text += source.slice(from, walk.at);
      walk.at += 1;
      if (quote === DOUBLE || walk.code() !== SINGLE) break;
      from = walk.at;
      walk.at += 1;
    } else if (code === BACKSLASH && quote === DOUBLE) {
      text += source.slice(from, walk.at) + readEscape(walk, column);
      from = walk.at;
    } else if (endsLine(code)) {
      text += withoutEndSpaces(source, from, walk.at) + fold(walk, column);
      from = walk.at;
    } else walk.at += 1;
  }
  walk.start = start;
  walk.end = walk.at;
  return text;
}

/** Goes on to the next line of a quoted text; gives what stands for the line ends between. */
function fold(walk: Walk, column: number): string {
  const empty = walk.continueBelow(column);
  if (empty === undefined) throw UNSURE;
  return empty > 0 ? '\n'.repeat(empty) : ' ';
}

function withoutEndSpaces(source: string, from: number, to: number): string {
  let end = to;
  while (end > from && source.charCodeAt(end - 1) === SPACE) end -= 1;
  return source.slice(from, end);
}

const ESCAPED: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
};

/** How many hexadecimal digits follow these. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** What the escape at hand stands for. One at the end of a line joins it with the next. */
function readEscape(walk: Walk, column: number): string {
  walk.at += 1;
  if (endsLine(walk.code())) {
    if (walk.continueBelow(column) !== 0) throw UNSURE;
    return '';
  }
  const name = walk.source.charAt(walk.at);
  walk.at += 1;
  const simple = ESCAPED[name];
  if (simple !== undefined) return simple;
  const count = DIGITS[name];
  if (count === undefined) throw UNSURE;
  const digits = walk.source.slice(walk.at, walk.at + count);
  const code = Number.parseInt(digits, 16);
  if (digits.length < count || !/^[0-9a-fA-F]+$/.test(digits) || code > 0x10ffff) throw UNSURE;
  walk.at += count;
  return String.fromCodePoint(code);
}

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF'].flatMap((word) => [
    [word, Infinity] as const,
    [`+${word}`, Infinity] as const,
    [`-${word}`, -Infinity] as const,
  ]),
]);

/** The longest word above; a longer text is a number or a text. */
const LONGEST_WORD = 5;

/** The value of a plain scalar: null, a boolean, a number, or the text itself. */
export function scalarOf(text: string): unknown {
  if (text.length <= LONGEST_WORD) {
    const value = WORDS.get(text);
    if (value !== undefined) return value;
  }
  const code = text.charCodeAt(0);
  if (code > 57 || code < 43) return text;
  if (NUMBER.test(text)) return Number(text);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  return /^0x[0-9a-fA-F]+$/.test(text) ? Number.parseInt(text.slice(2), 16) : text;
}
