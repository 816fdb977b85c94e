/** The digest of a sprint. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { digestOf } from '../core/digest/digest.ts';
import { recordInput } from '../core/library/inputs.ts';
import { currentSprint, sprintKnown, sprints } from '../core/library/query.ts';
import { question } from './question.ts';

/** `Sprint Digest` */
export const sprintDigest = question({
  name: 'sprintDigest',
  title: () => t('Sprint Digest'),
  help: () =>
    t('What came of a sprint, as Markdown: shipped work, what customers said, risks, questions, discovery, thanks.'),
  input: z.object({
    sprint: z.optional(
      recordInput('sprint', () => t('Which sprint? By default, the current one.'), {
        from: (library) => sprints(library).toReversed(),
        none: () => t('There is no sprint.'),
      }),
    ),
  }),
  async answer({ library, now }, { sprint: id }) {
    const sprint = id === undefined ? currentSprint(library, now) : sprintKnown(library, id);
    if (!sprint) throw new BecauseError('not-found', t('There is no sprint.'));
    return { id: sprint.shownId, ...digestOf(library, sprint, now) };
  },
});
