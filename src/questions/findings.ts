/** What is wrong or could be better about the records. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { findingsIn } from '../core/library/findingsTold.ts';
import { today } from '../core/library/query.ts';
import { question } from './question.ts';

export const findings = question({
  name: 'findings',
  title: () => t('Findings'),
  help: () => t('What is wrong or could be better about the records, and where.'),
  input: z.object({}),
  answer: async ({ library, now }) =>
    [...library.files.values()].flatMap((record) =>
      findingsIn(library, record, today(library, now)).map((finding) => ({ path: record.shownPath, ...finding })),
    ),
});
