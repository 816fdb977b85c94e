/** Writes values as YAML, in the style a person would choose, that every YAML reader takes for the same thing. */

import { isMap } from '../../core/records/written.ts';

export type Style = 'plain' | 'single' | 'double';

export const isScalarValue = (value: unknown): boolean => !Array.isArray(value) && !isMap(value);

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

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const doubleQuoted = (text: string): string => JSON.stringify(text).replace(UNPRINTABLES, escaped);

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
function blockLines(text: string): { header: string; lines: string[] } {
  const ended = text.endsWith('\n');
  return { header: ended ? '|' : '|-', lines: (ended ? text.slice(0, -1) : text).split('\n') };
}

const LONGEST_FLOW_LIST = 60;
const LONGEST_FLOW_MAP = 110;

/** What follows a `key:` or `-`: something on the same line, and lines below it, not yet indented. */
export interface Rendered {
  readonly inline: string;
  readonly lines: readonly string[];
}

/** Any value on one line. */
export function flowText(value: unknown, style: Style = 'plain'): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item)).join(', ')}]`;
  if (!isMap(value)) return scalarText(value, true, style);
  return `{${Object.entries(value)
    .map(([key, item]) => `${keyText(key)}: ${flowText(item)}`)
    .join(', ')}}`;
}

/** A value in the style a person would choose for it. `blocks`: whether a text may be a `|` block. */
export function render(value: unknown, blocks = true): Rendered {
  if (blocks && fitsBlock(value)) {
    const { header, lines } = blockLines(value);
    return { inline: header, lines };
  }
  if (isScalarValue(value)) return { inline: scalarText(value, false), lines: [] };
  const oneLine = shortFlow(value);
  return oneLine === undefined ? { inline: '', lines: linesOf(value, blocks) } : { inline: oneLine, lines: [] };
}

function shortFlow(value: unknown): string | undefined {
  const items = Array.isArray(value) ? value : Object.values(value as object);
  const simple = items.every((item) => isScalarValue(item) && !(typeof item === 'string' && item.includes('\n')));
  if (!simple) return undefined;
  const text = flowText(value);
  return items.length === 0 || text.length <= (Array.isArray(value) ? LONGEST_FLOW_LIST : LONGEST_FLOW_MAP)
    ? text
    : undefined;
}

function linesOf(value: unknown, blocks: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, blocks));
  return Object.entries(value as object).flatMap(([key, item]) => pairLines(key, item, blocks));
}

/** The lines of one `key: value` of a block map. */
export function pairLines(key: string, value: unknown, blocks = true): string[] {
  return under(`${keyText(key)}:`, render(value, blocks));
}

/** The lines of one `- value` of a block list. */
export function itemLines(value: unknown, blocks = true): string[] {
  const { inline, lines } = render(value, blocks);
  const [first, ...others] = lines;
  if (inline !== '' || first === undefined) return under('-', { inline, lines });
  return [`- ${first}`, ...indented(others)];
}

function under(head: string, { inline, lines }: Rendered): string[] {
  return [inline === '' ? head : `${head} ${inline}`, ...indented(lines)];
}

/** Lines moved right; empty ones stay empty. */
export function indented(lines: readonly string[], by = '  '): string[] {
  return lines.map((line) => (line === '' ? '' : by + line));
}
