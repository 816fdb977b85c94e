/** How many promises are kept on time. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { recordInput } from '../core/library/inputs.ts';
import { sprintKnown } from '../core/library/query.ts';
import { followThrough as counted } from '../core/promises/followThrough.ts';
import { question } from './question.ts';

/** `Follow-through` */
export const followThrough = question({
  name: 'followThrough',
  title: () => t('Follow-through'),
  help: () =>
    t('How many promises were kept on time, of those that were due; for the team and by role, never by person.'),
  input: z.object({
    sprint: z.optional(
      recordInput('sprint', () => t('The sprint in which they were due. Without it, all promises count.')),
    ),
  }),
  async answer({ library, now }, { sprint: id }) {
    if (id === undefined) return counted(library, now);
    const { starts, ends } = sprintKnown(library, id).values;
    return counted(library, now, { from: starts, to: ends });
  },
});
