/** What each line of a Markdown text is, in one pass: enough to tell prose from code, quotes and tables. */

// A line-based reading instead of markdown-it: 10,000 bodies are read at start, and the parser alone would take a third of
// the 300 KB the main bundle may have. Where both would differ (deeply nested lists), prose is read as prose.

import type { Span } from './positions.ts';

type LineKind = 'text' | 'blank' | 'heading' | 'quote' | 'code' | 'table' | 'comment' | 'definition' | 'rule' | 'alert';

/** One line without its line break. */
export interface MarkdownLine extends Span {
  readonly kind: LineKind;
  /** Where the words start: after list markers, `#` and `>`. */
  readonly content: number;
  /** Whether a list item starts here, and with it a paragraph. */
  readonly item: boolean;
}

const FENCE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^[ \t]*(?:>[ \t]?)+/;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)/;
const DEFINITION = /^ {0,3}\[[^\]]{1,300}\]:/;
const DELIMITERS = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

/** Only so much of a line is looked at for its kind; what tells it stands at its start. */
const MAX_LOOK = 1000;

/** The lines of a text with their kinds, read as they are asked for. */
export function* linesWithKinds(text: string): Generator<MarkdownLine> {
  let fence: string | undefined;
  let inComment = false;
  let inList = false;
  let previous: MarkdownLine = { kind: 'blank', start: 0, end: 0, content: 0, item: false };
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length + 1 : feed + 1;
    const end = text.charAt(next - 2) === '\r' && feed >= 0 ? feed - 1 : next - 1;
    const words = text.slice(start, Math.min(end, start + MAX_LOOK));
    const opened = fence === undefined && !inComment ? FENCE.exec(words)?.[1] : undefined;
    let line: MarkdownLine;
    if (fence !== undefined || opened !== undefined) {
      line = { kind: 'code', start, end, content: start, item: false };
      fence = opened ?? (closes(words, fence ?? '') ? undefined : fence);
    } else if (inComment || /^[ \t]*<!--/.test(words)) {
      line = { kind: 'comment', start, end, content: start, item: false };
      inComment = !text.slice(start, end).includes('-->');
    } else {
      line = openLine(text, words, { start, end, next }, previous, inList);
      if (line.item) inList = true;
      else if (line.kind !== 'blank' && !/^[ \t]/.test(words)) inList = false;
    }
    yield line;
    previous = line;
    start = next;
  }
}

function closes(words: string, fence: string): boolean {
  const bare = words.trim();
  return bare.length >= fence.length && bare === fence.charAt(0).repeat(bare.length);
}

/** A line outside fences and comments. */
function openLine(
  text: string,
  words: string,
  { start, end, next }: { start: number; end: number; next: number },
  previous: MarkdownLine,
  inList: boolean,
): MarkdownLine {
  const as = (kind: LineKind, marker = 0, item = false): MarkdownLine => ({
    kind,
    start,
    end,
    content: start + marker,
    item,
  });
  if (words.trim() === '') return as('blank');
  const indented = /^(?: {4}|\t)/.test(words) && !inList;
  if (indented && previous.kind !== 'text' && previous.kind !== 'quote') return as('code');
  const quote = indented ? null : QUOTE.exec(words);
  if (quote) return as('quote', quote[0].length);
  if (HEADING.test(words)) return as('heading', HEADING.exec(words)?.[0].length);
  const isUnderline = UNDERLINE.test(words);
  if (isUnderline && previous.kind === 'heading') return as('rule');
  if (RULE.test(words)) return as('rule');
  if (DEFINITION.test(words)) return as('definition');
  if (previous.kind === 'table' || /^[ \t]*\|/.test(words)) return as('table');
  const item = ITEM.exec(words);
  if (item) return as('text', item[0].length, true);
  // A quote goes on in a line without `>` as long as its paragraph does.
  if (previous.kind === 'quote' && text.slice(previous.content, previous.end).trim() !== '') return as('quote');
  const below = text.slice(next, lineEnd(text, next));
  if (words.includes('|') && below.includes('|') && DELIMITERS.test(below)) return as('table');
  // Only a single line is taken for an underlined heading: below a whole paragraph, `---` is meant as a rule.
  return previous.kind !== 'text' && UNDERLINE.test(below) ? as('heading') : as('text');
}

function lineEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_LOOK);
  let end = start;
  while (end < limit && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}
