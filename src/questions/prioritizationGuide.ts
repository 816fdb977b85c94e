/** How to weigh one initiative against another. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { guideOf } from '../core/guide/yours.ts';
import { question } from './question.ts';

export const prioritizationGuide = question({
  name: 'prioritizationGuide',
  title: () => t('Prioritization Guide'),
  help: () =>
    t('How to weigh debt, evidence, confidence, risk and bets: rules with examples, and what the records say of each.'),
  input: z.object({}),
  answer: async ({ library, me }) => guideOf(library, await me()),
});
