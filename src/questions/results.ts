/** What came of what was shipped, beside what was predicted. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { resultsTold } from '../core/results/results.ts';
import { question } from './question.ts';

/** `Results` */
export const results = question({
  name: 'results',
  title: () => t('Results'),
  help: () =>
    t(
      'What was measured of shipped work, beside what was predicted; what still needs a result, and how well predictions hold.',
    ),
  input: z.object({}),
  answer: async ({ library, now }) => resultsTold(library, now),
});
