/** Objecting to an initiative, and answering that: what somebody thinks should not go on is owed an outcome. */

import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { cannotBeEmpty, field, filled, trimmed, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { hasScore } from '../core/board/readiness.ts';
import type { Objection } from '../core/kinds/all.ts';
import { objection } from '../core/kinds/objection.ts';
import type { Edit } from '../core/library/change.ts';
import { fieldInput, recordInput } from '../core/library/inputs.ts';
import { action, written } from './action.ts';
import { addedTo } from './changes.ts';
import { memberAsking } from './members.ts';
import { idsNamed, initiativeNow, recordOfKind } from './named.ts';
import { answered } from './replyTo.ts';

const { kind, state, outcome } = objection.fields;

export const object = action({
  name: 'object',
  title: () => t('Raise Objection'),
  input: z.object({
    initiative: recordInput('initiative', () => t('Which initiative do you object to?')),
    kind: fieldInput(kind, { help: () => t('What is your objection?') }),
    text: field(
      wordsElse(() => t('Say what you object to.')),
      () => t('In your own words. The objection stays open until somebody answers it.'),
    ),
  }),
  needsMe: true,
  async run(because, { initiative: key, kind: about, text }) {
    await memberAsking(because);
    const initiative = await initiativeNow(because, key);
    const fields = { initiative: initiative.id, kind: about, state: 'open' };
    return written(because, [{ create: 'objection', fields, body: `${text}\n` }]);
  },
});

export const answerObjection = action({
  name: 'answerObjection',
  title: () => t('Answer Objection'),
  input: z.object({
    id: recordInput('objection', () => t('Which objection?'), {
      fits: ({ values }) => values.state === 'open' || values.state === 'validating',
      none: () => t('There is no open objection.'),
    }),
    state: fieldInput(state, { help: () => t('What is the answer?') }),
    outcome: z.optional(field(z.array(filled), outcome.help, { unasked: true })),
    reason: z.optional(
      field(trimmed, () => t('What do you say to the person who objected?'), { wanted: cannotBeEmpty }),
    ),
  }),
  needsMe: true,
  async run(because, { id: named, state: next, outcome = [], reason }) {
    const me = await memberAsking(because);
    const objected = await recordOfKind(because, 'objection', named);
    if (next === 'debt-scored') refuseUnscored(because, [...(objected.values.outcome ?? []), ...outcome]);
    return written(because, [
      settled(objected, next, await idsNamed(because, outcome)),
      ...answered(because, objected, reason, me),
    ]);
  },
});

/** Which objection something answers. */
export const answeredInput = z.optional(
  recordInput('objection', () => t('The objection this answers.'), { unasked: true }),
);

/** Debt that has no score yet cannot be weighed against anything. Throws `bad-input` where none of what is named has one. */
function refuseUnscored({ library }: Because, named: readonly string[]): void {
  const debts = named.flatMap((id) => library.findOf('initiative', id) ?? []);
  const [first] = debts;
  if (!first || debts.some((debt) => hasScore(library, debt))) return;
  throw new BecauseError('bad-input', t('{0} has no score yet.', first.id), {
    next: t('Estimate it first; the objection stays open until then.'),
    remedy: { verb: 'estimate', title: t('Estimate') },
  });
}

/** What became of an objection, and the records that answered it. */
export function settled(objected: Objection, next: Objection['values']['state'], outcome: readonly string[]): Edit {
  return { edit: objected, fields: [[['state'], next], ...addedTo(objected, 'outcome', outcome)] };
}
