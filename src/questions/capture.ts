/** Taking notes during a session: the sheet to begin with, and what the notes would become. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { evidenceIn, sheetOf } from '../core/discovery/capture.ts';
import type { Session } from '../core/kinds/all.ts';
import { recordInput } from '../core/library/inputs.ts';
import type { Library } from '../core/library/library.ts';
import { question } from './question.ts';

/** A session by its id. */
export const sessionInput = recordInput('session', () => t('Which session?'), {
  fits: ({ values }) => values.status !== 'cancelled',
  none: () => t('There is no session.'),
});

/** The session with the id. Throws `not-found`. */
export function sessionKnown(library: Library, id: string): Session {
  const session = library.findOf('session', id);
  if (session) return session;
  throw new BecauseError('not-found', t('There is no session with the id {0}.', id));
}

export const captureSheet = question({
  name: 'captureSheet',
  title: () => t('Sheet for Notes'),
  help: () => t('The sheet to take notes of a session on, as Markdown.'),
  input: z.object({ session: sessionInput }),
  answer: async ({ library }, { session }) => ({ text: sheetOf(sessionKnown(library, session)) }),
});

export const capturePreview = question({
  name: 'capturePreview',
  title: () => t('Preview of Notes'),
  help: () => t('The pieces of evidence that notes of a session would become; nothing is written.'),
  input: z.object({
    session: sessionInput,
    notes: field(z.string(), () => t('The sheet with the notes.')),
  }),
  answer: async ({ library }, { session, notes }) =>
    evidenceIn(library, sessionKnown(library, session), notes).map(({ title, fields, body }) => ({
      title,
      fields,
      body,
    })),
});
