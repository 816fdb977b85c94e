/** How soon questions are answered. */
import * as z from 'zod/mini';
import { answerTimesTold } from '../core/answers/told.ts';
import { t } from '../core/base/l10n.ts';
import { question } from './question.ts';

/** `Answer Times` */
export const answerTimes = question({
  name: 'answerTimes',
  title: () => t('Answer Times'),
  help: () =>
    t('How soon questions are answered, in minutes of work: median, 90%, within target, by week, and what is open.'),
  input: z.object({}),
  answer: async ({ library, now }) => answerTimesTold(library, now),
});
