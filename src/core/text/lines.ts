/** Where the lines of a text begin and end, for texts whose lines may end in LF, CRLF, or both. */

import type { Span } from './positions.ts';

/** Offset of the first character of the line that holds `at`. */
export const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

/** Offset just after the last character of the line that holds `at`, before its line ending. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline === -1) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Offset of the line after the one that holds `at`, or the text's length. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}

/** The line ending a text uses, by its first line; LF where it has none. */
export const lineEndingOf = (text: string): string => (text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n');

/** The line ending to use at `at`: that of the line before, else the text's own. */
export function lineEndingAt(text: string, at: number): string {
  if (at > 0 && text[at - 1] === '\n') return text[at - 2] === '\r' ? '\r\n' : '\n';
  return lineEndingOf(text);
}

/** True when nothing but spaces and tabs stands between the two offsets. */
export const isBlank = (text: string, start: number, end: number): boolean => /^[ \t]*$/.test(text.slice(start, end));

/** The text with one piece replaced. */
export function splice(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Spaces as wide as what stands before `at` on its line. */
export const indentOf = (text: string, at: number): string => ' '.repeat(at - lineStart(text, at));

/** The lines from `start` to the one that holds `end`, with one line ending: theirs, or for the last, the one before. */
export function lineExtent(source: string, start: number, end: number): Span {
  const next = nextLine(source, end);
  const ended = source[next - 1] === '\n';
  return {
    start: ended || start === 0 ? start : lineEnd(source, start - 1 - (source[start - 2] === '\r' ? 1 : 0)),
    end: next,
  };
}

/**
 * Whether what follows a `|` block at the indent would be read as more of its lines: a comment that is indented deeper,
 * or a line of more spaces than the block is indented by.
 */
export function wouldJoinBlock(source: string, end: number, indent: string): boolean {
  const below = /^(?:[ \t]*\r?\n)*(?:[ \t]*#|[ \t]*$)?/.exec(source.slice(nextLine(source, end)))?.[0] ?? '';
  return below.split(/\r?\n/).some((line) => line.length > indent.length + (line.endsWith('#') ? 1 : 2));
}
