/** A card as HTML of our own making, for the Markdown preview: every text escaped, looks as class names. */

import type { Card, CardLine, Segment } from '../face/cardLines.ts';
import { lineText } from './cardMarkdown.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The text as HTML that shows these very characters, in an element or between double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}

/** The card as one group; `href` is where its key leads, `line` the line of the document it stands on. */
export function cardHtml(card: Card, href: string | undefined, line?: string): string {
  const label = escapeHtml(card.lines[0] ? lineText(card.lines[0]) : card.key);
  const lines = card.lines.map((each, index) => lineHtml(each, index === 0 ? href : undefined));
  const attributes = `${cardAttributes(card.about, line)} role="group" aria-label="${label}"`;
  return `<div ${attributes}>\n${lines.join('\n')}\n</div>\n`;
}

/** The class of a card and, as VS Code's preview wants it, the line it stands on. */
export function cardAttributes(about: Card['about'], line: string | undefined): string {
  const names = `because-card because-about-${about}`;
  return line === undefined ? `class="${names}"` : `class="${names} code-line" data-line="${escapeHtml(line)}"`;
}

function lineHtml({ role, segments }: CardLine, href: string | undefined): string {
  return `<p class="because-line because-${role}">${segments.map((each) => segmentHtml(each, href)).join('')}</p>`;
}

function segmentHtml({ text, look }: Segment, href: string | undefined): string {
  const words = escapeHtml(text);
  if (look === 'plain') return words;
  const span = `<span class="because-${look}">${words}</span>`;
  return look === 'key' && href !== undefined ? `<a ${linkAttributes(href)}>${span}</a>` : span;
}

/** The preview follows what `data-href` says, and shows what `href` says. */
export function linkAttributes(href: string): string {
  const address = escapeHtml(href);
  return `href="${address}" data-href="${address}"`;
}
