/** The minutes of a walk-through: who can explain why, who asks or objects, and what to mend before the work begins. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { minutesOf } from '../core/story/minutes.ts';
import type { WalkChoice } from '../core/story/walkTold.ts';
import { question } from './question.ts';
import { scopeInput, scopeNamed } from './scope.ts';

export const minutes = question({
  name: 'minutes',
  title: () => t('Minutes'),
  help: () =>
    t('Who can explain why each initiative matters, who asks or objects, and what to fix before the work starts.'),
  input: z.object({
    ...scopeInput(() => t('The id of a sprint. Without one, the current sprint.')),
    ids: z.optional(field(z.array(filled), () => t('The ids of chosen initiatives instead.'))),
  }),
  answer: async ({ library, now, me }, input) =>
    minutesOf(library, choiceNamed(input) ?? { kind: 'current' }, { now, me: await me() }),
});

interface Named {
  readonly sprint?: string | undefined;
  readonly quarter?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** The initiatives a walk-through is of: a list before a quarter before a sprint; undefined where nothing is named. */
export function choiceNamed({ sprint, quarter, ids }: Named): WalkChoice | undefined {
  if (ids) return { kind: 'list', ids };
  return scopeNamed(quarter === undefined ? { sprint } : { quarter });
}
