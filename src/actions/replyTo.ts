/** Replying to a record: what one person says, in a file of that person's own. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { filled, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { repliesOn } from '../core/library/query.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { action } from './action.ts';
import { recordNamed } from './named.ts';

/** Writes the reply to a record that was found already. Whoever answers what is sensitive often repeats it. */
export async function writeReply(because: Because, on: ContextRecord, text: string, answer = false) {
  const { id, path } = await because.create('reply', {
    fields: { on: on.id, answer: answer || undefined, sensitive: on.withheld || undefined },
    body: `${text.trim()}\n`,
  });
  return { id, path };
}

/** Writes a reply that settles a record, unless the same person said the same before: what was cut short can be done again. */
export async function writeAnswer(because: Because, on: ContextRecord, text: string, me: string | undefined) {
  const said = repliesOn(because.library, on.id).some(
    ({ values, itself }) => values.by === me && itself.body.trim() === text.trim(),
  );
  if (!said) await writeReply(because, on, text, true);
}

export const replyTo = action({
  name: 'reply',
  title: () => t('Reply'),
  input: z.object({
    /** The record that is answered. */
    on: filled,
    text: words,
    /** Whether it settles the matter. */
    answer: z.optional(z.boolean()),
  }),
  signs: () => true,
  run: async (because, { on, text, answer }) => writeReply(because, await recordNamed(because, on), text, answer),
});
