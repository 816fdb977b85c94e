/** Writes lists and maps as YAML: on one line when short, else one entry per line. */

import { isMap } from './sameness.ts';
import { blockLines, fitsBlock, isScalarValue, keyText, type Style, scalarText } from './scalar.ts';

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
