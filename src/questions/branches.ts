/** The branches there are, by the names people call them. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { fileInput } from '../core/library/inputs.ts';
import type { Branch } from '../core/work/facts.ts';
import { localName } from '../core/work/unlinked.ts';
import { branches as branchesIn } from '../git/branches.ts';
import { question } from './question.ts';
import { workAt } from './work.ts';

/** Newest first, and of a name that several remotes have, one. */
export interface BranchesKnown {
  readonly checkedOut: readonly Branch[];
  readonly others: readonly Branch[];
}

export const branches = question({
  name: 'branches',
  title: () => t('Branches'),
  help: () => t('The branches by name: the one that is checked out, then the others, newest first.'),
  input: z.object({ file: fileInput }),
  async answer(asked, { file }): Promise<BranchesKnown> {
    const { git, branch: current } = await workAt(asked, file);
    const byName = new Map<string, Branch>();
    for (const branch of await branchesIn(git)) {
      const name = localName(branch);
      // A local branch counts before what a remote has under its name.
      if (name !== 'HEAD' && (branch.remote === undefined || !byName.has(name))) byName.set(name, branch);
    }
    const all = [...byName].map(([name, branch]) => ({ name, branch }));
    const those = (isCurrent: boolean) =>
      all.filter(({ name }) => (name === current) === isCurrent).map(({ branch }) => branch);
    return { checkedOut: those(true), others: those(false) };
  },
});
