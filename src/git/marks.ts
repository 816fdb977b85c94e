/** By what linked work is found again when its hash is another, or no message names it. */
import { BecauseError } from '../core/base/errors.ts';
import { defaultBranch, headsOfPullRequest } from './branches.ts';
import { commit } from './commits.ts';
import { patchIdSince, patchIds } from './patchIds.ts';
import { type GitPort, gitAt, gitPort } from './port.ts';
import type { GitFolder } from './program.ts';

/** What a link record keeps of a commit besides its hash, and of a pull request besides its address. */
export interface Marks {
  readonly patch?: string | undefined;
  readonly heads?: readonly string[] | undefined;
}

/** The marks that are found in the repository a file lies in; a link without these says what it has to say. */
async function found(
  port: { readonly git: GitPort | undefined },
  file: string,
  ask: (git: GitFolder) => Promise<Marks>,
): Promise<Marks> {
  try {
    return await ask(gitAt(gitPort(port), file));
  } catch (error) {
    if (error instanceof BecauseError) return {};
    throw error;
  }
}

type Port = Parameters<typeof found>[0];

export const commitMarks = (port: Port, name: string, file = '.'): Promise<Marks> =>
  found(port, file, async (git) => {
    const { hash } = await commit(git, name);
    return { patch: (await patchIds(git, [hash])).get(hash) };
  });

/** Of a pull request, as far as its commits were fetched. */
export const requestMarks = (port: Port, number: number | undefined, file = '.'): Promise<Marks> =>
  found(port, file, async (git) => ({
    heads: number === undefined ? undefined : await headsOfPullRequest(git, number),
  }));

/** Of the branch that is checked out, of which a pull request is made. */
export const branchMarks = (port: Port, file = '.'): Promise<Marks> =>
  found(port, file, async (git) => {
    const [{ hash }, main] = await Promise.all([commit(git, 'HEAD'), defaultBranch(git)]);
    return { heads: [hash], patch: main && (await patchIdSince(git, main.ref, hash)) };
  });
