/** Promising something by a day, and what becomes of it: acknowledged, kept, renegotiated, or not kept. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, trimmed, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { momentTold } from '../core/base/time.ts';
import type { Commitment } from '../core/kinds/all.ts';
import { commitment, isAcknowledged, isPromised, promiseState } from '../core/kinds/commitment.ts';
import { recordInput } from '../core/library/inputs.ts';
import { doneSaid, dueExamples, dueSaid, dueWords, isLate, sentenceOf } from '../core/promises/due.ts';
import { dotted } from '../core/text/joined.ts';
import { action, written } from './action.ts';
import { memberAsking, memberNamed } from './members.ts';
import { initiativeNamed, recordOfKind } from './named.ts';
import { reply } from './replyTo.ts';

const example = () => t('Thursday, Thursday 14:00, in 2 days, end of sprint, 2026-12-04');

export const promise = action({
  name: 'promise',
  title: () => t('Promise'),
  input: z.object({
    text: field(
      wordsElse(() => t('Say what you promise.')),
      () => t('What do you promise, and by when?'),
      { example: () => t('Customer feedback by Thursday') },
    ),
    due: z.optional(field(filled, () => t('By when? Without it, the sentence says it.'), { example })),
    to: z.optional(field(filled, commitment.fields.to.help)),
    initiative: z.optional(recordInput('initiative', () => t('Which initiative is it about? (optional)'))),
  }),
  needsMe: true,
  async run(because, { text, due, to, initiative: key }) {
    const me = await memberAsking(because);
    const { library } = because;
    const now = because.now();
    const { what, when } = sentenceOf(library, text, now);
    const said = due ?? when;
    if (said === undefined) {
      throw new BecauseError('bad-input', t('Say by when.'), { next: dueExamples() });
    }
    const whom = to === undefined ? undefined : memberNamed(because, to);
    if (whom === me) throw new BecauseError('bad-input', t('You cannot promise something to yourself.'));
    const about = key === undefined ? undefined : await initiativeNamed(because, key);
    const fields = {
      to: whom,
      due: dueSaid(library, said, now),
      initiative: about?.id,
      sensitive: about?.withheld || undefined,
    };
    return written(because, [{ create: 'commitment', fields, body: `${what}\n` }]);
  },
});

/** A promise of who asks, that is still open. */
const own = recordInput('commitment', () => t('Which promise?'), {
  fits: (record, _library, me) => isPromised(record) && record.values.by === me,
  beside: ({ values: { due } }, library) => dotted(due && dueWords(library, due)),
  none: () => t('You have no open promise.'),
});

const reason = z.optional(field(trimmed, () => t('Why? (optional, added as a reply)')));

export const keepPromise = action({
  name: 'keepPromise',
  title: () => t('Promise Kept'),
  input: z.object({
    id: own,
    done: z.optional(
      field(trimmed, () => t('When did you keep it? Leave it empty for now.'), {
        example: () => t('yesterday, Thursday 14:00, 2026-12-03'),
      }),
    ),
  }),
  needsMe: true,
  async run(because, { id, done: said }) {
    const kept = await openPromise(because, id);
    const { library } = because;
    const now = because.now();
    const done = said ? doneSaid(library, said, now) : momentTold(now.getTime());
    const { due } = kept.values;
    const state = due !== undefined && isLate(library, due, done) ? 'late' : 'kept';
    return written(because, [
      {
        edit: kept,
        fields: [
          [['state'], state],
          [['done'], done],
        ],
      },
    ]);
  },
});

export const renegotiatePromise = action({
  name: 'renegotiatePromise',
  title: () => t('Renegotiate Promise'),
  input: z.object({
    id: own,
    due: field(
      wordsElse(() => t('Say by when.')),
      () => t('By when instead?'),
      { example },
    ),
    reason,
  }),
  needsMe: true,
  async run(because, { id, due: said, reason: why }) {
    const moved = await openPromise(because, id);
    const { due: before, was = [] } = moved.values;
    const now = because.now();
    const due = dueSaid(because.library, said, now);
    if (due === before) {
      throw new BecauseError('bad-input', t('It is due {0} already.', dueWords(because.library, due)));
    }
    const earlier = [...was, { due: before, moved: momentTold(now.getTime()) }];
    return written(because, [
      {
        edit: moved,
        fields: [
          [['state'], 'renegotiated'],
          [['due'], due],
          [['was'], earlier],
        ],
      },
      ...(why ? [reply(moved, why)] : []),
    ]);
  },
});

export const breakPromise = action({
  name: 'breakPromise',
  title: () => t('Cannot Keep Promise'),
  input: z.object({
    id: own,
    reason: field(
      wordsElse(() => t('Say why, for whoever waits for it.')),
      () => t('Why not? Whoever waits for it reads this.'),
    ),
  }),
  needsMe: true,
  async run(because, { id, reason: why }) {
    const broken = await openPromise(because, id);
    return written(because, [{ edit: broken, fields: [[['state'], 'broken']] }, reply(broken, why, true)]);
  },
});

export const acknowledgePromise = action({
  name: 'acknowledgePromise',
  title: () => t('Acknowledge Promise'),
  input: z.object({
    id: recordInput('commitment', () => t('Which promise?'), {
      fits: (record, library, me) =>
        isPromised(record) && me !== undefined && record.values.by !== me && !isAcknowledged(record, library, me),
      beside: ({ values: { due } }, library) => dotted(due && dueWords(library, due)),
      none: () => t('Nobody has promised you anything that you have not acknowledged.'),
    }),
    text: z.optional(
      field(trimmed, () => t('What you say to it, such as whether the day suits you.'), { unasked: true }),
    ),
  }),
  needsMe: true,
  async run(because, { id, text }) {
    const me = await memberAsking(because);
    const promised = stillOpen((await recordOfKind(because, 'commitment', id)).itself);
    if (promised.values.by === me) {
      throw new BecauseError('bad-input', t('You made this promise yourself, so there is nothing to acknowledge.'));
    }
    return written(because, [reply(promised, text || t('I know about this.'))]);
  },
});

/** The promise, while it is open. Only who made it changes its file, so that two clones never change the same. Throws `bad-input`. */
async function openPromise(because: Because, id: string): Promise<Commitment> {
  const me = await memberAsking(because);
  const promised = (await recordOfKind(because, 'commitment', id)).itself;
  const { by = '?' } = promised.values;
  if (by !== me) {
    throw new BecauseError('bad-input', t('Only {0} can say what becomes of this promise.', by), {
      next: t('Ask them.'),
    });
  }
  return stillOpen(promised);
}

function stillOpen(promised: Commitment): Commitment {
  if (isPromised(promised)) return promised;
  throw new BecauseError('bad-input', t('This promise is {0} already.', promiseState(promised.values.state)));
}
