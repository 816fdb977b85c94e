/** The one way an expected failure is told: a code for programs, what happened, and what to do next. */
import { oneLine } from '../text/foreignText.ts';
import { t } from './l10n.ts';

export type ErrorCode =
  | 'not-found'
  | 'ambiguous'
  | 'bad-input'
  | 'no-member'
  | 'already-exists'
  | 'changed-underneath'
  | 'not-editable'
  | 'not-writable'
  | 'disk-full'
  | 'too-large'
  | 'outside-folder'
  | 'newer-schema'
  | 'no-folder'
  | 'no-git'
  | 'git-failed'
  | 'timed-out'
  | 'not-signed-in'
  | 'host-refused'
  | 'untrusted';

/** An expected failure, told on one line whatever names and paths it tells of. Anything else that is thrown is a bug. */
export class BecauseError extends Error {
  override readonly name = 'BecauseError';
  readonly code: ErrorCode;
  /** What the person can do about it, as one sentence. */
  readonly next: string | undefined;

  constructor(code: ErrorCode, message: string, { next, cause }: { next?: string | undefined; cause?: unknown } = {}) {
    super(oneLine(message), cause === undefined ? undefined : { cause });
    this.code = code;
    this.next = next && oneLine(next);
  }
}

/** The error of changing a file that a newer version wrote. */
export function newerSchema(path: string): BecauseError {
  return new BecauseError('newer-schema', t('{0} was written by a newer version of Because.', path), {
    next: t('Update Because to edit it.'),
  });
}
