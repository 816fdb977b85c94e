/** Replying to a record: what one person says, in a file of that person's own. */
import * as z from 'zod';
import type { Because } from '../because.ts';
import { t } from '../core/l10n.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { action } from './action.ts';
import { recordNamed } from './named.ts';

/** Writes the reply to a record that was found already. */
export async function writeReply(because: Because, on: ContextRecord, text: string, answer = false) {
  const { id, path } = await because.create('reply', {
    fields: { on: on.id, answer: answer || undefined },
    body: `${text.trim()}\n`,
  });
  return { id, path };
}

export const replyTo = action({
  name: 'reply',
  title: () => t('Reply'),
  input: z.object({
    /** The record that is answered. */
    on: z.string().min(1),
    text: z.string().trim().min(1),
    /** Whether it settles the matter. */
    answer: z.boolean().optional(),
  }),
  signs: () => true,
  run: async (because, { on, text, answer }) => writeReply(because, await recordNamed(because, on), text, answer),
});
