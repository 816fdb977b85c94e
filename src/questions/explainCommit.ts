/** Why a commit was made: what it says, what is said of it, and where it came from. */
import type { Library } from '../core/library/library.ts';
import type { Beginning } from '../core/why/chain.ts';
import type { Commit } from '../core/work/facts.ts';
import { type Why, whyOf } from '../core/work/why.ts';
import { defaultBranch, isAncestor } from '../git/branches.ts';
import { commit as commitOf } from '../git/commits.ts';
import { mergesOf } from '../git/lineOrigin.ts';
import type { GitFolder } from '../git/program.ts';
import { around } from './circumstances.ts';

/** What a question about work is asked of. */
export interface Asked {
  readonly library: Library;
  readonly git: GitFolder;
  /** The repository, by each of its remotes. */
  readonly repos: readonly string[];
  /** The names of its remotes. */
  readonly remotes?: readonly string[] | undefined;
  /** The branch checked out. */
  readonly branch: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Where a way begins, and why. */
export interface Answer {
  readonly beginning: Beginning;
  readonly why: Why;
}

/** Explains a commit by its hash, branch or tag. Throws `not-found`, and as `GitFolder` does. */
export async function explainCommit(asked: Asked, name: string): Promise<Answer> {
  const { git, signal } = asked;
  const [commit, merges] = await Promise.all([commitOf(git, name, signal), mergesOf(git, name, 'HEAD', signal)]);
  return { beginning: { commit, merges }, why: await whyCommitted(asked, { commit, merges }) };
}

/**
 * Why a commit was made that the merges brought in. One that is on the checked-out branch alone is that branch's work,
 * where nothing else tells; what a file it changed is linked to comes last. Throws as `GitFolder` does.
 */
export async function whyCommitted(
  { library, git, repos, remotes, branch, signal }: Asked,
  {
    path,
    ...known
  }: { readonly commit: Commit; readonly merges: readonly Commit[]; readonly path?: string | undefined },
): Promise<Why> {
  const circumstances = { ...(await around(library, git, known, signal)), repos, remotes };
  const why = whyOf(library, circumstances);
  if (why.via) return why;
  const isBranchs = branch !== undefined && !(await isMerged(git, branch, known.commit, signal));
  return whyOf(library, { ...circumstances, path, branch: isBranchs ? branch : undefined });
}

/** Whether a commit is on the branch that others are merged into. */
async function isMerged(git: GitFolder, branch: string, { hash }: Commit, signal?: AbortSignal): Promise<boolean> {
  const main = await defaultBranch(git);
  return main?.name === branch || (main !== undefined && (await isAncestor(git, hash, main.ref, signal)));
}
