/** Work without a why: branches and commits that name no initiative, problem or evidence. */
import type { Library } from '../library/library.ts';
import type { Branch, Commit } from './facts.ts';
import { whyOfBranch } from './links.ts';
import { among, type KnownCommits, whyOf } from './why.ts';

/** What is looked through. */
export interface RecentWork extends KnownCommits {
  /** Newest first. */
  readonly branches: readonly Branch[];
  /** Newest first. */
  readonly commits: readonly Commit[];
  /** The branch that everything is merged into: it is for everything, so nobody asks what for. */
  readonly defaultBranch: string | undefined;
  /** The branch checked out, and the commits that are on it alone: they are its work. */
  readonly branch: string | undefined;
  readonly ofBranch: ReadonlySet<string>;
}

export interface UnlinkedWork {
  readonly branches: readonly Branch[];
  readonly commits: readonly Commit[];
}

/** The work without a why. Merges say what their branches say, so they are not asked. */
export function unlinkedWork(library: Library, recent: RecentWork): UnlinkedWork {
  const { branches, commits, repos, defaultBranch, ofBranch } = recent;
  const isExplained = (name: string) => whyOfBranch(library, name, repos).by !== 'nothing';
  const isWhyless = (commit: Commit) => {
    const branch = ofBranch.has(commit.hash) ? recent.branch : undefined;
    return whyOf(library, { ...among(recent, commit), branch }).via === undefined;
  };
  const shown = new Set<string>();
  return {
    branches: branches.filter((branch) => {
      const name = localName(branch);
      if (name === 'HEAD' || name === defaultBranch || shown.has(name)) return false;
      shown.add(name);
      return !isExplained(name);
    }),
    commits: commits.filter((commit) => commit.parents.length < 2 && isWhyless(commit)),
  };
}

/** A branch's name without its remote: what link records and people call it. */
export function localName({ name, remote }: Branch): string {
  return remote !== undefined && name.startsWith(`${remote}/`) ? name.slice(remote.length + 1) : name;
}
