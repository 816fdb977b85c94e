/** Taking notes during a session: the sheet to begin with, and what the notes would become. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { evidenceFrom, newNotesIn, toldOf } from '../core/discovery/capture.ts';
import { type Note, notesIn, sheetOf } from '../core/discovery/notes.ts';
import { heldSessionInput } from '../core/discovery/sessionInput.ts';
import type { Session } from '../core/kinds/all.ts';
import type { NewRecord } from '../core/library/change.ts';
import type { Library } from '../core/library/library.ts';
import { question } from './question.ts';

/** The session with the id. Throws `not-found`. */
export function sessionKnown(library: Library, id: string): Session {
  const session = library.findOf('session', id);
  if (session) return session;
  throw new BecauseError('not-found', t('There is no session with the id {0}.', id));
}

/** A note as it would be kept: what it says, how it stands on the sheet, and for all but opportunities the record it becomes. */
export interface NoteShown extends Pick<Note, 'sort' | 'written' | 'text' | 'name' | 'contradicts'> {
  readonly title: string | undefined;
  readonly fields: NewRecord['fields'];
  readonly body: string | undefined;
}

export const captureSheet = question({
  name: 'captureSheet',
  title: () => t('Sheet for Notes'),
  help: () => t('The sheet to take notes of a session on, as Markdown.'),
  input: z.object({ session: heldSessionInput }),
  answer: async ({ library }, { session }) => ({ text: sheetOf(sessionKnown(library, session)) }),
});

export const capturePreview = question({
  name: 'capturePreview',
  title: () => t('Preview of Notes'),
  help: () => t('What notes of a session would become, note by note; nothing is written.'),
  input: z.object({
    session: heldSessionInput,
    notes: field(z.string(), () => t('The sheet with the notes.')),
  }),
  /** The notes that are not kept yet, and how many there are in all. */
  async answer({ library }, { session: id, notes: sheet }) {
    const session = sessionKnown(library, id);
    const told = toldOf(library, session);
    const notes = newNotesIn(sheet, told).map((note): NoteShown => {
      const { sort, written, text, name, contradicts } = note;
      const [piece] = sort === 'opportunity' ? [] : evidenceFrom(library, session, [note], told);
      return { sort, written, text, name, contradicts, title: piece?.title, fields: piece?.fields, body: piece?.body };
    });
    return { notes, total: notesIn(sheet).length };
  },
});
