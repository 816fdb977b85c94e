/** Finds the front matter in a Markdown text: where its YAML and the body begin and end. */

import { isBlank, lineEnd, nextLine } from './lines.ts';
import type { Span } from './positions.ts';

export interface Layout {
  readonly kind: 'closed' | 'unclosed' | 'none';
  /** The lines between the fences; to the end where the second is missing, and empty where there is no front matter. */
  readonly yaml: Span;
  readonly bodyStart: number;
}

const FENCE = '---';
/** Ends a YAML document, and so what YAML calls the fields. */
const END = '...';
const BYTE_ORDER_MARK = '\uFEFF';

/** 1 when the text begins with a byte order mark, else 0. */
export const markLength = (text: string): number => (text.startsWith(BYTE_ORDER_MARK) ? 1 : 0);

function isFence(text: string, at: number, fence = FENCE): boolean {
  return text.startsWith(fence, at) && isBlank(text, at + fence.length, lineEnd(text, at));
}

/** The offset of the line that holds the fence alone, from the start of a line on; undefined where there is none. */
function fenceFrom(text: string, start: number, fence: string): number | undefined {
  let at = start;
  while (!isFence(text, at, fence)) {
    const newline = text.indexOf(`\n${fence}`, at);
    if (newline === -1) return undefined;
    at = newline + 1;
  }
  return at;
}

/** Splits a text at its fences: lines that hold `---`, or for the second `...`, and perhaps trailing spaces. */
export function layoutOf(text: string): Layout {
  const start = markLength(text);
  const nothing = { start, end: start };
  if (!isFence(text, start)) return { kind: 'none', yaml: nothing, bodyStart: start };
  const first = nextLine(text, start);
  const fence = text[first - 1] === '\n' ? fenceFrom(text, first, FENCE) : undefined;
  const end = fenceFrom(text.slice(0, fence), first, END) ?? fence;
  if (end === undefined) return { kind: 'unclosed', yaml: { start: first, end: text.length }, bodyStart: start };
  return { kind: 'closed', yaml: { start: first, end }, bodyStart: nextLine(text, end) };
}

const CONFLICT = /(?:^|\n)(<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)/;

/** The first conflict marker that a merge has left in a text. */
export function conflictIn(text: string): Span | undefined {
  const found = CONFLICT.exec(text);
  if (!found) return undefined;
  const at = found.index + found[0].length - 7;
  return { start: at, end: lineEnd(text, at) };
}

/** The marker on the first line of a text without front matter, as when two branches both added the file. */
export function conflictAtTop(text: string): Span | undefined {
  const start = markLength(text);
  return text.startsWith('<<<<<<<', start) ? { start, end: lineEnd(text, start) } : undefined;
}
