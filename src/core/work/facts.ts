/** What git tells of the work: commits, where a line comes from, what was done to a file. Facts only, no reasons. */

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
export type LineOrigin =
  | { readonly kind: 'uncommitted' }
  | {
      readonly kind: 'commit';
      readonly commit: Commit;
      /** The file in that commit, from the repository's root. */
      readonly path: string;
      /** The line in that commit, counted from 1. */
      readonly line: number;
      /** Whether a shallow clone ends here, so that the line may be older. */
      readonly isCutOff: boolean;
      /** The merge that brought the commit into the line of first parents of what is checked out, if one did. */
      readonly mergedBy?: Commit | undefined;
    };

/** What one commit did to a file. */
export interface FileChange {
  readonly commit: Commit;
  /** The file's path at that commit, from the repository's root. */
  readonly path: string;
  /** Lines; 0 where the file is binary. */
  readonly added: number;
  readonly removed: number;
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
