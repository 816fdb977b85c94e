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
  async answer({ library, now, me }, { ids, ...named }) {
    const choice: WalkChoice = ids ? { kind: 'list', ids } : (scopeNamed(named) ?? { kind: 'current' });
    return minutesOf(library, choice, { now, me: await me() });
  },
});
