/** Planning how to find out whether a problem is real: the method, how many, by when, and who. */
import * as z from 'zod/mini';
import type { FieldChange } from '../because.ts';
import { day, filled, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { action } from './action.ts';
import { partChanges } from './changes.ts';
import { memberNamed } from './members.ts';
import { recordOfKind } from './named.ts';
import { settled } from './object.ts';

export const planValidation = action({
  name: 'planValidation',
  title: () => t('Plan Validation'),
  input: z.object({
    problem: filled,
    /** Such as `interviews`. */
    method: words,
    /** How many. */
    n: z.int().check(z.gte(1)),
    due: day,
    owner: z.optional(filled),
    /** The objection this answers. */
    objection: z.optional(filled),
  }),
  async run(because, { problem: named, objection, method, n, due, owner }) {
    const problem = await recordOfKind(because, 'problem', named);
    const objected = objection === undefined ? undefined : await recordOfKind(because, 'objection', objection);
    // Whoever was to do an earlier plan is not left standing for one that names nobody else.
    const plan = { method, n, due, ...(owner === undefined ? {} : { owner: memberNamed(because, owner) }) };
    const status: FieldChange[] = problem.values.status === 'open' ? [[['status'], 'validating']] : [];
    const [{ id, path }] = await because.write([
      { edit: problem, fields: [...status, ...partChanges(problem, 'validation', plan)] },
      ...(objected ? [settled(objected, 'validating', [problem.id])] : []),
    ]);
    return { id, path };
  },
});
