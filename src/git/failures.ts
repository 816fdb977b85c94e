/** Turns git's error messages into sentences for a person, with what to do next. */

import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { BecauseError, type ErrorCode } from '../core/base/errors.ts';
import { plural, t } from '../core/base/l10n.ts';
import { oneLine } from '../core/text/foreignText.ts';

interface Failure {
  readonly sign: RegExp;
  readonly code?: ErrorCode;
  readonly says: (folder: string, found: string) => string;
  readonly next?: (folder: string) => string;
}

const NO_COMMIT =
  /no such ref: HEAD|bad revision 'HEAD'|does not have any commits yet|ambiguous argument 'HEAD'|initial commit yet/;

const DAMAGED: Failure = {
  sign: /not a git repository: .|invalid gitfile format|bad config|bad numeric config/,
  says: (folder) => t('The repository of {0} is damaged.', folder),
  next: () => t('Run “git status” there in a terminal to see what git says.'),
};

const NO_REPOSITORY: Failure = {
  sign: /not a git repository|must be run in a work tree/,
  code: 'no-git',
  says: (folder) => t('{0} is not in a git repository.', folder),
  next: () => t('Open a folder of a repository, or run “git init” in this one.'),
};

/** In this order: the first that fits counts. */
const FAILURES: readonly Failure[] = [
  {
    sign: /dubious ownership|unsafe repository/,
    code: 'untrusted',
    says: (folder) => t('Git does not read {0}, because the folder belongs to somebody else.', folder),
    next: (folder) => t('If you trust it, run: git config --global --add safe.directory "{0}"', folder),
  },
  {
    sign: /expected git repo version|unknown repository extension/i,
    says: (folder) => t('The repository of {0} was made by a newer git.', folder),
    next: () => t('Update git, then try again.'),
  },
  {
    sign: /Cannot (?:lstat|stat|open|readlink) '(.*)'/,
    code: 'not-found',
    says: (_, name) => t('{0} is not on the disk: it was deleted, or this checkout is sparse.', name),
    next: () => t('Bring it back with “git checkout” or “git sparse-checkout add”.'),
  },
  DAMAGED,
  NO_REPOSITORY,
  {
    sign: NO_COMMIT,
    says: () => t('This repository has no commit yet.'),
    next: () => t('Commit something first.'),
  },
  {
    sign: /transport '[^'\n]*' not allowed|lazy fetching disabled|could not fetch \S+ from promisor/,
    says: () => t('This clone is partial: git would have to fetch what it needs from the remote first.'),
    next: () => t('Run “git blame” or “git log --patch” on the file in a terminal once, which fetches it.'),
  },
  {
    sign: /^fatal: no such path '(.*)' in |is outside repository|outside of repository/m,
    says: (_, name) => (name ? t('{0} is not in git.', name) : t('This file is not in the repository.')),
    next: () => t('Commit the file first.'),
  },
  {
    sign: /^fatal: file .* has only (\d+) lines?/m,
    says: (_, lines) => plural(Number(lines), 'The file has only {0} line.', 'The file has only {0} lines.'),
  },
  {
    sign: /bad object|no such commit|not a (?:tree|commit) object|unable to read|unable to (?:parse|unpack)|is empty|corrupt|missing (?:blob|tree|commit)|could not read|cannot read|failed to (?:read|traverse)|inflate/i,
    says: (folder) => t('The repository of {0} is damaged: git cannot read all of it.', folder),
    next: () => t('Run “git fsck” there in a terminal.'),
  },
  {
    sign: /unknown revision|bad revision|not a valid (?:object name|commit)|Needed a single revision/i,
    code: 'not-found',
    says: () => t('There is no such commit or branch here.'),
    next: () => t('Fetch from the remote, then try again.'),
  },
];

/** The error for a git that failed: `git-failed`, or a more exact one by its message. */
export function failed(folder: string, cause: GitEnd): BecauseError {
  const { complaint } = cause;
  for (const failure of FAILURES) {
    const found = failure.sign.exec(complaint);
    if (!found) continue;
    // Git reports a repository with an unreadable HEAD as no repository.
    const isThere = failure === NO_REPOSITORY && hasRepository(folder);
    const { code = 'git-failed', says, next } = isThere ? DAMAGED : failure;
    return new BecauseError(code, says(folder, found[1] ?? ''), { next: next?.(folder), cause });
  }
  return new BecauseError('git-failed', t('Git failed: {0}', firstLine(complaint) || t('it did not say why.')), {
    next: t('Run the same in a terminal to see more.'),
    cause,
  });
}

function hasRepository(folder: string): boolean {
  const above = path.dirname(folder);
  return existsSync(path.join(folder, '.git')) || (above !== folder && hasRepository(above));
}

/** The error for a git that could not be started. */
export function notRun(folder: string, cause: unknown): BecauseError {
  if (!existsSync(folder)) return new BecauseError('not-found', t('{0} no longer exists.', folder), { cause });
  return new BecauseError('no-git', t('Git was not found.'), {
    next: t('Install git, or set “git.path” to where it is.'),
    cause,
  });
}

/** The first line of git's message, without its prefix and control characters. */
function firstLine(complaint: string): string {
  const line =
    complaint.split('\n').find((one) => /^(fatal|error):/.test(one)) ?? complaint.trim().split('\n')[0] ?? '';
  const plain = oneLine(line.replace(/^(fatal|error): /, ''));
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}

/** How git failed: the cause of a `git-failed`. */
export class GitEnd extends Error {
  override readonly name = 'GitEnd';
  readonly exit: number | null;
  /** What git wrote to its standard error. */
  readonly complaint: string;

  constructor(args: readonly string[], exit: number | null, complaint: string) {
    super(`git ${args.join(' ')} ended with ${exit ?? 'a signal'}: ${complaint}`);
    this.exit = exit;
    this.complaint = complaint;
  }

  get saysNo(): boolean {
    return this.exit === 1 && this.complaint.trim() === '';
  }
}

/** How git failed, if this error is git's. */
export const endOf = (error: unknown): GitEnd | undefined =>
  error instanceof BecauseError && error.cause instanceof GitEnd ? error.cause : undefined;

/** Git's error message; empty if this error is not git's. */
export const complaintOf = (error: unknown): string => endOf(error)?.complaint ?? '';

/** Whether git failed because no commit holds the file. */
export const isNotCommitted = (error: unknown): boolean => /no such path '/.test(complaintOf(error));

/** Whether git failed because there is no commit yet. */
export const isEmptyRepository = (error: unknown): boolean => NO_COMMIT.test(complaintOf(error));
