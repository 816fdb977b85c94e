/** How the team is, by its health checks. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { healthTold } from '../core/health/told.ts';
import { question } from './question.ts';

/** `Team Health Check` */
export const teamHealth = question({
  name: 'teamHealth',
  title: () => t('Team Health'),
  help: () =>
    t('The results of the team’s health checks: totals of all answers, what to discuss first, and change over time.'),
  input: z.object({}),
  answer: async ({ library, now }) => healthTold(library, now),
});
