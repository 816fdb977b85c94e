/** Writes a new value where an old one stands, keeping the comment beside it and, for scalars, the quoting. */

import { BecauseError } from '../../core/errors.ts';
import { t } from '../../core/l10n.ts';
import type { Entry } from './entries.ts';
import { indentOf, isBlank, lineEnd, lineEndingAt, nextLine, splice, wouldJoinBlock } from './lines.ts';
import { flowText, indented, type Rendered, render } from './render.ts';
import { fitsBlock, isScalarValue, type Style, scalarText } from './scalar.ts';
import { isAlias, isScalar } from './yaml.ts';

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
  const rest = source.slice(inFirstLine ? end : from, firstEnd);
  if (isBlank(rest, 0, rest.length)) return inFirstLine ? rest : '';
  return /(?:^|[ \t]+)#.*$/.exec(rest)?.[0] ?? '';
}
