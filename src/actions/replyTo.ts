/** Replying to a record: what one person says, in a file of that person's own. */

import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { field, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { threadTitle } from '../core/face/threadTitle.ts';
import { reply as kind } from '../core/kinds/reply.ts';
import type { NewRecord } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { repliesOn } from '../core/library/query.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { action, written } from './action.ts';
import { recordNamed } from './named.ts';

/** A reply to a record that was found already. Whoever answers what is sensitive often repeats it. */
export function reply(on: ContextRecord, text: string, answer = false): NewRecord {
  return {
    create: 'reply',
    fields: { on: on.id, answer: answer || undefined, sensitive: on.withheld || undefined },
    body: `${text.trim()}\n`,
  };
}

/** A reply that opens a question again. */
export function reopening(on: ContextRecord, text: string): NewRecord {
  const { fields, ...said } = reply(on, text);
  return { ...said, fields: { ...fields, reopens: true } };
}

/** The reply that settles a record, where there are words for it, and the same person has not said the same before. */
export function answered({ library }: Because, on: ContextRecord, text: string | undefined, me: string): NewRecord[] {
  const isSaid = repliesOn(library, on.id).some(
    ({ values, itself }) => values.by === me && itself.body.trim() === text?.trim(),
  );
  return text && !isSaid ? [reply(on, text, true)] : [];
}

export const replyTo = action({
  name: 'reply',
  title: () => t('Reply'),
  input: z.object({
    on: recordInput('risk', () => t('Which record do you want to reply to?'), {
      any: (library) => library.ofKind('risk'),
      beside: (record, library) => threadTitle(library, record),
      none: () => t('There is no risk to choose.'),
    }),
    text: field(words, () => t('What is your reply?')),
    answer: z.optional(field(z.boolean(), kind.fields.answer.help, { unasked: true })),
  }),
  signs: () => true,
  async run(because, { on, text, answer }) {
    return written(because, [reply(await recordNamed(because, on), text, answer)]);
  },
});
