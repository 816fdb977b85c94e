/** What git tells of the work: commits, where a line comes from, what was done to a file. Facts only, no whys. */
import { oneLine } from '../text/foreignText.ts';

export interface Commit {
  /** 40 hex digits, or 64 where the repository hashes with SHA-256. */
  readonly hash: string;
  /** A merge has more than one; the first commit has none. */
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  /** When it was authored, in milliseconds since 1970. */
  readonly authored: number;
  /** The whole message, subject and body. */
  readonly message: string;
}

/** Where a line of a file comes from. */
export type LineOrigin = { readonly kind: 'uncommitted' } | CommittedOrigin;

export interface CommittedOrigin {
  readonly kind: 'commit';
  readonly commit: Commit;
  /** The file in that commit, from the repository's root. */
  readonly path: string;
  /** The line in that commit, counted from 1. */
  readonly line: number;
  /** The file in the commit's parent; undefined where the commit brought the file itself, or its parent is not here. */
  readonly previous: FileVersion | undefined;
  /** Whether a shallow clone ends here, so that the line may be older. */
  readonly isCutOff: boolean;
  /**
   * The merges that brought the commit in: the nearest to it first, the last one on the line of first parents of what
   * is checked out. Empty where it was committed on that line.
   */
  readonly merges: readonly Commit[];
}

/** A file as one commit has it. */
export interface FileVersion {
  readonly hash: string;
  /** From the repository's root. */
  readonly path: string;
}

/** Where a line was before the commit that it was last known to come from. */
export interface EarlierOrigin extends CommittedOrigin {
  /** Whether that commit changed nothing of the line but its layout: white space, breaks, quotes, commas. */
  readonly wasReformatted: boolean;
}

/** That a commit changed a file. */
export interface FileChange {
  readonly commit: Commit;
  /** The file's path at that commit, from the repository's root. */
  readonly path: string;
}

/** How many lines of a file as it is today come from one commit. */
export interface LineShare {
  /** Undefined for lines that are not committed. */
  readonly hash: string | undefined;
  readonly lines: number;
}

/** A branch, local or of a remote. */
export interface Branch {
  /** `feature/PAY-142`, or `origin/feature/PAY-142` of a remote. */
  readonly name: string;
  readonly remote: string | undefined;
  readonly hash: string;
  /** When its newest commit was committed, in milliseconds since 1970. */
  readonly committed: number;
  readonly subject: string;
}

/** A remote of a repository. */
export interface Remote {
  readonly name: string;
  /** Where git fetches from: a URL of any form, or a path. */
  readonly url: string;
}

/** The branch that others merge into. */
export interface DefaultBranch {
  /** `main`, without a remote. */
  readonly name: string;
  /** What git knows it by here: `origin/main` where a remote has it, else `main`. */
  readonly ref: string;
}

/** Where a local branch was pushed to. */
export interface Upstream {
  readonly remote: string;
  /** The branch's name on the remote. */
  readonly name: string;
  /** Commits that only this side or only the other side has, as of the last fetch. */
  readonly ahead: number;
  readonly behind: number;
}

/** The first line of its message; empty where that is. */
export const subjectOf = ({ message }: Pick<Commit, 'message'>): string => oneLine(message.split('\n', 1)[0] ?? '');

/** As much of a hash as people read. */
export const shortHash = (hash: string): string => hash.slice(0, 8);
