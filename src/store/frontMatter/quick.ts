/**
 * Reads the plainest YAML many times faster than the full parser, and gives up on everything else. A test proves that
 * what it does read, the full parser reads the same.
 */

import type { Values } from './shape.ts';

/** Anything but line endings, printable characters and surrogates: no tabs, controls, or byte order marks. */
const ODD = /[^\n\r -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]/;

const FIELD = /^([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +(.*))?$/;
const ITEM = /^( *)-(?: +(.*))?$/;
const NOTHING = /^ *$|^#/;

/** Text that cannot be mistaken for anything else: its first character means nothing to YAML. */
const PLAIN = /^[A-Za-z0-9/(_$^\u00a0-\uffff]/;
const NOT_PLAIN = /: |:$/;
const SINGLE_QUOTED = /^'((?:[^']|'')*)' *(?: #.*)?$/;
const DOUBLE_QUOTED = /^"([^"\\]*)" *(?: #.*)?$/;
/** A list on one line, of words and numbers only. */
const FLOW_LIST = /^\[ *([A-Za-z0-9_./ ,+-]*?) *\] *(?: #.*)?$/;
const FLOW_ITEM = /^[A-Za-z0-9_/]/;

const NULL = /^(?:~|null|Null|NULL)$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OTHER_BASE = /^0[xo]/;

/** What a value holds when this reader leaves it to the full parser. */
const UNREAD = Symbol('unread');

/** The values of a YAML text of plain fields and lists of plain items; undefined for any other. */
export function quickValues(source: string): Values | undefined {
  if (ODD.test(source)) return undefined;
  const values: Values = Object.create(null);
  let open: string | undefined;
  let indent: string | undefined;
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at);
    const line = source.slice(at, lineEnding(source, at, newline));
    at = newline === -1 ? source.length : newline + 1;
    if (line.includes('\r')) return undefined;
    if (NOTHING.test(line)) continue;
    const field = FIELD.exec(line);
    if (field?.[1] !== undefined) {
      const value = valueIn(field[2] ?? '');
      if (value === UNREAD || field[1] in values) return undefined;
      values[field[1]] = value;
      open = isEmpty(field[2] ?? '') ? field[1] : undefined;
      indent = undefined;
      continue;
    }
    const item = ITEM.exec(line);
    if (!item || open === undefined || (indent !== undefined && indent !== item[1])) return undefined;
    const value = valueIn(item[2] ?? '');
    if (value === UNREAD) return undefined;
    if (indent === undefined) values[open] = [value];
    else (values[open] as unknown[]).push(value);
    indent = item[1];
  }
  return values;
}

function lineEnding(source: string, at: number, newline: number): number {
  if (newline === -1) return source.length;
  return newline > at && source[newline - 1] === '\r' ? newline - 1 : newline;
}

function isEmpty(text: string): boolean {
  return text === '' || text.startsWith('#');
}

function valueIn(text: string): unknown {
  if (isEmpty(text)) return null;
  const first = text[0];
  if (first === "'") return SINGLE_QUOTED.exec(text)?.[1]?.replaceAll("''", "'") ?? UNREAD;
  if (first === '"') return DOUBLE_QUOTED.exec(text)?.[1] ?? UNREAD;
  if (first === '[') return flowList(text);
  const note = text.indexOf(' #');
  const plain = (note === -1 ? text : text.slice(0, note)).replace(/ +$/, '');
  if (!PLAIN.test(plain)) return NUMBER.test(plain) || NULL.test(plain) ? scalar(plain) : UNREAD;
  return NOT_PLAIN.test(plain) ? UNREAD : scalar(plain);
}

function flowList(text: string): unknown {
  const inner = FLOW_LIST.exec(text)?.[1];
  if (inner === undefined) return UNREAD;
  if (inner === '') return [];
  const items = inner.split(',').map((item) => item.replace(/^ +| +$/g, ''));
  return items.every((item) => FLOW_ITEM.test(item)) ? items.map(scalar) : UNREAD;
}

/** The core schema of YAML 1.2. Numbers of other bases are rare enough to leave. */
function scalar(text: string): unknown {
  if (NUMBER.test(text)) return Number(text);
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return text[0] === 't' || text[0] === 'T';
  return OTHER_BASE.test(text) ? otherBase(text) : text;
}

function otherBase(text: string): unknown {
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  return /^0x[0-9a-fA-F]+$/.test(text) ? Number.parseInt(text.slice(2), 16) : text;
}
