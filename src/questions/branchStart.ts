/** What a branch for an initiative could start from, and what it would be called. */
import * as z from 'zod/mini';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { fileInput, recordInput } from '../core/library/inputs.ts';
import { initiativeKnown } from '../core/library/query.ts';
import { branchName } from '../core/work/branchName.ts';
import type { Branch } from '../core/work/facts.ts';
import { branches, defaultBranch } from '../git/branches.ts';
import { gitAt, gitPort } from '../git/port.ts';
import { question } from './question.ts';

export interface BranchStart {
  /** A name that says what the branch is for. */
  readonly name: string;
  /** The names of branches there are here already. */
  readonly taken: readonly string[];
  /** The branch everything is merged into, here and on its remote: most work starts there. */
  readonly main: readonly Branch[];
  /** Newest first. */
  readonly others: readonly Branch[];
}

/** `Start Branch` */
export const branchStart = question({
  name: 'branchStart',
  title: () => t('Start Branch'),
  help: () => t('What a branch for an initiative can start from, and a name for it.'),
  input: z.object({
    initiative: recordInput('initiative', () => t('The id or key of the initiative.')),
    file: fileInput,
    template: z.optional(
      field(z.string(), () => t('The pattern of branch names, with {type}, {key}, {slug} and {user}.')),
    ),
    most: z.optional(field(z.number(), () => t('The longest a name may be, in characters.'))),
  }),
  async answer(asked, { initiative, file = '.', template, most }): Promise<BranchStart> {
    const git = gitAt(gitPort(asked), file, asked.signal);
    const [all, main, user] = await Promise.all([branches(git), defaultBranch(git), asked.me()]);
    const isMain = ({ name }: Branch) => name === main?.name || name === main?.ref;
    return {
      name: branchName(initiativeKnown(asked.library, initiative), { template, most, user }),
      taken: all.flatMap(({ name, remote }) => (remote === undefined ? name : [])),
      main: all.filter(isMain).sort((a, b) => a.name.length - b.name.length),
      others: all.filter((branch) => !isMain(branch)),
    };
  },
});
