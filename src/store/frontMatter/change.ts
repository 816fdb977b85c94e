/** The changes an edit is made of: a value written where an old one stands, an entry put in or taken out; no other line changes. */

import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import {
  indentOf,
  isBlank,
  lineEnd,
  lineEndingAt,
  lineExtent,
  lineStart,
  nextLine,
  splice,
  wouldJoinBlock,
} from '../../core/text/lines.ts';
import { isAlias, isScalar, Lexer } from '../../core/text/yaml.ts';
import type { Container, Entry } from './entries.ts';
import {
  fitsBlock,
  flowText,
  indented,
  isScalarValue,
  itemLines,
  keyText,
  pairLines,
  type Rendered,
  render,
  type Style,
  scalarText,
} from './render.ts';

/** Throws `not-editable`. */
export function refuse(
  message = t('Because cannot change this field safely. Change it by hand.'),
  next?: string,
): never {
  throw new BecauseError('not-editable', message, { next });
}

const STYLES: Readonly<Record<string, Style>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
};

/** The text with the entry's value replaced. `flow`: the entry stands between brackets or braces. */
export function replaceValue(source: string, entry: Entry, value: unknown, flow: boolean): string {
  const style = styleOf(entry);
  const keepsStyle = style !== undefined && isScalarValue(value) && (flow || style !== 'plain' || !fitsBlock(value));
  if (keepsStyle && entry.value) {
    return splice(source, entry.value.range[0], entry.value.range[1], scalarText(value, flow, style));
  }
  if (flow) return replaceInFlow(source, entry, flowText(value));
  const blocks = !wouldJoinBlock(source, entry.end, indentOf(source, entry.start));
  return replaceInBlock(source, entry, render(value, blocks));
}

/** How a scalar on the lines of its field is quoted; undefined for all else, and where a tag decides what it means. */
function styleOf({ value }: Entry): Style | undefined {
  if (!isScalar(value) || value.tag || value.range[1] === value.range[0]) return undefined;
  return STYLES[value.type ?? ''];
}

function replaceInFlow(source: string, { indicatorEnd, valueStart, start, key, end }: Entry, text: string): string {
  if (valueStart !== undefined) return splice(source, valueStart, end, text);
  if (indicatorEnd !== undefined) return splice(source, indicatorEnd, indicatorEnd, ` ${text}`);
  return key ? splice(source, end, end, `: ${text}`) : splice(source, start, end, text);
}

function replaceInBlock(source: string, entry: Entry, { inline, lines }: Rendered): string {
  const { indicatorEnd: from, end } = entry;
  if (from === undefined) return refuse();
  const to = lineEnd(source, end);
  const ending = lineEndingAt(source, nextLine(source, from));
  const head = (inline === '' ? '' : ` ${inline}`) + commentBeside(source, entry, from);
  return splice(source, from, to, [head, ...indented(lines, `${indentOf(source, entry.start)}  `)].join(ending));
}

/** The comment on the field's first line, with the spaces before it. */
function commentBeside(source: string, { valueStart, value, end }: Entry, from: number): string {
  const firstEnd = lineEnd(source, from);
  const block = !isAlias(value) && value?.srcToken?.type === 'block-scalar';
  const inFirstLine = !block && end <= firstEnd && valueStart !== undefined;
  const comment = commentIn(source, inFirstLine ? end : from, firstEnd);
  if (comment === undefined) return inFirstLine ? source.slice(end, firstEnd) : '';
  let start = comment;
  while (start > from && ' \t'.includes(source.charAt(start - 1))) start -= 1;
  return source.slice(start, firstEnd);
}

/** Marks in what the lexer gives, which stand for no character of the text: before a scalar, and others. */
const SCALAR = '\x1f';
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR]);

/** Where a comment begins in a piece of the text. A `#` may as well stand in a text, or begin a line of a block. */
function commentIn(source: string, from: number, to: number): number | undefined {
  let at = 0;
  let before = '';
  for (const token of new Lexer().lex(source)) {
    if (at >= to) return undefined;
    if (at >= from && token.startsWith('#') && before !== SCALAR) return at;
    if (!MARKS.has(token)) at += token.length;
    before = token;
  }
  return undefined;
}

/** The text with a new entry before position `index`. The container has entries already. */
export function insertEntry(
  source: string,
  container: Container,
  index: number,
  key: string | undefined,
  value: unknown,
): string {
  if (container.flow) {
    const entry = key === undefined ? flowText(value) : `${keyText(key)}: ${flowText(value)}`;
    return insertInFlow(source, container, index, entry);
  }
  const first = container.entries[0] as Entry;
  const indent = indentOf(source, first.start);
  const before = container.entries[index - 1];
  const blocks = !before || !wouldJoinBlock(source, before.end, indent);
  const lines = key === undefined ? itemLines(value, blocks) : pairLines(key, value, blocks);
  if (before) return insertLines(source, nextLine(source, before.end), indented(lines, indent));
  const ending = lineEndingAt(source, nextLine(source, first.start));
  return splice(
    source,
    first.start,
    first.start,
    `${indented(lines, indent).join(ending).trimStart()}${ending}${indent}`,
  );
}

/** The text with whole lines put in at a line's start, or after a last line that has no ending. */
export function insertLines(source: string, at: number, lines: readonly string[]): string {
  const ending = lineEndingAt(source, at);
  const text = lines.join(ending);
  const unended = at > 0 && source[at - 1] !== '\n';
  return splice(source, at, at, unended ? ending + text : text + ending);
}

function insertInFlow(source: string, { entries, end }: Container, index: number, entry: string): string {
  const before = entries[index - 1];
  const next = entries[index];
  if (!before) return next ? splice(source, next.start, next.start, `${entry}, `) : source;
  const bound = next?.start ?? end - 1;
  const comma = commaBetween(source, before.end, bound);
  const line = lineEnd(source, comma ?? before.end);
  const indent = source.slice(lineStart(source, before.start), before.start);
  const ownLines = isBlank(indent, 0, indent.length) && line < bound;
  if (!ownLines) return splice(source, before.end, before.end, `, ${entry}`);
  const ending = lineEndingAt(source, nextLine(source, line));
  const below = splice(source, line, line, `${ending}${indent}${entry}${comma === undefined ? '' : ','}`);
  return comma === undefined ? splice(below, before.end, before.end, ',') : below;
}

/** The text without the entry at `index`, which must not be the only one unless the container is the whole text's. */
export function removeEntry(source: string, container: Container, index: number): string {
  const entry = container.entries[index] as Entry;
  if (container.flow) return removeFromFlow(source, container, index);
  const start = lineStart(source, entry.start);
  if (isBlank(source, start, entry.start)) return removeLines(source, start, entry.end);
  // The first entry of a map that begins on its list item's own line: what follows moves up to the dash.
  const rest = nextLine(source, entry.end);
  const indent = /^[ \t\r\n]*/.exec(source.slice(rest))?.[0].length ?? 0;
  return splice(source, entry.start, rest + indent, '');
}

/** The text without the lines from `start` to the one that holds `end`. */
function removeLines(source: string, start: number, end: number): string {
  const extent = lineExtent(source, start, end);
  return splice(source, extent.start, extent.end, '');
}

function removeFromFlow(source: string, { entries, start: open, end: close }: Container, index: number): string {
  const entry = entries[index] as Entry;
  const before = entries[index - 1];
  const next = entries[index + 1];
  const around = source.slice(before?.end ?? open + 1, entry.start) + source.slice(entry.end, next?.start ?? close);
  if (!around.includes('\n')) {
    if (before) return splice(source, before.end, entry.end, '');
    return splice(source, entry.start, next?.start ?? entry.end, '');
  }
  const comma = commaBetween(source, entry.end, next?.start ?? close - 1);
  const without = removeFlowText(source, entry.start, comma === undefined ? entry.end : comma + 1);
  const earlier = comma === undefined && before ? commaBetween(source, before.end, entry.start) : undefined;
  return earlier === undefined ? without : splice(without, earlier, earlier + 1, '');
}

/** Takes out a piece, with its whole line when only a comment shares it. */
function removeFlowText(source: string, start: number, end: number): string {
  const line = lineStart(source, start);
  const rest = source.slice(end, lineEnd(source, end));
  if (isBlank(source, line, start) && /^[ \t]*(?:#|$)/.test(rest))
    return splice(source, line, nextLine(source, end), '');
  return splice(source, start, end + (/^[ \t]*/.exec(rest)?.[0].length ?? 0), '');
}

/** The comma between two entries; only spaces, line endings and comments stand around it. */
function commaBetween(source: string, start: number, end: number): number | undefined {
  const gap = source.slice(start, end).replace(/(?:^|\s)#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const at = gap.indexOf(',');
  return at === -1 ? undefined : start + at;
}
