/** Which initiatives shaped a file: by the lines of it that stand today, and by the time they were at it. */

import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Commit, FileChange, LineShare } from './facts.ts';
import { among, type KnownCommits, whyOf, whyOnBranch } from './why.ts';

/** What git knows of a file. */
export interface FileFacts extends KnownCommits {
  /** Newest first. */
  readonly changes: readonly FileChange[];
  /** Whose the lines are today; undefined while that is not known, since it takes git much longer than the rest. */
  readonly shares: readonly LineShare[] | undefined;
  /** Commits that only changed other files, from which lines were moved here. */
  readonly moved?: readonly Commit[] | undefined;
  /** The file, from the workspace folder: its own links speak for commits without a why of their own. */
  readonly path?: string | undefined;
}

/** What one initiative, or work without a why, did to a file. */
export interface Shaping {
  /** Undefined for the work without a why. */
  readonly initiative: Initiative | undefined;
  /** Lines that stand today; those of a commit for several initiatives count for each in equal parts. */
  readonly lines: number;
  /** Of all committed lines, from 0 to 1; 0 where the file has none, undefined while it is not known. */
  readonly share: number | undefined;
  /** Newest first; none while nothing is committed. */
  readonly commits: readonly Commit[];
  /** When its first and last commits were authored, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** What shapes a file that no commit holds: what its branch is for. */
export function shapedOnBranch(library: Library, branch: string | undefined, repos: readonly string[]): Shaping[] {
  const { initiatives } = whyOnBranch(library, branch, repos);
  const nothing = { lines: 0, share: 1 / initiatives.length, commits: [], from: 0, to: 0 };
  return initiatives.map((initiative) => ({ initiative, ...nothing }));
}

/** What shaped a file, the largest share first, the work without a why last. */
export function shapedBy(library: Library, facts: FileFacts): readonly Shaping[] {
  const { changes, shares, moved = [], path } = facts;
  const linesOf = new Map<string, number>();
  for (const { hash, lines } of shares ?? []) if (hash) linesOf.set(hash, (linesOf.get(hash) ?? 0) + lines);
  const total = [...linesOf.values()].reduce((sum, lines) => sum + lines, 0);
  const shapings = new Map<Initiative | undefined, { lines: number; commits: Commit[] }>();
  const commits = [...changes.map(({ commit }) => commit), ...moved].sort((a, b) => b.authored - a.authored);
  for (const commit of commits) {
    const { initiatives } = whyOf(library, { ...among(facts, commit), path });
    const lines = linesOf.get(commit.hash) ?? 0;
    // Merges bring what others wrote: only lines of their own are theirs.
    if (commit.parents.length > 1 && lines === 0) continue;
    for (const initiative of initiatives.length > 0 ? initiatives : [undefined]) {
      const shaping = shapings.get(initiative) ?? { lines: 0, commits: [] };
      shaping.lines += lines / Math.max(1, initiatives.length);
      shaping.commits.push(commit);
      shapings.set(initiative, shaping);
    }
  }
  return [...shapings]
    .map(([initiative, { lines, commits }]): Shaping => {
      const share = shares && (total === 0 ? 0 : lines / total);
      return { initiative, lines, share, commits, from: commits.at(-1)?.authored ?? 0, to: commits[0]?.authored ?? 0 };
    })
    .sort(
      (a, b) =>
        Number(a.initiative === undefined) - Number(b.initiative === undefined) ||
        b.lines - a.lines ||
        b.commits.length - a.commits.length,
    );
}
