/** A card as Markdown in which nothing but our own marks means anything, and as plain text. */
import type { Card, CardLine, Look, Segment } from '../face/cardLines.ts';

/** Every character that Markdown, HTML, GitHub's extensions or VS Code's icons could take for more than itself. */
const MARK = /[\\`*_{}[\]()<>#+\-.!|~$&:/@=^]/g;

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
const isNumber = (character: string): boolean => /\p{N}/u.test(character);
const isInWord = (before: string, after: string): boolean => isWord(before) && isWord(after);
const endsWord = (before: string, after: string): boolean => isWord(before) && /^[ ”"’)]?$/.test(after);

/**
 * Where a mark means nothing, so that words stay readable: between these characters, empty at an end of the text, and
 * behind these few. Every other mark is escaped.
 */
const HARMLESS: { readonly [mark: string]: (before: string, after: string, few: string) => boolean } = {
  // No list, rule or underline of a heading.
  '-': isInWord,
  '=': isInWord,
  '+': (before, after) => before === ' ' && isNumber(after),
  // A decimal point, or the end of a sentence: no number of a list, and no address, whose dots stand before letters.
  '.': (before, after, few) =>
    (isNumber(before) && isNumber(after)) || (endsWord(before, after) && !/^\s*\p{N}+$|www$/iu.test(few)),
  // An address has two of these behind a colon.
  '/': isInWord,
  ':': (before, after) => isWord(before) && (after === '' || after === ' ' || isNumber(after)),
  '!': (before, after) => after !== '' && endsWord(before, after),
  '&': (before, after) => before === ' ' && after === ' ',
  _: (before, after) => /\w/.test(before) && before !== '_' && /\w/.test(after) && after !== '_',
  // Never behind a bracket or the sign of an icon; closing, no number of a list.
  '(': (before, after) => before === ' ' && isWord(after),
  ')': (before, _, few) => (isWord(before) || before === '%') && !/^\s*\p{N}+$/u.test(few),
};

/** As many characters before a mark are looked at: more than a numbered list, or the start of an address, has. */
const FEW = 16;

/** The text as Markdown that shows these very characters: no link, image, tag, command, icon or entity comes alive. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARK, (mark, at: number) => {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    const isHarmless = HARMLESS[mark]?.(before, after, text.slice(Math.max(0, at - FEW), at)) ?? false;
    return isHarmless ? mark : `\\${mark}`;
  });
}

/** The card as Markdown; safe to show wherever Markdown is shown, trusted or not. */
export const cardMarkdown = (card: Card): string => linesMarkdown(card.lines);

/** How the words of a look are drawn, escaped as they come. */
export type Drawn = Partial<Record<Look, (words: string) => string>>;

const strong = (words: string): string => `**${words}**`;

const inMarkdown: Drawn = {
  key: strong,
  title: strong,
  label: strong,
  warning: strong,
  quote: (words) => `*${words}*`,
};

/**
 * Lines of a card as Markdown, without gaps between them: a hover has room for little more than twelve. `drawn` is for a
 * place that can draw more looks than Markdown has marks for.
 */
export function linesMarkdown(lines: readonly CardLine[], drawn: Drawn = {}): string {
  const looks = { ...inMarkdown, ...drawn };
  return lines.map(({ segments }) => segments.map((each) => segmentMarkdown(each, looks)).join('')).join('\\\n');
}

function segmentMarkdown({ text, look }: Segment, looks: Drawn): string {
  const words = escapeMarkdown(text);
  const draw = looks[look];
  // Marks of emphasis must touch the words, not the space beside them.
  const inner = words.trim();
  if (inner === '' || !draw) return words;
  const start = words.length - words.trimStart().length;
  return words.slice(0, start) + draw(inner) + words.slice(start + inner.length);
}

/** The card as lines of plain text. */
export function cardText(card: Card): string {
  return card.lines.map(lineText).join('\n');
}

/** One line of a card as plain text. */
export const lineText = ({ segments }: CardLine): string => segments.map(({ text }) => text).join('');
