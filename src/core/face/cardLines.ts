/** What cards are made of: lines of short pieces of text, and how any text becomes one that is safe to stand in a line. */
import { oneLine } from '../text/foreignText.ts';
import { cutAtWord } from '../text/markdownText.ts';

/** How a piece of a line looks. */
export type Look = 'plain' | 'key' | 'title' | 'status' | 'label' | 'quote' | 'quiet' | 'icon' | 'warning';

export interface Segment {
  readonly text: string;
  readonly look: Look;
}

/** One line of a card; the segments stand side by side, spaces and separators included. */
export interface CardLine {
  readonly role: 'head' | 'problem' | 'outcome' | 'evidence' | 'totals' | 'open' | 'scores' | 'notice';
  readonly segments: readonly Segment[];
}

export interface Card {
  /** As it was asked for; under an initiative's `issues` it differs from `id`. */
  readonly key: string;
  readonly about: 'initiative' | 'record' | 'unknown' | 'ambiguous' | 'broken';
  /** The record it was made from. */
  readonly id?: string;
  /** The record's file, from the context folder. */
  readonly path?: string;
  readonly lines: readonly CardLine[];
  /** Whether an initiative of that id could be written. */
  readonly creatable?: boolean;
}

/** Characters a title or a statement may have on a card. */
export const CARD_TEXT = 200;

export function seg(text: string, look: Look = 'plain'): Segment {
  return { text, look };
}

export function line(role: CardLine['role'], ...segments: readonly Segment[]): CardLine {
  return { role, segments };
}

/** What a line is about, before its words. */
export const labelled = (label: string): readonly Segment[] => [seg(`${label}:`, 'label'), seg(' ')];

/** The sign of something that asks for attention, as a text and not as an emoji. */
export const SIGN: Segment = seg('\u26A0\uFE0E', 'icon');

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}]|[\u{1E800}-\u{1EFFF}]/u;

/**
 * A text of a record as one line of at most `most` characters, which cannot change how its surroundings read. Text that
 * runs from right to left is wrapped in isolates, so that the separators beside it stay where they are.
 */
export function tidy(text: string, most = 100): string {
  // What is cut off need not be cleaned: a title may be a megabyte.
  const words = cutAtWord(oneLine(text.slice(0, most * 4)), most);
  return RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words;
}
