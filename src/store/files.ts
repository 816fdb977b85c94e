/** The one disk port: what the store needs of a folder, whoever provides it. Paths are relative, with `/`. */
import { BecauseError } from '../core/base/errors.ts';
import type { Disposable } from '../core/base/events.ts';
import { t } from '../core/base/l10n.ts';
import { TEAM_FILE } from '../core/kinds/team.ts';

/** The folder inside a context folder where what is being written waits its turn; no record is ever in it. */
export const WRITING = '.writing';

export interface FileInfo {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Changes whenever the file does, as far as the disk can tell without reading it. */
  readonly version: string;
  /** Why it must not be opened, where it must not. */
  readonly refused?: Refusal;
  /** Whether it is a folder: told of those that are refused, with all that is in them. */
  readonly isFolder?: boolean;
}

export type Refusal = 'outside-folder' | 'root-outside' | 'unreadable' | 'too-deep' | 'too-many';

/** What becomes of one file. */
export interface FileChange {
  readonly path: string;
  /** What it must hold until now; undefined: nothing, it must not be there. */
  readonly before: string | undefined;
  /** What it holds afterwards; undefined: it is not there any more. */
  readonly after: string | undefined;
  /** The path it has afterwards, where that is another; nothing may be there. */
  readonly to?: string | undefined;
}

/** What the caller does with its own means, after all else and in the same turn: where it throws, all is taken back. */
export interface LastStep {
  /** The files it gives other paths. */
  readonly moves: readonly FileChange[];
  run(): Promise<void>;
}

export interface Files {
  /** The files below a path, in folders too, some at a time; nothing where nothing is there. Gives way by itself. */
  list(below?: string): AsyncIterable<readonly FileInfo[]>;
  /** The file's state; undefined where there is no file. */
  stat(path: string): Promise<FileInfo | undefined>;
  /** The file's text; undefined where it is not UTF-8. Throws `BecauseError` `not-found` where there is no file. */
  read(path: string): Promise<string | undefined>;
  /**
   * Changes files in this order, all of them or none, and makes their folders; nobody else writes between the check of
   * what they hold and the changing. Throws `BecauseError`: `changed-underneath`, `already-exists`, `not-writable`,
   * `disk-full`, `outside-folder`, `timed-out`.
   */
  write(changes: readonly FileChange[], last?: LastStep): Promise<void>;
  /**
   * Waits until no other process writes here; others wait until this is disposed, which must be soon: after three
   * seconds they go on all the same. For what is not written through this port. Throws as `write` does.
   */
  alone?(): Promise<Disposable>;
  /** Resolves when nobody is in the middle of changing several files; takes back what was left there. Throws as `write` does. */
  settled?(): Promise<void>;
  /** Tells of changed, new and gone paths (files or folders). */
  watch?(changed: (paths: readonly string[]) => void): Disposable;
}

/** What is listed of a context folder that is a link to where nobody looked: the team's file stands for all others. */
export function leadingOut(): FileInfo {
  return { path: TEAM_FILE, size: 0, version: '', refused: 'root-outside' };
}

/** The error of a file that is not what it was when it was read. */
export function changed(path: string): BecauseError {
  return new BecauseError('changed-underneath', t('{0} changed while you were editing it.', path), {
    next: t('Nothing was written. Look at the file, then try again.'),
  });
}

/** The error of a file that is already there. */
export function exists(path: string): BecauseError {
  return new BecauseError('already-exists', t('{0} already exists.', path), { next: t('Choose another id.') });
}

/** The error of a path that lies, by its name or through links, where nothing is read or written. */
export function outsideFolder(path: string): BecauseError {
  return new BecauseError('outside-folder', t('{0} is outside the records folder.', path), {
    next: t('Choose a name without “..”, or remove the link that leads outside.'),
  });
}
