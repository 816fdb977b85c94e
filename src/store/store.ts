/** What the product asks of a place that keeps records: a folder today, a git ref later. */
import type { Disposable, Event } from '../core/base/events.ts';
import type { Library } from '../core/library/library.ts';

export interface LibraryChange {
  readonly library: Library;
  /** The paths that changed, came or went. */
  readonly paths: readonly string[];
}

/** A new file to write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

export interface Store extends Disposable {
  /** The newest snapshot; empty until loaded. */
  readonly library: Library;
  /** Fires after each change, once, with the new snapshot. */
  readonly onDidChange: Event<LibraryChange>;
  /** Reads everything, once; later calls wait for the same reading. */
  load(): Promise<void>;
  /** Reads the paths again (files or folders), or everything. */
  refresh(paths?: readonly string[]): Promise<void>;
  /** Writes a file that must not be there yet. */
  create(file: NewFile): Promise<void>;
  /**
   * Replaces a file's text, as it is now, by what `edit` makes of it. Throws what `edit` throws, and `changed-underneath`
   * when somebody else was faster.
   */
  change(path: string, edit: (text: string) => string): Promise<void>;
  /** Gives a file another name. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file that still holds this text. */
  remove(path: string, text: string): Promise<void>;
}
