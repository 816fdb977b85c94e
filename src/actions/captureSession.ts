/** Keeping what was noted during a session: every note a piece of evidence, and the snapshot of all, in one batch. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { evidenceFrom, newNotesIn, piecesOf, snapshotOf } from '../core/discovery/capture.ts';
import { notesIn } from '../core/discovery/notes.ts';
import { heldSessionInput } from '../core/discovery/sessionInput.ts';
import { memberName } from '../core/face/names.ts';
import type { Session } from '../core/kinds/all.ts';
import type { Change } from '../core/library/change.ts';
import { today } from '../core/library/query.ts';
import { action } from './action.ts';
import { bodyWith } from './editText.ts';
import { memberAsking } from './members.ts';
import { recordOfKind } from './named.ts';

export const captureSession = action({
  name: 'captureSession',
  title: () => t('Turn Notes into Evidence'),
  input: z.object({
    session: heldSessionInput,
    notes: field(
      wordsElse(() => t('Write down what was said first.')),
      () => t('What was said and seen? Each line becomes a piece of evidence.'),
    ),
  }),
  needsMe: true,
  /** The session, and the pieces of evidence in the order of the notes; what is evidence already stays as it is. */
  async run(because, { session: id, notes: sheet }) {
    const me = await memberAsking(because);
    const session = await recordOfKind(because, 'session', id);
    const { library } = because;
    const { itself } = session;
    const told = { values: itself.values, body: itself.body, pieces: await piecesNow(because, session) };
    const notes = newNotesIn(sheet, told);
    if (notes.length === 0) throw nothingNew(sheet);
    const heard = notes.filter(({ sort }) => sort !== 'opportunity');
    const pieces = evidenceFrom(library, session, heard, told);
    const snapshot = snapshotOf(notes, { by: memberName(library, me) ?? me, day: today(library, because.now()) });
    const done: Change = {
      edit: itself,
      fields: itself.values.status === 'planned' ? [[['status'], 'done']] : [],
      body: bodyWith(session, [itself.body.trim(), snapshot].filter(Boolean).join('\n\n')),
    };
    const written = await because.write([...pieces, done]);
    return { session: session.id, evidence: written.slice(0, pieces.length).map(({ id, path }) => ({ id, path })) };
  },
});

/** What the evidence of a session says in its files, as they are at this moment. */
async function piecesNow(because: Because, session: Session): Promise<readonly string[]> {
  await because.refresh(piecesOf(because.library, session).map(({ path }) => path));
  return piecesOf(because.library, session).map(({ itself }) => itself.body);
}

function nothingNew(sheet: string): BecauseError {
  return notesIn(sheet).length > 0
    ? new BecauseError('bad-input', t('All of these notes are already saved.'))
    : new BecauseError('bad-input', t('There are no notes in this text.'), {
        next: t('Write what was said, one line for each note.'),
      });
}
