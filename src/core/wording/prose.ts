/** The prose of a text at its own offsets: quotes, code, tables, addresses and markup become spaces. */

import { markdownLines } from '../text/markdownLines.ts';
import { codeSpans } from '../text/markdownText.ts';
import type { Span } from '../text/positions.ts';

interface Prose {
  /** As long as the text it was made of; only what the author says in own words is left. */
  readonly text: string;
  /** List items are apart. */
  readonly paragraphs: readonly Span[];
}

/** Spoken of, not said: images, targets of links, tags, addresses, and what stands between double quotes; each with what it must hold. */
const ASIDE: readonly (readonly [string, RegExp])[] = [
  ['![', /!\[[^[\]]{0,1000}\](?:\([^()]{0,2000}\)|\[[^[\]]{0,300}\])?/g],
  [']', /\](?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})*\)|\[[^[\]]{0,300}\])/g],
  ['<', /<[/!?]?[A-Za-z][^<>]{0,2000}>/g],
  ['://', /\b(?:https?|ftps?|file|ssh|git|vscode):\/\/[^\s)\]>]{1,2000}/gi],
  ['"', /"[^"\n]{1,300}"/g],
  ['“', /“[^“”\n]{1,300}”/g],
  ['«', /«[^«»\n]{1,300}»/g],
  ['*', /\*/g],
  ['[', /[[\]]/g],
];

/** Reads the prose of a Markdown text. */
export function proseOf(text: string): Prose {
  let prose = '';
  const blocks: Span[] = [];
  let open = false;
  for (const { kind, start, end, content, item } of markdownLines(text)) {
    prose +=
      blank(text.slice(prose.length, kind === 'text' ? content : end)) +
      (kind === 'text' ? text.slice(content, end) : '');
    const last = blocks.at(-1);
    if (kind === 'text' && open && !item && last) blocks[blocks.length - 1] = { start: last.start, end };
    else if (kind === 'text') blocks.push({ start, end });
    open = kind === 'text';
  }
  prose += blank(text.slice(prose.length));
  prose = withoutCode(prose);
  for (const [sign, aside] of ASIDE) if (prose.includes(sign)) prose = prose.replace(aside, blank);
  const paragraphs = blocks.map((block) => trimmed(prose, block)).filter(({ start, end }) => end > start);
  return { text: prose, paragraphs };
}

function withoutCode(prose: string): string {
  let words = '';
  for (const { start, end } of codeSpans(prose))
    words += prose.slice(words.length, start) + blank(prose.slice(start, end));
  return words + prose.slice(words.length);
}

const blank = (text: string) => text.replace(/[^\n\r]/g, ' ');

/** A stretch of a text without the white space around it. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + (words.length - words.trimStart().length), end: start + words.trimEnd().length };
}

/** A sentence is read up to here: its patterns look far ahead, and longer ones are no sentences. */
const MAX_SENTENCE = 1000;

/** The sentences of paragraphs. */
export const sentencesIn = (text: string, paragraphs: readonly Span[]): Span[] =>
  paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));

function sentencesOf(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const sentences: Span[] = [];
  let start = 0;
  for (const stop of words.matchAll(/(?<![.!?…])[.!?…]+["'”’)]*(?=\s+[^\s\p{Ll}]|$)/gu)) {
    if (/\b(?:e\.?g|i\.?e|vs|cf|approx|etc)$/i.test(words.slice(Math.max(0, stop.index - 6), stop.index))) continue;
    const end = stop.index + stop[0].length;
    sentences.push(sentence(text, paragraph.start + start, paragraph.start + end));
    start = end;
  }
  const rest = sentence(text, paragraph.start + start, paragraph.end);
  return rest.end > rest.start ? [...sentences, rest] : sentences;
}

function sentence(text: string, from: number, to: number): Span {
  const { start, end } = trimmed(text, { start: from, end: to });
  return trimmed(text, { start, end: Math.min(end, start + MAX_SENTENCE) });
}
