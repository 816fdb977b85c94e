/** Issue keys in rendered Markdown: links in the text, cards in blocks of the language `because`. */
import type { MarkdownIt, Token } from 'markdown-it';
import { t } from '../base/l10n.ts';
import type { Card, CardLine, Segment } from '../face/cardLines.ts';
import type { Library } from '../library/library.ts';
import { cardOf } from './card.ts';
import { lineText } from './cardMarkdown.ts';

/** The records a document speaks of, and how it links to their files. */
interface PreviewContext {
  readonly library: Library;
  readonly now: Date;
  /** Who reads it, where that is known; cards show what they may see. */
  readonly me?: string | undefined;
  /** The address of a record's file (its path from the context folder), as a link in the document would say it. */
  readonly hrefOf: (path: string) => string;
}

/** Finds the context of what is being rendered, by the renderer's environment. */
export type ContextOf = (environment: unknown) => PreviewContext | undefined;

/**
 * Makes known keys links and draws cards. Everything happens while rendering: VS Code keeps parsed documents, and
 * records change without the document changing.
 */
export function previewKeys(parser: MarkdownIt, contextOf: ContextOf): void {
  const { rules } = parser.renderer;
  const text = rules.text;
  const fence = rules.fence;
  rules.text = (tokens, index, options, environment, renderer) => {
    const context = contextOf(environment);
    const pieces = context && piecesOf(tokens, index, context);
    if (pieces) return pieces;
    return text?.(tokens, index, options, environment, renderer) ?? escapeHtml(tokens[index]?.content ?? '');
  };
  rules.fence = (tokens, index, options, environment, renderer) => {
    const token = tokens[index];
    if (token && isOurs(token)) {
      const context = contextOf(environment);
      if (context) return cards(token, context);
    }
    return fence?.(tokens, index, options, environment, renderer) ?? renderer.renderToken(tokens, index, options);
  };
}

const isOurs = ({ info }: Token): boolean => /^because(?![\w-])/i.test(info.trim());

/** The text with its known keys as links; undefined where it holds none. */
function piecesOf(tokens: Token[], index: number, { library, now, me, hrefOf }: PreviewContext): string | undefined {
  const token = tokens[index];
  // Most texts hold nothing that could be a key.
  if (!token || !/[-#]\d/.test(token.content)) return undefined;
  const { text, starts, inLink } = whole(tokens);
  const from = starts[index] ?? 0;
  if (inLink[index]) return undefined;
  let html = '';
  let at = from;
  for (const { key, start, end } of library.keys.find(text, from, from + token.content.length)) {
    const card = cardOf(library, key, now, me);
    if (card?.path === undefined) continue;
    html += escapeHtml(text.slice(at, start)) + keyLink(key, card, hrefOf(card.path));
    at = end;
  }
  return at === from ? undefined : html + escapeHtml(text.slice(at, from + token.content.length));
}

/** Lines of the card a link's title shows. */
const TITLE_LINES = 3;

function keyLink(key: string, card: Card, href: string): string {
  const title = card.lines.slice(0, TITLE_LINES).map(lineText).join('\n');
  return `<a class="because-link" ${linkAttributes(href)} title="${escapeHtml(title)}">${escapeHtml(key)}</a>`;
}

interface Whole {
  /** The inline text as it is read, code included. */
  readonly text: string;
  /** Where each token begins in it. */
  readonly starts: readonly number[];
  readonly inLink: readonly boolean[];
}

/** Parsed tokens do not change, and every text of a paragraph asks about all of it. */
const wholes = new WeakMap<readonly Token[], Whole>();

/** A paragraph as a reader sees it, so that a key is told from a part of a word across emphasis and code. */
function whole(tokens: readonly Token[]): Whole {
  const known = wholes.get(tokens);
  if (known && known.starts.length === tokens.length) return known;
  const starts: number[] = [];
  const inLink: boolean[] = [];
  let text = '';
  let links = 0;
  for (const { type, content } of tokens) {
    if (type === 'link_open' || (type === 'html_inline' && /^<a[\s>]/i.test(content))) links++;
    if (type === 'link_close' || (type === 'html_inline' && /^<\/a\s*>/i.test(content))) links = Math.max(0, links - 1);
    starts.push(text.length);
    inLink.push(links > 0);
    if (type === 'text' || type === 'text_special' || type === 'code_inline') text += content;
    else if (type.endsWith('break') || type === 'image') text += ' ';
  }
  const made = { text, starts, inLink };
  wholes.set(tokens, made);
  return made;
}

/** What has the shape of a key without being known as one. */
const KEY_SHAPE = /(?<![\w#/.-])(?:[A-Za-z][A-Za-z0-9_]*-\d+|(?:\w[\w.-]*(?:\/\w[\w.-]*)*)?#\d+)(?![\w])/g;

/** The cards of the keys in a block, in their order, each once; what is not known says so. */
function cards(token: Token, { library, now, me, hrefOf }: PreviewContext): string {
  const known = library.keys.find(token.content);
  const isKnown = (at: number) => known.some(({ start, end }) => start <= at && at < end);
  const shaped = [...token.content.matchAll(KEY_SHAPE)].filter(({ index }) => !isKnown(index));
  const found = [
    ...known.map(({ key, start }) => ({ key, start })),
    ...shaped.map(({ 0: key, index }) => ({ key, start: index })),
  ].sort((a, b) => a.start - b.start);
  const keys = [...new Set(found.map(({ key }) => key))];
  if (keys.length === 0) return note(t('This block contains no issue key.'), lineOf(token));
  return keys
    .map((key, index) => {
      const line = index === 0 ? lineOf(token) : undefined;
      const card = cardOf(library, key, now, me);
      if (!card) return note(t('There is no record for {0}.', key), line);
      return cardHtml(card, card.path === undefined ? undefined : hrefOf(card.path), line);
    })
    .join('');
}

function note(text: string, line: string | undefined): string {
  return `<div ${cardAttributes('unknown', line)}><p class="because-line">${escapeHtml(text)}</p></div>\n`;
}

/** The line of the document, by which VS Code keeps editor and preview at the same place. */
const lineOf = (token: Token): string | undefined => token.attrGet('data-line')?.toString();

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text as HTML that shows these very characters, in an element or between double quotes. */
function escapeHtml(text: string): string {
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
function cardAttributes(about: Card['about'], line: string | undefined): string {
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
function linkAttributes(href: string): string {
  const address = escapeHtml(href);
  return `href="${address}" data-href="${address}"`;
}
