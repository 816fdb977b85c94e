/** Plain words out of Markdown bodies: the title, the statement, the open question, the quotes; and where code stands. */
import { runBefore, withoutEnd } from './endings.ts';
import { severalLines } from './foreignText.ts';
import type { MarkdownLine } from './markdownBlocks.ts';
import { markdownLines } from './markdownLines.ts';
import type { Span } from './positions.ts';
import { unquoted } from './quotedText.ts';

/** A passage of a body; `text` is as written, without the markers; the offsets hold markers too. */
export interface Passage extends Span {
  readonly text: string;
}

/** Longer paragraphs are read up to here: what is shown of them is a sentence or two. */
const MAX_PARAGRAPH = 20_000;

const MAY_HOLD_HEADING = /^ {0,3}(?:#{1,6}(?:[ \t\r\n]|$)|=+[ \t]*\r?$|-{2,}[ \t]*\r?$)/m;

/** The first heading's words, or nothing. */
export function firstHeading(body: string): string | undefined {
  const span = firstHeadingSpan(body);
  return span && headingWords(body, span);
}

/** Where the first heading with words in it stands, its marks left out. */
export function firstHeadingSpan(body: string): Span | undefined {
  if (!MAY_HOLD_HEADING.test(body)) return undefined;
  for (const { kind, content, end } of markdownLines(body)) {
    const span = { start: content, end: Math.min(end, content + MAX_PARAGRAPH) };
    if (kind === 'heading' && headingWords(body, span) !== '') return span;
  }
  return undefined;
}

const headingWords = (body: string, { start, end }: Span): string =>
  plainWords(body.slice(start, end).replace(/\s#+\s*$/, ''));

/**
 * The first paragraph as one line of plain words: no heading, comment, table, quote, code or image; a list item counts.
 * What only announces a list ("The reasons are:") is given with the list's first item.
 */
export function firstParagraph(body: string): string | undefined {
  let opening: string | undefined;
  for (const { text } of passages(body, 'text')) {
    const words = plainWords(text);
    if (words === '') continue;
    if (opening !== undefined) return `${opening} ${words}`;
    if (!words.endsWith(':')) return words;
    opening = words;
  }
  return opening;
}

/**
 * The open question: the last paragraph that ends in `?`, as plain words. Where it is the first paragraph, which is the
 * statement, only the question at its end.
 */
export function openQuestion(body: string): string | undefined {
  if (!body.includes('?')) return undefined;
  let found: string | undefined;
  let isFirst = true;
  for (const { text } of passages(body, 'text')) {
    const words = plainWords(text);
    if (/\?["'”’)]*$/.test(words)) found = isFirst ? trailingQuestion(words) : words;
    if (words !== '') isFirst = false;
  }
  return found;
}

function trailingQuestion(words: string): string {
  const all = sentences(words);
  let start = all.length - 1;
  while (start > 0 && /\?["'”’)]*$/.test(all[start - 1] ?? '')) start--;
  return all.slice(start).join(' ');
}

/** The block quotes outside fences: lines joined as written, without `>`, and without quotation marks around the whole. */
export function quotes(body: string): Passage[] {
  if (!body.includes('>')) return [];
  const all = [...passages(body, 'quote')].map((quote) => ({ ...quote, text: unquoted(quote.text) }));
  return all.filter(({ text }) => text !== '');
}

/** The passages of a kind, in order: those of `text` are the paragraphs of prose. */
function* passages(body: string, kind: MarkdownLine['kind']): Generator<Passage> {
  let parts: string[] = [];
  let start = 0;
  let end = 0;
  for (const line of markdownLines(body)) {
    if (parts.length > 0 && (line.kind !== kind || line.item)) {
      yield { text: parts.join('\n').trim(), start, end };
      parts = [];
    }
    if (line.kind !== kind) continue;
    if (parts.length === 0) start = line.start;
    end = line.end;
    if (end - start <= MAX_PARAGRAPH || parts.length === 0) {
      parts.push(body.slice(line.content, Math.min(line.end, line.content + MAX_PARAGRAPH)));
    }
  }
  if (parts.length > 0) yield { text: parts.join('\n').trim(), start, end };
}

const ABBREVIATION =
  /(?:^|[\s("'“‘[])(?:e\.?g|i\.?e|vs|cf|viz|al|approx|resp|incl|excl|esp|est|dept|fig|sec|eq|no|nos|vol|pp?|mr|mrs|ms|dr|prof|sr|jr|st|inc|ltd|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z]|(?:[a-z]\.)+[a-z])$/i;

const SENTENCE_END = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]+["”’」』）]*/g;

/** Sentences of plain words; abbreviations, decimals and versions do not end one. */
function sentences(words: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const match of words.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    const next = words
      .slice(end, end + 3)
      .trimStart()
      .charAt(0);
    if (/\p{Ll}/u.test(next)) continue;
    const isOneDot = match[0].startsWith('.') && match[0].charAt(1) !== '.';
    if (isOneDot && next !== '' && ABBREVIATION.test(words.slice(Math.max(start, match.index - 20), match.index)))
      continue;
    found.push(words.slice(start, end).trim());
    start = end;
  }
  const rest = words.slice(start).trim();
  return rest === '' ? found : [...found, rest];
}

/**
 * The first `count` sentences of plain words, fewer where they exceed `limit` characters each on average; a single
 * sentence longer than all that is cut at a word near `limit`, with an ellipsis.
 */
export function firstSentences(text: string, count: number, limit = 200): string {
  const room = Math.max(1, count) * limit;
  // A sentence that ends beyond the room is cut anyway, so nothing beyond it is read.
  const all = sentences(text.slice(0, room * 2).trim());
  for (let n = Math.min(Math.max(1, count), all.length); n > 0; n--) {
    const joined = all.slice(0, n).join(' ');
    if (joined.length <= room) return joined;
  }
  return cutAtWord(text.trim(), limit);
}

/** What a text begins with: two sentences, 300 characters at most. */
export const gist = (text: string): string => firstSentences(firstParagraph(text) ?? '', 2, 150);

/** A text of at most `limit` characters, cut at a word where possible, with an ellipsis. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  const space = runBefore(head, runBefore(head, limit, /\S/), /\s/);
  const cut = space > limit / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/, '');
  return `${withoutEnd(cut, /[\s,;:–—-]/)}…`;
}

const TARGET = String.raw`(?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})*\)|\[[^\[\]]{0,300}\])`;
const IMAGE = new RegExp(String.raw`!\[[^\[\]]{0,1000}\]${TARGET}`, 'g');
const LINK = new RegExp(String.raw`\[([^\[\]]{0,1000})\]${TARGET}`, 'g');
const ADDRESS = /<((?:[a-z][a-z0-9+.-]{1,30}:|[^\s<>@]{1,100}@)[^\s<>]{1,2000})>/gi;
const BLOCK_TAG = /<\/?(?:br|p|div|li|ul|ol|tr|td|th|h\d)\b[^<>]{0,2000}>/gi;
const TAG = /<[/!?]?[A-Za-z][^<>]{0,2000}>/g;
const STRONG = /(\*\*|~~)(?=\S)((?:(?!\*\*|~~)[\s\S]){1,1000}?)(?<=\S)\1/g;
const EMPHASIS = /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{1,1000}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu;
const UNDERSCORED = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])((?:[^_]|_+(?=[\p{L}\p{N}])){1,200}?)\1(?![\p{L}\p{N}_])/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * Markdown as one line of plain words: inline marks, HTML tags (their text stays), comments, images, control characters
 * and the characters that reorder or hide text are gone. No sanitizer: whoever shows the result still escapes it.
 */
export function plainWords(text: string): string {
  const source = withoutComments(severalLines(text).replace(/[\uE000\uE001]/g, ''));
  // What stands literally is put aside behind two private characters, which the source can no longer hold.
  const literals: string[] = [];
  const aside = (literal: string) => `\uE000${literals.push(literal) - 1}\uE001`;
  let words = '';
  let from = 0;
  for (const { start, end } of codeSpans(source)) {
    words += source.slice(from, start) + aside(withoutEnd(source.slice(start, end).replace(/^`+/, ''), /`/));
    from = end;
  }
  words = (words + source.slice(from)).replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => aside(mark));
  return withoutMarks(words)
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => literals[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutMarks(words: string): string {
  return words
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(/\[\^[^\s[\]]{1,100}\]/g, '')
    .replace(ADDRESS, '$1')
    .replace(BLOCK_TAG, ' ')
    .replace(TAG, '')
    .replace(STRONG, '$2')
    .replace(EMPHASIS, '$1')
    .replace(UNDERSCORED, '$2')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    kept += text.slice(from, open);
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return kept;
    from = close + 3;
  }
  return kept + text.slice(from);
}

/** The `code spans` of a text, back-ticks included; one that would cross a blank line or was escaped is none. */
export function codeSpans(text: string): Span[] {
  if (!text.includes('`')) return [];
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ start: run.index, end: run.index + run[0].length }));
  const closing = closingRuns(runs);
  const blanks = text.matchAll(/\n[ \t]*\r?\n/g);
  let blank = blanks.next();
  const spans: Span[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    const j = closing[i];
    const close = j === undefined ? undefined : runs[j];
    if (!run || j === undefined || !close || text.charAt(run.start - 1) === '\\') continue;
    while (!blank.done && blank.value.index < run.start) blank = blanks.next();
    if (!blank.done && blank.value.index < close.start) continue;
    spans.push({ start: run.start, end: close.end });
    i = j;
  }
  return spans;
}

/** For each run of back-ticks, the next one of the same length. */
function closingRuns(runs: readonly Span[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const closing: (number | undefined)[] = new Array(runs.length);
  for (const [i, run] of [...runs.entries()].reverse()) {
    closing[i] = next.get(run.end - run.start);
    next.set(run.end - run.start, i);
  }
  return closing;
}
