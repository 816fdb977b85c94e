/** A card as plain texts, for who draws none. */
import type { Library } from '../library/library.ts';
import { cardOf } from './card.ts';
import { cardMarkdown, cardText } from './cardMarkdown.ts';

export interface CardTold {
  /** Safe to show, trusted or not: all foreign text is escaped. */
  readonly markdown: string;
  readonly text: string;
}

/** The card of a key as `me` may see it; undefined where it is none. */
export function cardTold(library: Library, key: string, now: Date, me: string | undefined): CardTold | undefined {
  const found = cardOf(library, key, now, me);
  return found && { markdown: cardMarkdown(found), text: cardText(found) };
}
