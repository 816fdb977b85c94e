/** The brief before a session. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { briefOf } from '../core/discovery/brief.ts';
import { nameOf } from '../core/face/names.ts';
import { recordInput } from '../core/library/inputs.ts';
import { question } from './question.ts';

/** `Brief before a Session` */
export const sessionBrief = question({
  name: 'sessionBrief',
  title: () => t('Brief before a Session'),
  help: () =>
    t('What to read before a session, as Markdown: who you meet, what we believe, what contradicts it, what to ask.'),
  input: z.object({
    session: recordInput('session', () => t('Which session?'), {
      fits: ({ values }) => values.status === 'planned',
      none: () => t('No session is planned.'),
    }),
  }),
  async answer({ library }, { session: id }) {
    const session = library.findOf('session', id);
    if (!session) throw new BecauseError('not-found', t('There is no session with the id {0}.', id));
    return { id: session.shownId, title: nameOf(session), markdown: briefOf(library, session) };
  },
});
