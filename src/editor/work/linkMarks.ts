/** By what linked work is found again when its hash is another, or no message names it: asked of git, without a question. */

import { readPullRequest } from '../../core/hosts/pages.ts';
import type { Commit } from '../../core/work/facts.ts';
import { headsOfPullRequest } from '../../git/branches.ts';
import { commit as commitOf } from '../../git/commits.ts';
import { patchIdSince, patchIds } from '../../git/patchIds.ts';
import type { GitFolder } from '../../git/program.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { gitAt, placeOf } from './place.ts';

/** What a link record keeps of a commit besides its hash. */
export const commitMarks =
  (workspace: Workspace) =>
  async <Input extends { readonly commit: string; readonly patch?: string | undefined }>(
    folder: Folder,
    input: Input,
  ): Promise<Input> => ({
    ...(await found(workspace, folder, async (git) => {
      const { hash }: Commit = await commitOf(git, input.commit);
      return { patch: (await patchIds(git, [hash])).get(hash) };
    })),
    ...input,
  });

/** What a link record keeps of a pull request besides its address, as far as its commits were fetched. */
export const requestMarks =
  (workspace: Workspace) =>
  async <Input extends { readonly pr: string; readonly heads?: readonly string[] | undefined }>(
    folder: Folder,
    input: Input,
  ): Promise<Input> => ({
    ...(await found(workspace, folder, async (git) => {
      const number = readPullRequest(input.pr)?.number;
      return { heads: number === undefined ? undefined : await headsOfPullRequest(git, number) };
    })),
    ...input,
  });

/** The same of the branch that is checked out, of which a pull request is made into `base`. */
export async function branchMarks(git: GitFolder, base: string): Promise<{ heads?: string[]; patch?: string }> {
  try {
    const { hash } = await commitOf(git, 'HEAD');
    const patch = await patchIdSince(git, base, hash);
    return { heads: [hash], ...(patch !== undefined && { patch }) };
  } catch (error) {
    logError(error);
    return {};
  }
}

/** A link without these says what it has to say: without git, or in Restricted Mode, they are left out. */
async function found<Marks extends object>(
  workspace: Workspace,
  folder: Folder,
  ask: (git: GitFolder) => Promise<Marks>,
): Promise<Partial<Marks>> {
  try {
    const marks = await ask(gitAt(workspace, placeOf(workspace, folder)));
    return Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== undefined)) as Partial<Marks>;
  } catch (error) {
    logError(error);
    return {};
  }
}
