/** What the disk's own errors mean, as sentences that say what to do. */
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { changed, exists } from './files.ts';

/** The disk's name for what went wrong, such as `ENOENT`; undefined for errors that are not the disk's. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Does what is not worth a word where it fails: what others do at the same time, or the next writer does. */
export function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What counts is told by whoever called.
  }
}

/** What went wrong with a reading, in words. */
export function readError(path: string, error: unknown): BecauseError {
  const code = codeOf(error);
  const isGone = code === 'ENOENT' || code === 'ENOTDIR';
  const unread = () => t('{0} could not be read ({1}).', path, code ?? String(error));
  return new BecauseError('not-found', isGone ? t('{0} no longer exists.', path) : unread(), { cause: error });
}

/** The error of a place that takes no files. */
export function notWritable(path: string, cause: unknown): BecauseError {
  return new BecauseError('not-writable', t('{0} cannot be written here.', path), {
    next: t('Check the permissions of the folder, then try again.'),
    cause,
  });
}

/** The error of a context folder that is a link to a place nobody opened. */
export function rootOutside(): BecauseError {
  return new BecauseError(
    'outside-folder',
    t('The records folder is a link to a place outside the folder you opened.'),
    {
      next: t('Nothing was written. Put the folder itself there, or also open the folder it links to.'),
    },
  );
}

/** What went wrong with a write, in words; other errors are bugs and stay what they are. */
export function writeError(path: string, error: unknown): unknown {
  if (error instanceof BecauseError) return error;
  switch (codeOf(error)) {
    case 'EEXIST':
      return exists(path);
    case 'ENOENT':
      return changed(path);
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new BecauseError('disk-full', t('There is no room left on the disk to write {0}.', path), {
        next: t('Nothing was written. Free some space, then try again.'),
        cause: error,
      });
    case 'EBUSY':
    case 'ETXTBSY':
      return new BecauseError('not-writable', t('{0} is in use by another program.', path), {
        next: t('Nothing was written. Close the program that has it open, then try again.'),
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EXDEV':
      return notWritable(path, error);
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return new BecauseError('bad-input', t('{0} cannot be a file name here.', path), { cause: error });
    default:
      return error;
  }
}
