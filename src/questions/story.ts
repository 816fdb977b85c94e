/** Why an initiative is done, told as a story. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { initiativeKnown, today } from '../core/library/query.ts';
import { storyOf } from '../core/story/story.ts';
import { question } from './question.ts';

export const story = question({
  name: 'story',
  title: () => t('Why'),
  help: () =>
    t('Why an initiative matters: who has the problem, how you know, what should change, and what is missing.'),
  input: z.object({ id: field(filled, () => t('The id of an initiative, or an issue key of it, such as PAY-142.')) }),
  answer: async ({ library, now, me }, { id }) =>
    storyOf(library, initiativeKnown(library, id), { day: today(library, now), me: await me() }),
});
