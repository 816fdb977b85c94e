/** How soon questions are answered. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { nameOf } from '../core/face/names.ts';
import { answerTimes as timesOf } from '../core/waiting/answerTimes.ts';
import { momentTold } from './needsYou.ts';
import { question } from './question.ts';

/** `Answer Times` */
export const answerTimes = question({
  name: 'answerTimes',
  title: () => t('Answer Times'),
  help: () =>
    t('How soon questions are answered, in minutes of work: median, 90%, within target, by week, and what is open.'),
  input: z.object({}),
  async answer({ library, now }) {
    const { open, ...sums } = timesOf(library, now.getTime());
    return {
      ...sums,
      open: open.map(({ record, timing: { due, ...timing } }) => ({
        id: record.shownId,
        name: nameOf(record),
        path: record.shownPath,
        initiative: record.values.initiative,
        blocking: record.values.blocking,
        ...timing,
        due: momentTold(due),
      })),
    };
  },
});
