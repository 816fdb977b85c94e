/** The brief before a session. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { briefOf } from '../core/discovery/brief.ts';
import { heldSessionInput } from '../core/discovery/sessionInput.ts';
import { nameOf } from '../core/face/names.ts';
import { today } from '../core/library/query.ts';
import { sessionKnown } from './capture.ts';
import { question } from './question.ts';

/** `Brief before a Session` */
export const sessionBrief = question({
  name: 'sessionBrief',
  title: () => t('Brief for a Session'),
  help: () =>
    t(
      'What to read before a session, as Markdown: who you meet, what you believe, the evidence against it, what to ask.',
    ),
  input: z.object({ session: heldSessionInput }),
  async answer({ library, now }, { session: id }) {
    const session = sessionKnown(library, id);
    return { id: session.shownId, title: nameOf(session), markdown: briefOf(library, session, today(library, now)) };
  },
});
