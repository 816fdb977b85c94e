/** Keeping what was noted during a session: every note a piece of evidence, all in one batch. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { field, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { evidenceIn } from '../core/discovery/capture.ts';
import type { Change } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { action } from './action.ts';
import { memberAsking } from './members.ts';
import { recordOfKind } from './named.ts';

export const captureSession = action({
  name: 'captureSession',
  title: () => t('Keep Notes of a Session'),
  input: z.object({
    session: recordInput('session', () => t('Which session?'), {
      fits: ({ values }) => values.status !== 'cancelled',
      none: () => t('There is no session.'),
    }),
    notes: field(
      wordsElse(() => t('Write down what was said first.')),
      () => t('What was said and seen? Each line becomes a piece of evidence.'),
    ),
  }),
  needsMe: true,
  /** The session, and the pieces of evidence in the order of the notes. */
  async run(because, { session: id, notes }) {
    await memberAsking(because);
    const session = await recordOfKind(because, 'session', id);
    const pieces = evidenceIn(because.library, session, notes, session.itself.values);
    if (pieces.length === 0) {
      throw new BecauseError('bad-input', t('There are no notes in this text.'), {
        next: t('Write what was said, one line for each note.'),
      });
    }
    const isPlanned = session.values.status === 'planned';
    const done: Change[] = isPlanned ? [{ edit: session.itself, fields: [[['status'], 'done']] }] : [];
    const written = await because.write([...pieces, ...done]);
    return { session: session.id, evidence: written.slice(0, pieces.length).map(({ id, path }) => ({ id, path })) };
  },
});
