/** The smallest replacement that makes one text of another, so that cursors and marks elsewhere stay where they are. */
import type { Span } from '../text/positions.ts';

/** What is written over a piece of the text it is for. */
export interface Piece extends Span {
  readonly text: string;
}

export function difference(text: string, next: string): Piece {
  let start = 0;
  while (start < text.length && start < next.length && text[start] === next[start]) start++;
  let [end, nextEnd] = [text.length, next.length];
  while (end > start && nextEnd > start && text[end - 1] === next[nextEnd - 1]) {
    end--;
    nextEnd--;
  }
  return { start, end, text: next.slice(start, nextEnd) };
}

/** What others made of a text, as a piece for what was made of it here meanwhile; undefined where both changed one place. */
export function alongside(text: string, theirs: string, mine: string): Piece | undefined {
  const [their, my] = [difference(text, theirs), difference(text, mine)];
  if (their.end <= my.start) return their;
  if (their.start < my.end) return undefined;
  const shift = mine.length - text.length;
  return { start: their.start + shift, end: their.end + shift, text: their.text };
}
