/** Saying that a persona was checked with real people. */
import * as z from 'zod/mini';
import { day, field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { persona as kind } from '../core/kinds/persona.ts';
import { recordInput } from '../core/library/inputs.ts';
import { today } from '../core/library/query.ts';
import { action, written } from './action.ts';
import { recordOfKind } from './named.ts';

export const validatePersona = action({
  name: 'validatePersona',
  title: () => t('Mark as Validated Today'),
  input: z.object({
    persona: recordInput('persona', () => t('Which persona did you check with real people?'), {
      none: () => t('There is no persona yet.'),
    }),
    day: z.optional(field(day, kind.fields.validated.help, { unasked: true })),
  }),
  async run(because, { persona: id, day: given }) {
    const persona = (await recordOfKind(because, 'persona', id)).itself;
    const validated = given ?? today(because.library, because.now());
    return written(because, [{ edit: persona, fields: [[['validated'], validated]] }]);
  },
});
