/** What is known of an issue key or a record at a glance, as a hover shows it. */
import * as z from 'zod/mini';
import { filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { cardOf } from '../core/card/card.ts';
import { cardMarkdown, cardText } from '../core/card/cardMarkdown.ts';
import type { Library } from '../core/library/library.ts';
import { question } from './question.ts';

export interface CardTold {
  /** Safe to show, trusted or not: all foreign text is escaped. */
  readonly markdown: string;
  readonly text: string;
}

export const card = question({
  name: 'card',
  title: () => t('Card'),
  help: () => t('What is known of an issue key or a record’s id, in a few lines. Nothing where it is neither.'),
  input: z.object({ key: filled }),
  answer: async ({ library, now, me }, { key }) => cardTold(library, key, now, await me()),
});

/** The card of a key as `me` may see it; undefined where it is none. */
export function cardTold(library: Library, key: string, now: Date, me: string | undefined): CardTold | undefined {
  const found = cardOf(library, key, now, me);
  return found && { markdown: cardMarkdown(found), text: cardText(found) };
}
