/** Writes one text, number, boolean or null as YAML that every YAML reader takes for the same thing. */

import { isMap } from './sameness.ts';

export type Style = 'plain' | 'single' | 'double';

export function isScalarValue(value: unknown): boolean {
  return !Array.isArray(value) && !isMap(value);
}

/** What YAML 1.1 or 1.2 would take for a boolean, null, merge key or default value. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|nil|~|=|<<)$/i;

/** What some YAML reader would take for a number: also `1_000`, `0x1F`, `1e3`, `.inf`, and `18:30` (base 60). */
const NUMBER =
  /^[-+]?(?:\.?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]*)?|0[xob][0-9a-fA-F_]*|[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?|\.inf|\.nan)$/i;

/** Starts that mean something to YAML, or look as if they did. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`=\s]/;

/** Control characters, line separators, half surrogate pairs and byte order marks: shown as escapes only. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff\ufffe\uffff]/u;
const UNPRINTABLES = new RegExp(UNPRINTABLE.source, 'gu');

function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || INDICATOR.test(text) || UNPRINTABLE.test(text) || /\s$/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text) || text.startsWith('...')) return false;
  if (flow && /[,[\]{}]|:$/.test(text)) return false;
  return !WORD.test(text) && !NUMBER.test(text);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLES, escaped);
}

function quoted(text: string, style: Style): string {
  return style === 'single' && !UNPRINTABLE.test(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  return Object.is(value, -0) ? '0' : String(value);
}

/** One line of YAML for a scalar, in the style asked for where that can hold it. `flow`: between brackets or braces. */
export function scalarText(value: unknown, flow: boolean, style: Style = 'plain'): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'string') return String(value);
  return style === 'plain' && isPlain(value, flow) ? value : quoted(value, style);
}

/** A key, quoted when it needs it. A reply's `on` is written as people write it, though YAML 1.1 reads it as true. */
export function keyText(key: string): string {
  return key === 'on' ? key : scalarText(key, true);
}

/** True for text that a `|` block can hold exactly: several lines, none of them spaces only, the first not indented. */
export function fitsBlock(value: unknown): value is string {
  if (typeof value !== 'string' || !value.includes('\n') || /^\s|\n\n$/.test(value)) return false;
  return value.split('\n').every((line) => !UNPRINTABLE.test(line.replaceAll('\t', ' ')) && !/^\s+$/.test(line));
}

/** The header and lines of a `|` block for text that fits one. */
export function blockLines(text: string): { header: string; lines: string[] } {
  const ended = text.endsWith('\n');
  return { header: ended ? '|' : '|-', lines: (ended ? text.slice(0, -1) : text).split('\n') };
}
