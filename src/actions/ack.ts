/** Saying whether one can explain why an initiative is done: each person in a file of their own. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, trimmed } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { ack as kind } from '../core/kinds/ack.ts';
import type { Ack, Initiative } from '../core/kinds/all.ts';
import { objection } from '../core/kinds/objection.ts';
import type { Change, NewRecord } from '../core/library/change.ts';
import { byPath } from '../core/library/indexes.ts';
import { fieldInput, recordInput } from '../core/library/inputs.ts';
import { action, written } from './action.ts';
import { bodyWith } from './editText.ts';
import { memberAsking, memberNamed } from './members.ts';
import { initiativeNow } from './named.ts';
import { freeFile, ownFile } from './ownFile.ts';

const { state: stateField } = kind.fields;

export const ack = action({
  name: 'ack',
  title: () => t('Can You Explain Why?'),
  input: z.object({
    initiative: recordInput('initiative', () => t('Which initiative?')),
    state: fieldInput(stateField, { help: () => t('Can you explain why it is done?') }),
    text: z.optional(
      field(trimmed, () =>
        t('In your own words: why it is done, what you need to know, or what should not go on. (optional)'),
      ),
    ),
    objection: z.optional(fieldInput(objection.fields.kind, { unasked: true })),
    by: z.optional(
      field(filled, () => t('Who says this, if one person writes for several at one screen.'), { unasked: true }),
    ),
  }),
  needsMe: true,
  async run(because, { initiative: key, state, text = '', objection: about, by }) {
    const me = await memberAsking(because);
    const who = by === undefined ? me : memberNamed(because, by);
    const initiative = await initiativeNow(because, key);
    if (state !== 'can-explain' && text === '') {
      throw new BecauseError(
        'bad-input',
        state === 'question' ? t('Say what you need to know.') : t('Say what you object to.'),
      );
    }
    const more = asked(initiative, { state, text, about, who });
    return written(because, [await wordOf(because, initiative, { state, text, who }), ...more]);
  },
});

interface Word {
  readonly state: Ack['values']['state'];
  readonly text: string;
  readonly who: string;
}

/** The person's file, made or changed: their last word counts. */
async function wordOf(because: Because, initiative: Initiative, { state, text, who }: Word): Promise<Change> {
  const known = because.library.children(initiative.id, 'ack').filter(({ values }) => values.by === who);
  await because.refresh(known.map(({ path }) => path));
  const own = because.library
    .children(initiative.id, 'ack')
    .filter(({ values }) => values.by === who)
    .toSorted(byPath)
    .at(-1);
  if (own) return { edit: own, fields: [[['state'], state]], body: bodyWith(own, text) };
  const place = freeFile(because, 'ack', ownFile('ack', initiative, who), { initiative, me: who });
  return { create: 'ack', ...place, by: who, fields: { initiative: initiative.id, state }, body: text && `${text}\n` };
}

/** A question or an objection is a record of its own, too, so that somebody has to answer it. */
function asked(
  { id, withheld }: Initiative,
  { state, text, about = 'other', who }: Word & { readonly about: string | undefined },
): NewRecord[] {
  const said = { by: who, body: `${text}\n` };
  const fields = { initiative: id, sensitive: withheld || undefined };
  if (state === 'question') return [{ create: 'question', fields, ...said }];
  if (state === 'objection')
    return [{ create: 'objection', fields: { ...fields, kind: about, state: 'open' }, ...said }];
  return [];
}
