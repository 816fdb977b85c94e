/** How far a health check among people who are apart is. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { apartTold } from '../core/health/apart.ts';
import { question } from './question.ts';

/** `Team Health Check`, apart */
export const healthApart = question({
  name: 'healthApart',
  title: () => t('Remote Health Check'),
  help: () =>
    t('Who takes part in remote health checks, who has answered, whose parts are added, and what comes next.'),
  input: z.object({}),
  answer: async ({ library, now, me }) => apartTold(library, await me(), now),
});
