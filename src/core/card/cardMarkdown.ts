/** A card as Markdown in which nothing but our own marks means anything, and as plain text. */
import type { Card, CardLine, Segment } from '../face/cardLines.ts';

/** Every character that Markdown, HTML, GitHub's extensions or VS Code's icons could take for more than itself. */
const MARK = /[\\`*_{}[\]()<>#+\-.!|~$&:/@=^]/g;

/** The text as Markdown that shows these very characters: no link, image, tag, command, icon or entity comes alive. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARK, '\\$&');
}

/**
 * The card as Markdown; safe to show wherever Markdown is shown, trusted or not. Lines follow each other without gaps: a
 * hover has room for little more than twelve.
 */
export function cardMarkdown(card: Card): string {
  return card.lines.map(lineMarkdown).join('\\\n');
}

/** A list would be set apart by gaps; a dot at the start of its line says as much. */
function lineMarkdown({ role, segments }: CardLine): string {
  const words = segments.map(segmentMarkdown).join('');
  return role === 'evidence' ? `• ${words}` : words;
}

function segmentMarkdown({ text, look }: Segment): string {
  const words = escapeMarkdown(text);
  // Marks of emphasis must touch the words, not the space beside them.
  const inner = words.trim();
  if (inner === '' || (look !== 'key' && look !== 'title' && look !== 'warning')) return words;
  const start = words.length - words.trimStart().length;
  return `${words.slice(0, start)}**${inner}**${words.slice(start + inner.length)}`;
}

/** The card as lines of plain text. */
export function cardText(card: Card): string {
  return card.lines.map(lineText).join('\n');
}

/** One line of a card as plain text. */
export function lineText({ role, segments }: CardLine): string {
  const words = segments.map(({ text }) => text).join('');
  return role === 'evidence' ? `- ${words}` : words;
}
