/** A card as Markdown in which nothing but our own marks means anything, and as plain text. */
import type { Card, CardLine, Look, Segment } from '../face/cardLines.ts';

/** Every character that Markdown, HTML, GitHub's extensions or VS Code's icons could take for more than itself. */
const MARK = /[\\`*_{}[\]()<>#+\-.!|~$&:/@=^]/g;

/** The text as Markdown that shows these very characters: no link, image, tag, command, icon or entity comes alive. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARK, '\\$&');
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
