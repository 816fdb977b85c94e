/** Renaming a record: its id, and every place in the records that names it. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { RenamePlan } from '../core/library/rename.ts';
import { planRename, replaced } from '../core/library/rename.ts';
import type { ContextRecord } from '../core/records/record.ts';
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
  input: z.object({ id: z.string(), newId: z.string() }),
  async run(because, { id, newId }): Promise<RenameOutcome> {
    // Everything is read anew, so that what another program wrote meanwhile is found before anything is written.
    await because.refresh();
    const plan = planRename(because.library, id, newId.trim());
    const done: string[] = [];
    try {
      for (const { record, replacements } of plan.changes) {
        await because.rewrite(record, replaced(record.source.text, replacements));
        done.push(record.path);
      }
      if (plan.move) await because.move(plan.record, plan.move.to);
    } catch (error) {
      throw done.length === 0 ? error : await undone(because, plan, done, error);
    }
    return { id: plan.newId, files: done.map((path) => (path === plan.move?.from ? plan.move.to : path)) };
  },
});

/** Puts back what was written before the failure, and says what could not be put back. */
async function undone(because: Because, plan: RenamePlan, done: readonly string[], cause: unknown): Promise<Error> {
  const left: ContextRecord[] = [];
  for (const { record, replacements } of plan.changes.filter((change) => done.includes(change.record.path))) {
    const now = because.library.files.get(record.path);
    const isOurs = now?.source.text === replaced(record.source.text, replacements);
    const isBack = isOurs && (await because.rewrite(now, record.source.text).then(yes, no));
    if (!isBack) left.push(record);
  }
  const name = plan.record.shownId;
  const why = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof BecauseError ? cause.code : 'not-writable';
  if (left.length === 0) {
    return new BecauseError(code, t('{0} was not renamed: {1} Every file is as it was.', name, why), { cause });
  }
  const rest = plan.changes.map(({ record }) => record).filter((record) => !left.includes(record));
  const shown = (records: readonly ContextRecord[]) => records.map(({ shownPath }) => shownPath).join(', ') || '–';
  return new BecauseError(
    code,
    t('{0} was renamed in part: {1} Written: {2}. Not written: {3}.', name, why, shown(left), shown(rest)),
    { next: t('Rename what was not written by hand, or put back what was.'), cause },
  );
}

const yes = (): boolean => true;
const no = (): boolean => false;
