/** Reads commits: one by its name, the newest, and those between two. */
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { Commit } from '../core/work/facts.ts';
import { COMMIT_ARGS, commitsFrom } from './commitFields.ts';
import { isEmptyRepository } from './failures.ts';
import { type GitFolder, revision } from './program.ts';

export interface CommitsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where to start: a branch or commit, instead of what is checked out. */
  readonly rev?: string | undefined;
  /** Whether merges are among them, as they are by default. */
  readonly merges?: boolean | undefined;
}

/** One commit by its hash, branch or tag. Throws `not-found`, `bad-input` for what is no name, and as `GitFolder` does. */
export async function commit(git: GitFolder, rev: string, signal?: AbortSignal): Promise<Commit> {
  // A tag leads to its commit; a file is none.
  const [found] = await log(git, [`${revision(rev)}^{commit}`], 1, { signal }).catch((error: unknown) => {
    if (error instanceof BecauseError && error.code === 'not-found') return [];
    throw error;
  });
  if (found) return found;
  throw new BecauseError('not-found', t('There is no commit {0} here.', rev), {
    next: t('Fetch from the remote, then try again.'),
  });
}

/** Commits by their whole hashes, in this order. Throws as `GitFolder` does. */
export async function commitsOf(git: GitFolder, hashes: readonly string[], signal?: AbortSignal): Promise<Commit[]> {
  // Asked for nothing, git would tell of what is checked out.
  if (hashes.length === 0) return [];
  const args = ['log', ...COMMIT_ARGS, '--no-walk=unsorted', '--stdin'];
  const output = await git.run(args, { input: hashes.map((hash) => `${hash}\n`).join(''), buffered: true, signal });
  const found = new Map(commitsFrom(output).map((commit) => [commit.hash, commit]));
  return hashes.flatMap((hash) => found.get(hash) ?? []);
}

/** The newest commits, newest first; none where nothing has been committed. Throws as `GitFolder` does. */
export function recentCommits(git: GitFolder, most: number, options: CommitsOptions = {}): Promise<Commit[]> {
  return log(git, [revision(options.rev ?? 'HEAD')], most, options);
}

/** What `head` has and `base` has not, newest first. Throws `not-found` where one is missing, and as `GitFolder` does. */
export function commitsBetween(
  git: GitFolder,
  base: string,
  head: string,
  most = 250,
  options: Omit<CommitsOptions, 'rev'> = {},
): Promise<Commit[]> {
  return log(git, [revision(head), `^${revision(base)}`], most, options);
}

async function log(
  git: GitFolder,
  revisions: readonly string[],
  most: number,
  { signal, merges = true }: CommitsOptions,
): Promise<Commit[]> {
  const args = ['log', ...COMMIT_ARGS, `--max-count=${most}`, ...(merges ? [] : ['--no-merges']), ...revisions, '--'];
  try {
    return commitsFrom(await git.run(args, { signal, buffered: true }));
  } catch (error) {
    if (isEmptyRepository(error)) return [];
    throw error;
  }
}
