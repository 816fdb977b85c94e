/** Asking the PM, and everything that becomes of a question but its answer: acknowledged, reopened, withdrawn. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, trimmed, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { threadTitle } from '../core/face/threadTitle.ts';
import type { RecordOf } from '../core/kinds/all.ts';
import { courseOf, question, questionState } from '../core/kinds/question.ts';
import { anchorInput, recordInput } from '../core/library/inputs.ts';
import type { Library } from '../core/library/library.ts';
import { action, written } from './action.ts';
import { refuseOutside } from './flagRisk.ts';
import { memberAsking, memberNamed } from './members.ts';
import { initiativeNamed, recordOfKind } from './named.ts';
import { reopening, reply } from './replyTo.ts';

type Question = RecordOf<'question'>;

/** How it stands: replies say more of that than its own file does. */
const beside = (record: Question, library: Library): string => threadTitle(library, record);

/** A question somebody waits for an answer to. */
const waiting: typeof filled = recordInput('question', () => t('Which question?'), {
  fits: (record, library) => courseOf(record, library).isWaiting,
  beside,
  none: () => t('There is no open question.'),
});

export const askPm = action({
  name: 'askPm',
  title: () => t('Ask the PM'),
  input: z.object({
    initiative: recordInput('initiative', () => t('Which initiative is it about?')),
    text: field(
      wordsElse(() => t('Say what you need to know.')),
      () => t('What do you need to know?'),
      { example: () => t('Can somebody else change these settings, or only suggest changes?') },
    ),
    blocking: field(z.boolean(), () => t('Does it block your work?')),
    to: z.optional(field(filled, question.fields.to.help, { unasked: true })),
    anchor: z.optional(anchorInput),
  }),
  needsMe: true,
  async run(because, { initiative: key, text, blocking, to, anchor }) {
    await memberAsking(because);
    const { id, withheld } = await initiativeNamed(because, key);
    refuseOutside(anchor);
    const fields = {
      initiative: id,
      to: to === undefined ? undefined : memberNamed(because, to),
      blocking: blocking || undefined,
      anchor,
      sensitive: withheld || undefined,
    };
    return written(because, [{ create: 'question', fields, body: `${text}\n` }]);
  },
});

export const answerQuestion = action({
  name: 'answerQuestion',
  title: () => t('Answer Question'),
  input: z.object({
    id: waiting,
    text: field(
      wordsElse(() => t('Say the answer.')),
      () => t('What is the answer?'),
    ),
  }),
  needsMe: true,
  async run(because, { id, text }) {
    await memberAsking(because);
    return written(because, [reply(await openQuestion(because, id), text, true)]);
  },
});

export const acknowledgeQuestion = action({
  name: 'acknowledgeQuestion',
  title: () => t('Acknowledge Question'),
  input: z.object({
    id: recordInput('question', () => t('Which question?'), {
      fits: (record, library, me) => courseOf(record, library).isWaiting && record.values.by !== me,
      beside,
      none: () => t('Nobody else has an open question.'),
    }),
    text: z.optional(field(trimmed, () => t('When will you answer? (optional)'))),
  }),
  needsMe: true,
  async run(because, { id, text }) {
    const me = await memberAsking(because);
    const asked = await openQuestion(because, id);
    if (asked.values.by === me) {
      throw new BecauseError('bad-input', t('You asked this question yourself.'), {
        next: t('Answer it, or withdraw it.'),
      });
    }
    return written(because, [reply(asked, text || t('I have seen it.'))]);
  },
});

export const reopenQuestion = action({
  name: 'reopenQuestion',
  title: () => t('Reopen Question'),
  input: z.object({
    id: recordInput('question', () => t('Which question?'), {
      fits: (record, library) => !courseOf(record, library).isWaiting,
      beside,
      none: () => t('No question has been answered yet.'),
    }),
    reason: field(
      wordsElse(() => t('Say what is missing.')),
      () => t('What is missing in the answer? The person who answered reads this.'),
    ),
  }),
  needsMe: true,
  async run(because, { id, reason }) {
    await memberAsking(because);
    const asked = await recordOfKind(because, 'question', id);
    const { state, isWaiting } = courseOf(asked, because.library);
    if (isWaiting) throw new BecauseError('bad-input', t('This question is {0}.', questionState(state)));
    // What its file calls answered without saying when, or withdrawn, is that until the file says otherwise.
    const isSettled =
      state === 'withdrawn' || (asked.values.state === 'answered' && asked.values.answered === undefined);
    return written(because, [
      reopening(asked, reason),
      ...(isSettled ? [{ edit: asked, fields: [[['state'], 'open']] } as const] : []),
    ]);
  },
});

export const withdrawQuestion = action({
  name: 'withdrawQuestion',
  title: () => t('Withdraw Question'),
  input: z.object({
    id: recordInput('question', () => t('Which question?'), {
      fits: (record, library, me) => record.values.by === me && courseOf(record, library).isWaiting,
      beside,
      none: () => t('You have no open question.'),
    }),
  }),
  needsMe: true,
  async run(because, { id }) {
    const me = await memberAsking(because);
    const asked = await openQuestion(because, id);
    const { by } = asked.values;
    if (by === me) return written(because, [{ edit: asked, fields: [[['state'], 'withdrawn']] }]);
    const message =
      by === undefined
        ? t('This question has no author, so nobody can withdraw it.')
        : t('Only {0} can withdraw this question.', by);
    throw new BecauseError('bad-input', message, { next: t('Answer it instead.') });
  },
});

/** The question, while somebody waits for its answer. Throws `bad-input` once nobody does. */
async function openQuestion(because: Because, id: string): Promise<Question> {
  const asked = await recordOfKind(because, 'question', id);
  const { state, isWaiting, answeredBy } = courseOf(asked, because.library);
  if (isWaiting) return asked;
  const who = answeredBy === undefined ? '' : ` (${answeredBy})`;
  throw new BecauseError('bad-input', t('This question is already {0}{1}.', questionState(state), who), {
    next: t('Reopen it if something is missing.'),
    remedy: { verb: 'reopenQuestion', title: t('Reopen Question') },
  });
}
