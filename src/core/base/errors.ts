/** The one way an expected failure is told: a code for programs, what happened, and what to do next. */
import { oneLine } from '../text/foreignText.ts';
import { t } from './l10n.ts';

export type ErrorCode =
  | 'not-found'
  | 'ambiguous'
  | 'bad-input'
  | 'no-member'
  | 'new-key'
  | 'left-out'
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

/** What went wrong where nothing was wrong with what was asked: a disk, a program or a host failed. */
const FAILURES: ReadonlySet<ErrorCode> = new Set([
  'not-writable',
  'disk-full',
  'git-failed',
  'timed-out',
  'host-refused',
]);

/** A verb of the product that does the next step. */
export interface Remedy {
  readonly verb: string;
  /** What its button says. */
  readonly title: string;
}

interface Details {
  readonly next?: string | undefined;
  readonly remedy?: Remedy | undefined;
  readonly cause?: unknown;
}

/** An expected failure, told on one line whatever names and paths it tells of. Anything else that is thrown is a bug. */
export class BecauseError extends Error {
  override readonly name = 'BecauseError';
  readonly code: ErrorCode;
  /** What the person can do about it, as one sentence. */
  readonly next: string | undefined;
  readonly remedy: Remedy | undefined;

  constructor(code: ErrorCode, message: string, { next, remedy, cause }: Details = {}) {
    super(oneLine(message), cause === undefined ? undefined : { cause });
    this.code = code;
    this.next = next && oneLine(next);
    this.remedy = remedy;
  }

  /** Whether something failed, and not merely was refused: then the log may tell more. */
  get isFailure(): boolean {
    return FAILURES.has(this.code);
  }
}

/** A record that is shown, but not edited: `keptIn` names the tool that has it, where it has no file. */
export function notEdited(path: string, keptIn: string | undefined): BecauseError {
  if (keptIn !== undefined) {
    return new BecauseError('not-editable', t('{0} is stored in {1}.', path, keptIn), { next: t('Change it there.') });
  }
  return new BecauseError('newer-schema', t('{0} was written by a newer version of Because.', path), {
    next: t('Update Because to edit it.'),
  });
}
