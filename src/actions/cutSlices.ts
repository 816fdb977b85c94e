/** Cutting an initiative to the slices that still reach its outcome: what is kept is marked, nothing is taken away. */

import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { field, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { Initiative, Objection } from '../core/kinds/all.ts';
import type { FieldChange } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { nearest } from '../core/wording/nearest.ts';
import { action, written } from './action.ts';
import { memberAsking } from './members.ts';
import { initiativeNow, recordOfKind } from './named.ts';
import { answeredInput, settled } from './object.ts';
import { agreement } from './rounds.ts';
import { numberInput, saysFactor } from './scoringInput.ts';

export const cutSlices = action({
  name: 'cutSlices',
  title: () => t('Reduce Scope'),
  input: z.object({
    initiative: recordInput('initiative', () => t('Which initiative should get smaller?')),
    keep: field(z.array(words).check(z.minLength(1)), () => t('The titles of the slices to keep.')),
    // The numbers of what is kept, where they are to be the agreed ones from now on.
    reach: z.optional(numberInput('reach')),
    effort: z.optional(numberInput('effort')),
    objection: answeredInput,
  }),
  signs: (given) => saysFactor(given),
  async run(because, { initiative: key, keep, objection, ...numbers }) {
    await because.ready();
    const me = saysFactor(numbers) ? await memberAsking(because) : undefined;
    const initiative = await initiativeNow(because, key);
    const objected = objection === undefined ? undefined : await recordOfKind(because, 'objection', objection);
    if (objected) refuseOther(objected, initiative);
    const agreed = me === undefined ? [] : agreement(because, initiative, numbers, me);
    return written(because, [
      { edit: initiative, fields: [...marks(initiative, keep), ...agreed] },
      ...(objected ? [settled(objected, 'scoped-down', [initiative.id])] : []),
    ]);
  },
});

/** Which slices the outcome needs, and which it does not any more. Throws `bad-input` for a slice that is not there. */
function marks({ id, values: { slices = [] } }: Initiative, keep: readonly string[]): FieldChange[] {
  const titles = slices.map(({ title = '' }) => title.trim());
  const unknown = keep.find((title) => !titles.includes(title));
  if (unknown !== undefined) throw noSlice(id, unknown, titles);
  return slices.flatMap(({ must }, index): FieldChange[] => {
    const kept = keep.includes(titles[index] ?? '');
    return kept === must ? [] : [[['slices', index, 'must'], kept]];
  });
}

function noSlice(id: string, title: string, titles: readonly string[]): BecauseError {
  const [meant] = nearest(title, titles);
  const next =
    titles.length === 0
      ? t('Add its slices to its record first.')
      : meant === undefined
        ? t('Its slices are: {0}.', titles.join(', '))
        : t('Did you mean {0}?', meant);
  return new BecauseError('bad-input', t('{0} has no slice “{1}”.', id, title), { next });
}

/** Throws `bad-input` where the objection is about something else. */
function refuseOther({ id, values }: Objection, initiative: Initiative): void {
  if (values.initiative === initiative.id) return;
  throw new BecauseError('bad-input', t('{0} is not an objection to {1}.', id, initiative.id));
}
