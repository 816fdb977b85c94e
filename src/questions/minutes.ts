/** The minutes of a walk-through: who can explain why, who asks or objects, and what to mend before the work begins. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { minutesOf } from '../core/story/minutes.ts';
import type { WalkChoice } from '../core/story/walkTold.ts';
import { question } from './question.ts';

export const minutes = question({
  name: 'minutes',
  title: () => t('Minutes'),
  help: () =>
    t('Who can explain why each initiative is done, who asks or objects, and what to mend before the work begins.'),
  input: z.object({
    sprint: z.optional(field(filled, () => t('The id of a sprint; the current one where nothing is named.'))),
    quarter: z.optional(field(filled, () => t('A quarter instead, such as 2026-Q4.'))),
    ids: z.optional(field(z.array(filled), () => t('The ids of chosen initiatives instead.'))),
  }),
  answer: async ({ library, now, me }, input) => minutesOf(library, choiceOf(input), { now, me: await me() }),
});

interface Named {
  readonly sprint?: string | undefined;
  readonly quarter?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

function choiceOf({ sprint, quarter, ids }: Named): WalkChoice {
  if (ids) return { kind: 'list', ids };
  if (quarter !== undefined) return { kind: 'quarter', quarter };
  return sprint === undefined ? { kind: 'current' } : { kind: 'sprint', id: sprint };
}
