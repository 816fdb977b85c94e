/** A part of a Markdown text that is ours: it stands between two markers, and everything outside stays as it is. */

import type { Span } from '../text/positions.ts';

/**
 * How the markers are written. Comments are hidden everywhere but on Bitbucket, which shows HTML as it is written; there a
 * link definition that nothing refers to is what people hide notes in.
 */
const markers = {
  comment: { open: '<!-- because:why -->', close: '<!-- /because:why -->' },
  definition: { open: '[//]: # (because:why)', close: '[//]: # (/because:why)' },
} as const;

export type MarkerStyle = keyof typeof markers;

const styles = Object.keys(markers) as MarkerStyle[];

const LINE_END = /\r\n|\r|\n/;

/** Where a template wants the block, on a line of its own. */
const PLACE = '<!-- because -->';

/** Our block in a text, from its first marker to the end of its last, the line break after it excluded. */
export interface MarkedBlock extends Span {
  readonly style: MarkerStyle;
}

/** The content between markers, as a block of its own. */
export function marked(content: string, style: MarkerStyle = 'comment'): string {
  const { open, close } = markers[style];
  // A definition cannot stand directly below a paragraph.
  const gap = style === 'definition' ? '\n\n' : '\n';
  return `${open}${gap}${content}${gap}${close}`;
}

/**
 * Our block in a text: the first opening marker that the next marker of its style closes. A marker counts only where it
 * fills its line, from the first column on, outside fenced code. So an opening marker whose end somebody deleted takes
 * nothing in, however much follows, and neither do markers that are quoted, indented or shown as code.
 */
export function blockIn(text: string): MarkedBlock | undefined {
  const open = new Map<MarkerStyle, Span>();
  for (const line of linesOutsideCode(text)) {
    const words = text.slice(line.start, line.end).trimEnd();
    for (const style of styles) {
      if (words === markers[style].open) open.set(style, line);
      else if (words === markers[style].close) {
        const start = open.get(style)?.start;
        if (start !== undefined) return { start, end: line.start + words.length, style };
      }
    }
  }
  return undefined;
}

/**
 * The text with the block in it: in place of our block where it holds one, else where it says `<!-- because -->`, else at
 * its end after a blank line. Nothing else changes, and no line break but those of the text is used.
 */
export function withBlock(text: string, content: string, style: MarkerStyle = 'comment'): string {
  const feed = LINE_END.exec(text)?.[0] ?? '\n';
  const inserted = (as: MarkerStyle) => marked(content, as).replace(/\r\n|\r|\n/g, feed);
  const old = blockIn(text);
  if (old) return text.slice(0, old.start) + inserted(old.style) + text.slice(old.end);
  const place = placeIn(text);
  if (place) return apart(text.slice(0, place.start), inserted(style), text.slice(place.end), feed);
  return /^\uFEFF?$/.test(text) ? text + inserted(style) : apart(text, inserted(style), endOf(text), feed);
}

/** Whether a text says where the block belongs: it holds one, or a place for it. */
export const awaitsBlock = (text: string): boolean => blockIn(text) !== undefined || placeIn(text) !== undefined;

/** A block below a text that ends with a line break ends with one too. */
const endOf = (text: string) => /(?:\r\n|\r|\n)$/.exec(text)?.[0] ?? '';

const BLANK_ABOVE = /(?:\n|\r(?!\n))(?:\r\n|\r|\n)$|^\uFEFF?(?:\r\n|\r|\n)?$/;
const BLANK_BELOW = /^(?:(?:\r\n|\r|\n)(?:[\r\n]|$)|$)/;

/** The three in a row, with a blank line between where words would touch the block. */
function apart(before: string, block: string, after: string, feed: string): string {
  const gap = endOf(before) === '' ? feed + feed : feed;
  const above = BLANK_ABOVE.test(before) ? block : ended(before, gap) + block;
  return before + above + (BLANK_BELOW.test(after) ? after : feed + ended(feed, after));
}

/** What comes behind a text, so that a `\r` and a `\n` that meet do not become one line end. */
const ended = (text: string, next: string): string => (/\r$/.test(text) && next.startsWith('\n') ? `\n${next}` : next);

function placeIn(text: string): Span | undefined {
  for (const { start, end } of linesOutsideCode(text)) {
    const words = text.slice(start, end).trimEnd();
    if (words === PLACE) return { start, end: start + words.length };
  }
  return undefined;
}

interface Fence extends Span {
  /** The characters that open it, of which the same or more close it; empty on a line that can open none. */
  readonly run: string;
  readonly canClose: boolean;
}

const FENCE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,}(?!~))(.*)$/;

/**
 * The lines outside fenced code. A fence that nobody closes hides nothing: else a block put below it would be lost, and the
 * next update would put a second one there.
 */
function* linesOutsideCode(text: string): Generator<Span> {
  const lines = fencesIn(text);
  const closed = closedBelow(lines);
  let open: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (open !== undefined) {
      if (line.canClose && line.run.startsWith(open)) open = undefined;
    } else if (closed[index]) open = line.run;
    else yield line;
  }
}

/** For each line, whether it opens a fence that is closed further down; from the end, so that no line is read twice. */
function closedBelow(lines: readonly Fence[]): readonly boolean[] {
  const longest = { '`': 0, '~': 0 };
  const closed: boolean[] = new Array(lines.length);
  for (let index = lines.length - 1; index >= 0; index--) {
    const { run = '', canClose } = lines[index] ?? {};
    const sign = run.startsWith('~') ? '~' : '`';
    closed[index] = run !== '' && longest[sign] >= run.length;
    if (canClose) longest[sign] = Math.max(longest[sign], run.length);
  }
  return closed;
}

function fencesIn(text: string): readonly Fence[] {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  return Array.from(text.slice(first).matchAll(/(?<=^|\n|\r(?!\n))[^\r\n]*/g), ({ index, 0: line }) => {
    const start = first + index;
    // No marker and no fence is longer than what is looked at.
    const [, run = '', rest = ''] = FENCE.exec(line.slice(0, 200)) ?? [];
    return { start, end: start + line.length, run, canClose: run !== '' && rest.trim() === '' };
  });
}
