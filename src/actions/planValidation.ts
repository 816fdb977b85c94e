/** Planning how to find out whether a problem is real: the method, how many, by when, and who. */

import * as z from 'zod/mini';
import { day, field, filled, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { FieldChange } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { action, written } from './action.ts';
import { partChanges } from './changes.ts';
import { memberNamed } from './members.ts';
import { recordOfKind } from './named.ts';
import { answeredInput, settled } from './object.ts';

const wholeNumber = { error: () => t('Enter a whole number.') };

export const planValidation = action({
  name: 'planValidation',
  title: () => t('Plan Validation'),
  input: z.object({
    problem: recordInput('problem', () => t('Which problem do you want to validate?')),
    method: field(
      wordsElse(() => t('Say how.')),
      () => t('How will you find out whether customers need it?'),
      { example: () => t('Interviews, a survey, a prototype, a count in the logs') },
    ),
    n: field(z.int(wholeNumber).check(z.gte(1, wholeNumber)), () => t('How many people or cases?')),
    due: field(day, () => t('By when?'), { expected: () => t('a day such as 2026-11-23') }),
    owner: z.optional(field(filled, () => t('Who will do it?'))),
    objection: answeredInput,
  }),
  async run(because, { problem: named, objection, method, n, due, owner }) {
    const problem = await recordOfKind(because, 'problem', named);
    const objected = objection === undefined ? undefined : await recordOfKind(because, 'objection', objection);
    // Whoever was to do an earlier plan is not left standing for one that names nobody else.
    const plan = { method, n, due, ...(owner === undefined ? {} : { owner: memberNamed(because, owner) }) };
    const status: FieldChange[] = problem.values.status === 'open' ? [[['status'], 'validating']] : [];
    return written(because, [
      { edit: problem, fields: [...status, ...partChanges(problem, 'validation', plan)] },
      ...(objected ? [settled(objected, 'validating', [problem.id])] : []),
    ]);
  },
});
