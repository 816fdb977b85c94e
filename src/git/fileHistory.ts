/** What was done to a file over time, and whose lines stand in it today. */
import type { FileChange, LineShare } from '../core/work/facts.ts';
import { blame } from './blame.ts';
import { CHANGE_ARGS, changesFrom } from './commits.ts';
import { isEmptyRepository } from './failures.ts';
import type { GitFolder } from './program.ts';

export interface HistoryOptions {
  readonly signal?: AbortSignal | undefined;
  /** Changes wanted at most, the newest; 10,000 by default. */
  readonly most?: number | undefined;
}

/**
 * The commits that changed a file, newest first, renames followed; none where nothing has been committed. Lines are not
 * counted: in a file of 20,000 lines that takes git forty times as long (see `lineShares`). Throws as `GitFolder` does.
 *
 * @param path from where git runs
 */
export async function fileHistory(
  git: GitFolder,
  path: string,
  { signal, most = 10_000 }: HistoryOptions = {},
): Promise<FileChange[]> {
  try {
    const args = ['log', '--follow', `--max-count=${most}`, ...CHANGE_ARGS, 'HEAD', '--', path];
    return changesFrom(await git.run(args, { signal, buffered: true }));
  } catch (error) {
    if (isEmptyRepository(error)) return [];
    throw error;
  }
}

export interface SharesOptions {
  readonly signal?: AbortSignal | undefined;
  /** The file as it is in the editor; else as it is on the disk. */
  readonly contents?: Uint8Array | string | undefined;
}

/**
 * How many of the file's lines come from which commit, most lines first; lines moved keep their commit. Throws
 * `git-failed` where the file is not in git, and as `GitFolder` does.
 */
export async function lineShares(git: GitFolder, path: string, options: SharesOptions = {}): Promise<LineShare[]> {
  const lines = new Map<string, number>();
  for await (const { hash, count } of blame(git, { ...options, path })) {
    lines.set(hash, (lines.get(hash) ?? 0) + count);
  }
  return [...lines]
    .map(([hash, count]) => ({ hash: /^0+$/.test(hash) ? undefined : hash, lines: count }))
    .sort((a, b) => b.lines - a.lines);
}
