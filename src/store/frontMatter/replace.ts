/** Writes a new value where an old one stands, keeping the comment beside it and, for scalars, the quoting. */

import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { isAlias, isScalar, Lexer } from '../../core/text/yaml.ts';
import type { Entry } from './entries.ts';
import { indentOf, lineEnd, lineEndingAt, nextLine, splice, wouldJoinBlock } from './lines.ts';
import { flowText, indented, type Rendered, render } from './render.ts';
import { fitsBlock, isScalarValue, type Style, scalarText } from './scalar.ts';

const STYLES: Readonly<Record<string, Style>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
};

/** The text with the entry's value replaced. `flow`: the entry stands between brackets or braces. */
export function replaceValue(source: string, entry: Entry, value: unknown, flow: boolean, eol: string): string {
  const style = styleOf(entry);
  const keepsStyle = style !== undefined && isScalarValue(value) && (flow || style !== 'plain' || !fitsBlock(value));
  if (keepsStyle && entry.value) {
    return splice(source, entry.value.range[0], entry.value.range[1], scalarText(value, flow, style));
  }
  if (flow) return replaceInFlow(source, entry, flowText(value));
  const blocks = !wouldJoinBlock(source, entry.end, indentOf(source, entry.start));
  return replaceInBlock(source, entry, render(value, blocks), eol);
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

function replaceInBlock(source: string, entry: Entry, { inline, lines }: Rendered, eol: string): string {
  const { indicatorEnd: from, end } = entry;
  if (from === undefined) {
    throw new BecauseError('not-editable', t('This field is written in a way that only a person can change safely.'));
  }
  const to = lineEnd(source, end);
  const ending = lineEndingAt(source, nextLine(source, from), eol);
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
