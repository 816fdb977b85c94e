/** Saying whether one can explain why an initiative is done: each person in a file of their own. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, trimmed } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { ack as kind } from '../core/kinds/ack.ts';
import type { Ack, Initiative, RecordOf } from '../core/kinds/all.ts';
import { objection } from '../core/kinds/objection.ts';
import type { Change, Edit, FieldChange, NewRecord } from '../core/library/change.ts';
import { byPath } from '../core/library/indexes.ts';
import { fieldInput, recordInput } from '../core/library/inputs.ts';
import { action, written } from './action.ts';
import { bodyWith } from './editText.ts';
import { memberAsking, memberNamed } from './members.ts';
import { initiativeNamed } from './named.ts';
import { freeFile, ownFile } from './ownFile.ts';

const { state: stateField } = kind.fields;

export const ack = action({
  name: 'ack',
  title: () => t('Say Whether You Can Explain Why'),
  input: z.object({
    initiative: recordInput('initiative', () => t('Which initiative?')),
    state: fieldInput(stateField, { help: () => t('Can you explain why it matters?') }),
    text: z.optional(
      field(trimmed, () =>
        t('In your own words: why it matters, what you need to know, or what you object to. (optional)'),
      ),
    ),
    objection: z.optional(fieldInput(objection.fields.kind, { unasked: true })),
    by: z.optional(
      field(filled, () => t('Who says this, if one person writes for several people at one screen.'), {
        unasked: true,
      }),
    ),
  }),
  needsMe: true,
  async run(because, { initiative: key, state, text = '', objection: about, by }) {
    const me = await memberAsking(because);
    const who = by === undefined ? me : memberNamed(because, by);
    const initiative = await initiativeNamed(because, key);
    if (state !== 'can-explain' && text === '') {
      throw new BecauseError(
        'bad-input',
        state === 'question' ? t('Say what you need to know.') : t('Say what you object to.'),
      );
    }
    const word = { state, text, about, who };
    const own = await ownWord(because, initiative, who);
    const former = own && formerOf(because, initiative, own);
    return written(because, [
      wordOf(because, initiative, own, word),
      ...(former ? [followed(former, word)] : []),
      ...(former?.kind === state ? [] : asked(initiative, word)),
    ]);
  },
});

interface Word {
  readonly state: Ack['values']['state'];
  readonly text: string;
  /** The kind of objection, where it is one. */
  readonly about: string | undefined;
  readonly who: string;
}

/** What the person said so far, as their file is at this moment. */
async function ownWord(because: Because, initiative: Initiative, who: string): Promise<Ack | undefined> {
  const known = because.library.children(initiative.id, 'ack').filter(({ values }) => values.by === who);
  await because.refresh(known.map(({ path }) => path));
  const own = because.library
    .children(initiative.id, 'ack')
    .filter(({ values }) => values.by === who)
    .toSorted(byPath)
    .at(-1);
  return own?.itself;
}

/** The person's file, made or changed: their last word counts. */
function wordOf(because: Because, initiative: Initiative, own: Ack | undefined, { state, text, who }: Word): Change {
  if (own) return { edit: own, fields: [[['state'], state]], body: bodyWith(own, text) };
  const place = freeFile(because, 'ack', ownFile('ack', initiative, who), { initiative, me: who });
  const fields = { initiative: initiative.id, state, sensitive: initiative.withheld || undefined };
  return { create: 'ack', ...place, by: who, fields, body: text && `${text}\n` };
}

/** The question or objection that their former word became, while nobody has answered: it is still theirs to change. */
function formerOf({ library }: Because, { id }: Initiative, own: Ack): RecordOf<'question' | 'objection'> | undefined {
  const { state, by } = own.values;
  if (state === 'can-explain') return undefined;
  return library
    .children(id, state)
    .map((record) => record.itself)
    .findLast(
      (record) =>
        record.values.by === by &&
        record.values.state === 'open' &&
        record.body.trim() === own.body.trim() &&
        library.children(record.id, 'reply').length === 0,
    );
}

/** It says what they say now; where they say something else altogether, it is withdrawn. */
function followed(former: RecordOf<'question' | 'objection'>, { state, text, about }: Word): Edit {
  if (former.kind !== state) return { edit: former, fields: [[['state'], 'withdrawn']] };
  const fields: FieldChange[] = state === 'objection' && about !== undefined ? [[['kind'], about]] : [];
  return { edit: former, fields, body: bodyWith(former, text) };
}

/** A question or an objection is a record of its own, too, so that somebody has to answer it. */
function asked({ id, withheld }: Initiative, { state, text, about = 'other', who }: Word): NewRecord[] {
  const said = { by: who, body: `${text}\n` };
  const fields = { initiative: id, sensitive: withheld || undefined };
  if (state === 'question') return [{ create: 'question', fields, ...said }];
  if (state === 'objection')
    return [{ create: 'objection', fields: { ...fields, kind: about, state: 'open' }, ...said }];
  return [];
}
