/** Trust over the last sprints. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { trustOf } from '../core/trust/trust.ts';
import { question } from './question.ts';

/** `Trust` */
export const trust = question({
  name: 'trust',
  title: () => t('Trust'),
  help: () =>
    t(
      'Promises, scope changes, answers, sessions and thanks over the last sprints, for the team as a whole, as Markdown.',
    ),
  input: z.object({}),
  answer: async ({ library, now }) => ({ markdown: trustOf(library, now) }),
});
