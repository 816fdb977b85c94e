/** Reads commits: one by its name, the newest, and those between two. */
import { BecauseError } from '../../core/errors.ts';
import { t } from '../../core/l10n.ts';
import type { Commit } from '../../core/work/facts.ts';
import { isEmptyRepository } from './failures.ts';
import { Objects } from './objects.ts';
import { type GitFolder, revision } from './program.ts';

export interface CommitsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where to start: a branch or commit, instead of what is checked out. */
  readonly rev?: string | undefined;
  /** Whether merges are among them, as they are by default. */
  readonly merges?: boolean | undefined;
}

/** The fields of a commit, each ended by a zero byte, which no field can hold. */
export const COMMIT_FORMAT = '%H%x00%P%x00%an%x00%ae%x00%at%x00%B%x00';
export const COMMIT_FIELDS = 6;

/** A commit from the fields of `COMMIT_FORMAT`. */
export function commitFromFields(fields: readonly string[]): Commit {
  const [hash = '', parents = '', author = '', email = '', seconds = '', message = ''] = fields;
  return {
    hash,
    parents: parents.split(' ').filter(Boolean),
    author,
    email,
    authored: Number(seconds) * 1000,
    message,
  };
}

/** One commit by its hash, branch or tag. Throws `not-found`, `bad-input` for what is no name, and as `GitFolder` does. */
export async function commit(git: GitFolder, rev: string, signal?: AbortSignal): Promise<Commit> {
  const objects = new Objects(git, { signal });
  try {
    const [found] = await objects.commits([revision(rev)]);
    if (found) return found;
  } finally {
    objects.close();
  }
  throw new BecauseError('not-found', t('There is no commit {0} here.', rev), {
    next: t('Fetch from the remote, then try again.'),
  });
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
  const args = ['log', '-z', `--max-count=${most}`, `--format=tformat:${COMMIT_FORMAT}`, '--no-patch'];
  try {
    const output = await git.run([...args, ...(merges ? [] : ['--no-merges']), ...revisions, '--'], {
      signal,
      buffered: true,
    });
    const fields = output.toString('utf8').split('\0');
    const commits: Commit[] = [];
    // One zero byte more ends each commit.
    for (let at = 0; at + COMMIT_FIELDS < fields.length; at += COMMIT_FIELDS + 1) {
      commits.push(commitFromFields(fields.slice(at, at + COMMIT_FIELDS)));
    }
    return commits;
  } catch (error) {
    if (isEmptyRepository(error)) return [];
    throw error;
  }
}
