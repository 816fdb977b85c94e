/** What is known of an issue key or a record at a glance, as a hover shows it. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { cardTold } from '../core/card/card.ts';
import { question } from './question.ts';

export const card = question({
  name: 'card',
  title: () => t('Card'),
  help: () => t('What Because knows about an issue key or a record’s id, in a few lines. Nothing if it is neither.'),
  input: z.object({ key: field(filled, () => t('An issue key or a record’s id, such as PAY-142.')) }),
  answer: async ({ library, now, me }, { key }) => cardTold(library, key, now, await me()),
});
