/** Finds fields that somebody wrote and nobody would read: front matter that is not first, or not fenced as it must be. */

import { t } from '../../core/base/l10n.ts';
import { isFieldName } from '../../core/kinds/all.ts';
import { type Layout, markLength } from '../../core/text/fence.ts';
import type { Span } from '../../core/text/positions.ts';
import type { Problem } from './reading/shape.ts';

/** What may stand above fields and is no text of the record: blanks, what nobody sees, and comments. */
const HEAD =
  /(?:[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|<!--.*?-->|\/\*.*?\*\/|\{\/\*.*?\*\/\}|%%.*?%%|(?:\/\/|#!|\[\/\/\]:)[^\n\r]*)*/suy;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** The same without the blanks that everybody knows. */
const UNKNOWN_BLANK = /(?![ \t\r\n])[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Fences as keyboards and word processors write them, which turn hyphens into dashes, and those of TOML. */
const OPENING = /^(?:---|[\u2010-\u2015\u2212]{3}|[\u2013\u2014]-?$|\+\+\+$)/;
const CLOSING = /^(?:[-\u2010-\u2015\u2212]{3,}|[\u2013\u2014]-?|\+\+\+|\.{3,}|\u2026)(?:[ \t]+#.*)?$/;
/** Whether a text could hold a line that `CLOSING` takes; asked first, since hardly any does. */
const MAY_CLOSE = /---|\.\.\.|[\u2010-\u2015\u2026\u2212]/;
const EXACT = /^---[ \t]*$/;
const RULE = /^ {0,3}-{3,}[ \t]*$/;
const CODE = /^ {0,3}(?:```|~~~)/m;

const FIELD = /^(?:\{[ \t]*)?["']?([A-Za-z_][\w-]*)["']?[ \t]*[:=](?:[ \t]|$)/;
/** A field whose value goes on below where the next line is indented. */
const WORDS_FIELD = /^[^\s#:][^:]*:[ \t]+[^\s|>"'[{#]/;

const LONE_RETURN = /\r(?!\n)/;
const ANY_LINE = /[^\n\r\v\f\u0085\u2028\u2029]+/g;
const YAML_LINE = /[^\n]+/g;

interface Line extends Span {
  readonly text: string;
  /** What a person sees of it. */
  readonly seen: string;
}

/** What is wrong with the top of a text whose author meant fields that are not read as such; undefined for a plain text. */
export function nearMiss(text: string, layout: Layout): Problem | undefined {
  return layout.kind === 'closed' ? betweenFences(text, layout) : atTop(text);
}

/** What is wrong with the lines of a file that is YAML as a whole. */
export function nearMissOfYaml(text: string): Problem | undefined {
  const start = markLength(text);
  const returned = LONE_RETURN.exec(text)?.index;
  if (returned !== undefined) return loneReturn(text, returned);
  const code = hiddenIn(String.fromCodePoint(text.codePointAt(start) ?? 0x20));
  const message = t(
    'The fields are not read: there is an invisible character (U+{0}) before them. Remove it.',
    code ?? '',
  );
  return code === undefined ? undefined : problem(message, { start, end: start + 1 });
}

/** Lines that were meant to end the fields, without which text below would count as one of them. */
function betweenFences(text: string, { yaml, bodyStart }: Layout): Problem | undefined {
  const returned = LONE_RETURN.exec(text.slice(0, bodyStart))?.index;
  if (returned !== undefined) return loneReturn(text, returned);
  const source = text.slice(yaml.start, yaml.end);
  if (!MAY_CLOSE.test(source)) return undefined;
  const lines = linesOf(source, YAML_LINE).filter(({ seen }) => seen !== '');
  const found = lines.find((line, at) => {
    if (!CLOSING.test(line.seen)) return false;
    if (!isIndented(line)) return true;
    const below = lines[at + 1];
    return WORDS_FIELD.test(lines[at - 1]?.text ?? '') && !(below && isIndented(below));
  });
  return found && unlikeFence({ start: found.start + yaml.start, end: found.end + yaml.start });
}

function atTop(text: string): Problem | undefined {
  const start = markLength(text);
  HEAD.lastIndex = start;
  const lines = linesOf(text, ANY_LINE, start + (HEAD.exec(text)?.[0].length ?? 0));
  const opens = OPENING.test(lines[0]?.seen ?? '');
  const at = opens ? 0 : belowWords(text, lines);
  const opening = lines[at];
  if (!opening) return undefined;
  const end = lines.findIndex(({ seen }, index) => index > at && CLOSING.test(seen));
  const closing = lines[end];
  const inner = lines.slice(at + 1, closing ? end : undefined);
  if (opening.start !== start || !EXACT.test(opening.text)) {
    const areClosed = closing !== undefined && areFields(text, opening, inner);
    const isMeant = startWithField(inner) && (hasKnown(inner) ? opens || areClosed : opens && areClosed);
    return isMeant ? problem(messageFor(text.slice(start, opening.start), opening), opening) : undefined;
  }
  const returned = LONE_RETURN.exec(text.slice(0, closing ? closing.end + 2 : undefined))?.index;
  if (returned !== undefined) return loneReturn(text, returned);
  return closing && unlikeFence(closing);
}

/** The first rule below words, unless it stands in a sample of code or in a comment. */
function belowWords(text: string, lines: readonly Line[]): number {
  const at = lines.findIndex((line) => RULE.test(line.text));
  const above = text.slice(0, lines[at]?.start);
  return CODE.test(above) || above.lastIndexOf('<!--') > above.lastIndexOf('-->') ? -1 : at;
}

function startWithField(inner: readonly Line[]): boolean {
  const first = inner.find(({ seen }) => seen !== '' && !seen.startsWith('#'));
  return first !== undefined && (FIELD.test(first.seen) || first.seen.startsWith('{'));
}

const hasKnown = (lines: readonly Line[]) => lines.some(({ seen }) => isFieldName(FIELD.exec(seen)?.[1] ?? ''));

/** Whether lines are nothing but fields, and begin right below their fence, as words below a rule do not. */
function areFields(text: string, { end }: Span, inner: readonly Line[]): boolean {
  return /^(?:\r\n|.)$/s.test(text.slice(end, inner[0]?.start)) && inner.every(isFieldLine);
}

function isFieldLine(line: Line): boolean {
  return isIndented(line) || line.seen === '' || /^(?:#|-[ \t]|[{}[\]])/.test(line.seen) || FIELD.test(line.seen);
}

const isIndented = ({ text }: Line) => /^[ \t]/.test(text);

function linesOf(text: string, pattern: RegExp, from = 0): Line[] {
  const found = text.slice(from).matchAll(pattern);
  return Array.from(found, ({ 0: line, index }) => ({
    start: from + index,
    end: from + index + line.length,
    text: line,
    seen: line.replace(HIDDEN, '').trim(),
  }));
}

function messageFor(above: string, { seen }: Line): string {
  if (seen === '+++') return t('The fields are not read: they must be YAML, between lines of “---”, not of “+++”.');
  if (above === '') return t('The fields are not read: the line above them must be “---” and nothing else.');
  const code = hiddenIn(above);
  if (code !== undefined && above.replace(HIDDEN, '').trim() === '') {
    return t('The fields are not read: there is an invisible character (U+{0}) before their “---”. Remove it.', code);
  }
  return t('The fields are not read: their “---” must be the first line of the file, with nothing before it.');
}

/** The code of the first character that nobody sees but blanks that everybody knows. */
function hiddenIn(text: string): string | undefined {
  const found = UNKNOWN_BLANK.exec(text)?.[0];
  return found?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
}

function loneReturn(text: string, at: number): Problem {
  const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at - 1)) + 1;
  const message = t('The fields are not read: this line ends in CR alone. Save the file with LF or CRLF line ends.');
  return problem(message, { start: at === 0 ? 0 : start, end: at });
}

function unlikeFence(line: Span): Problem {
  return problem(t('This line does not end the fields: it must be “---” or “...” and nothing else.'), line);
}

function problem(message: string, { start, end }: Span): Problem {
  return { code: 'front-matter', message, span: { start, end } };
}
