/** Why a commit was made: what it says, what is said of it, and where it came from. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { fileInput } from '../core/library/inputs.ts';
import type { Commit } from '../core/work/facts.ts';
import { type Why, whyOf } from '../core/work/why.ts';
import { defaultBranch, isAncestor } from '../git/branches.ts';
import { commit as commitOf } from '../git/commits.ts';
import { mergesOf } from '../git/lineOrigin.ts';
import type { GitFolder } from '../git/program.ts';
import { around } from './circumstances.ts';
import { commitInput } from './commits.ts';
import { question } from './question.ts';
import { told } from './told.ts';
import { type WorkAsked, workAt } from './work.ts';

/** `Why This Commit?` */
export const explainCommit = question({
  name: 'explainCommit',
  title: () => t('Why This Commit?'),
  help: () => t('Why a commit was made: its initiative, the problem and the evidence.'),
  input: z.object({ commit: commitInput, file: fileInput }),
  async answer(asked, { commit: name, file }) {
    const work = await workAt(asked, file);
    const [commit, merges] = await Promise.all([commitOf(work.git, name), mergesOf(work.git, name)]);
    return told(work, { beginning: { commit, merges }, why: await whyCommitted(work, { commit, merges }) });
  },
});

/**
 * Why a commit was made that the merges brought in. One that is on the checked-out branch alone is that branch's work,
 * where nothing else tells; what a file it changed is linked to comes last. Throws as `GitFolder` does.
 */
export async function whyCommitted(
  { library, git, repos, remotes, branch }: WorkAsked,
  {
    path,
    ...known
  }: { readonly commit: Commit; readonly merges: readonly Commit[]; readonly path?: string | undefined },
): Promise<Why> {
  const circumstances = { ...(await around(library, git, known)), repos, remotes };
  const why = whyOf(library, circumstances);
  if (why.via) return why;
  const isBranchs = branch !== undefined && !(await isMerged(git, branch, known.commit));
  return whyOf(library, { ...circumstances, path, branch: isBranchs ? branch : undefined });
}

/** Whether a commit is on the branch that others are merged into. */
async function isMerged(git: GitFolder, branch: string, { hash }: Commit): Promise<boolean> {
  const main = await defaultBranch(git);
  return main?.name === branch || (main !== undefined && (await isAncestor(git, hash, main.ref)));
}
