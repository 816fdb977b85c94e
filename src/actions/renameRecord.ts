/** Renaming a record: its id, and every place in the records that names it. */
import * as z from 'zod/mini';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { recordInput } from '../core/library/inputs.ts';
import { planRename, replaced } from '../core/library/rename.ts';
import { action } from './action.ts';

/** What a rename did. */
export interface RenameOutcome {
  readonly id: string;
  /** The files written, by their paths after the rename. */
  readonly files: readonly string[];
}

/** Renames within the records only: code is changed in the editor, where each place is looked at first. */
export const renameRecord = action({
  name: 'renameRecord',
  title: () => t('Rename Record'),
  input: z.object({
    id: recordInput('risk', () => t('Which record?'), {
      any: ({ records }) => records,
      beside: ({ shownId }) => shownId,
    }),
    newId: field(z.string(), () =>
      t('Changes every record that refers to it, but no code. To change code too, use Rename Symbol on the key.'),
    ),
  }),
  async run(because, { id, newId }): Promise<RenameOutcome> {
    // Everything is read anew, so that what another program wrote meanwhile is found before anything is written.
    await because.refresh();
    const plan = planRename(because.library, id, newId.trim());
    await because.write([
      ...plan.changes.map(({ record, replacements }) => ({
        rewrite: record,
        text: replaced(record.source.text, replacements),
      })),
      ...(plan.move ? [{ move: plan.record, to: plan.move.to }] : []),
    ]);
    const files = plan.changes.map(({ record: { path } }) => (path === plan.move?.from ? plan.move.to : path));
    return { id: plan.newId, files };
  },
});
