/** A branch for an initiative: started and checked out, and linked to it where its name does not say so. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { fileInput, recordInput } from '../core/library/inputs.ts';
import { initiativeOfBranch } from '../core/work/links.ts';
import { checkedOut, fileAt, gitAt, gitPort, reposOf } from '../git/port.ts';
import { startBranch as start } from '../git/startBranch.ts';
import { action } from './action.ts';
import { linkBranch } from './linkWork.ts';
import { initiativeNamed } from './named.ts';

/** What came of it. */
export type StartedBranch =
  | {
      readonly branch: string;
      readonly initiative: string;
      /** A sentence for the person where not all went well: a hook failed, or changes stayed in the stash. */
      readonly notice?: string | undefined;
    }
  | {
      /** Nothing happened: git would have overwritten what is not committed in these files. */
      readonly wouldOverwrite: readonly string[];
    };

export const startBranch = action({
  name: 'startBranch',
  title: () => t('Start Branch'),
  input: z.object({
    initiative: recordInput('initiative', () => t('What will you work on?')),
    name: field(filled, () => t('The name of the branch')),
    base: z.optional(field(filled, () => t('The branch or commit it starts from. Without it, what is checked out.'))),
    uncommitted: z.optional(
      field(z.enum(['carry', 'stash']), () =>
        t('What to do with uncommitted changes: bring them along, or stash them and restore them after.'),
      ),
    ),
    file: fileInput,
  }),
  signs: () => true,
  async run(because, { initiative: key, name, base, uncommitted = 'carry', file = '.' }): Promise<StartedBranch> {
    // It may have gone meanwhile: a branch for nothing is not what was asked for.
    const initiative = await initiativeNamed(because, key);
    const port = gitPort(because);
    const outcome = await start(gitAt(port, file), { name, base, uncommitted });
    if (outcome.kind === 'would-overwrite') return { wouldOverwrite: outcome.files };
    await port.changed?.(fileAt(port, file));
    const repos = reposOf(await checkedOut(port, file));
    // A key in the name links it; without one, a record does.
    if (initiativeOfBranch(because.library, name, repos)?.id !== initiative.id) {
      await linkBranch.run(because, { branch: name, initiative: initiative.id, ...(repos[0] && { repo: repos[0] }) });
    }
    return { branch: name, initiative: initiative.id, ...(outcome.notice !== undefined && { notice: outcome.notice }) };
  },
});
