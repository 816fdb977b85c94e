/** What a persona can be built of. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { recordInput, recordsInput } from '../core/library/inputs.ts';
import { today } from '../core/library/query.ts';
import { draftOf } from '../core/persona/draft.ts';
import { question } from './question.ts';

export const personaDraft = question({
  name: 'personaDraft',
  title: () => t('What a Persona Is Built From'),
  help: () => t('The fields of a persona, and what customers said for and against them, with sources.'),
  input: z.object({
    persona: z.optional(recordInput('persona', () => t('Which persona? Without one, a new one.'))),
    problems: z.optional(recordsInput('problem', () => t('The problems whose evidence is gathered.'))),
    segments: z.optional(field(z.array(filled), () => t('The customer segments. Without any, all of them.'))),
  }),
  answer: async ({ library, now }, input) => draftOf(library, input, today(library, now)),
});
