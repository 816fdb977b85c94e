/** Turning down advice that does not hold for a record: it stays in the record, with the reason, and is not told any more. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { recordInput } from '../core/library/inputs.ts';
import { withDismissal } from '../core/records/dismissals.ts';
import { action, written } from './action.ts';
import { recordNamed } from './named.ts';

export const dismiss = action({
  name: 'dismiss',
  title: () => t('Dismiss Advice'),
  input: z.object({
    id: recordInput('initiative', () => t('Which record is the advice about?'), { any: ({ records }) => records }),
    check: field(filled, () => t('The name of the advice, such as no-sufferer.')),
    reason: field(
      wordsElse(() => t('Say why the advice does not apply here.')),
      () => t('Why does the advice not apply here? Your reason is saved in the record.'),
    ),
  }),
  async run(because, { id, check, reason }) {
    const record = (await recordNamed(because, id)).itself;
    const isTold = because.library.findings(record).some(({ code, dismissible }) => dismissible && code === check);
    if (!isTold) throw new BecauseError('bad-input', t('There is no advice “{0}” on {1}.', check, record.shownId));
    const value = withDismissal(record.source.raw.dismissed, check, reason);
    return written(because, [{ edit: record, fields: [[['dismissed'], value]] }]);
  },
});
