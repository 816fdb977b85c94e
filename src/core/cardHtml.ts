/** A card as HTML of our own making, for the Markdown preview: every text escaped, looks as class names. */

import type { Card, Line, Segment } from './cardLines.ts';
import { lineText } from './cardMarkdown.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** The text as HTML that shows these very characters, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (mark) => ENTITIES[mark] ?? mark);
}

/** The card as one group; `href` is where its key leads. `attributes` are ours, already written. */
export function cardHtml(card: Card, href: string | undefined, attributes = ''): string {
  const label = escapeHtml(card.lines[0] ? lineText(card.lines[0]) : card.key);
  const lines = card.lines.map((each, index) => lineHtml(each, index === 0 ? href : undefined));
  return `<div class="because-card because-${card.about}" role="group" aria-label="${label}"${attributes}>\n${lines.join('\n')}\n</div>\n`;
}

function lineHtml({ role, segments }: Line, href: string | undefined): string {
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
