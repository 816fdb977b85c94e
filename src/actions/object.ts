/** Objecting to an initiative, and answering that: what somebody thinks should not go on is owed an outcome. */
import * as z from 'zod/mini';
import type { Because, Edit } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { filled, trimmed, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { hasScore } from '../core/board/readiness.ts';
import type { Objection } from '../core/kinds/all.ts';
import { objection } from '../core/kinds/objection.ts';
import { action } from './action.ts';
import { addedTo } from './changes.ts';
import { fieldInput } from './fieldInput.ts';
import { memberAsking } from './members.ts';
import { idsNamed, initiativeNow, recordOfKind } from './named.ts';
import { answered } from './replyTo.ts';

const { kind, state } = objection.fields;

export const object = action({
  name: 'object',
  title: () => t('Object'),
  input: z.object({
    initiative: filled,
    kind: fieldInput(kind),
    /** What is objected, in the person's words. */
    text: words,
  }),
  signs: () => true,
  async run(because, { initiative: key, kind: about, text }) {
    await memberAsking(because);
    const initiative = await initiativeNow(because, key);
    const fields = { initiative: initiative.id, kind: about, state: 'open' };
    const [{ id, path }] = await because.write([{ create: 'objection', fields, body: `${text}\n` }]);
    return { id, path };
  },
});

export const answerObjection = action({
  name: 'answerObjection',
  title: () => t('Answer Objection'),
  input: z.object({
    id: filled,
    state: fieldInput(state),
    /** The records that answered it; those named before stay. */
    outcome: z.optional(z.array(filled)),
    /** Becomes a reply. */
    reason: z.optional(trimmed),
  }),
  signs: () => true,
  async run(because, { id: named, state: next, outcome = [], reason }) {
    const me = await memberAsking(because);
    const objected = await recordOfKind(because, 'objection', named);
    if (next === 'debt-scored') refuseUnscored(because, [...(objected.values.outcome ?? []), ...outcome]);
    const [{ id, path }] = await because.write([
      settled(objected, next, await idsNamed(because, outcome)),
      ...answered(because, objected, reason, me),
    ]);
    return { id, path };
  },
});

/** Debt that has no score yet cannot be weighed against anything. Throws `bad-input` where none of what is named has one. */
function refuseUnscored({ library }: Because, named: readonly string[]): void {
  const debts = named.flatMap((id) => library.findOf('initiative', id) ?? []);
  const [first] = debts;
  if (!first || debts.some((debt) => hasScore(library, debt))) return;
  throw new BecauseError('bad-input', t('{0} has no score yet.', first.id), {
    next: t('Estimate it first; the objection stays open until then.'),
  });
}

/** What became of an objection, and the records that answered it. */
export function settled(objected: Objection, next: Objection['values']['state'], outcome: readonly string[]): Edit {
  return { edit: objected, fields: [[['state'], next], ...addedTo(objected, 'outcome', outcome)] };
}
