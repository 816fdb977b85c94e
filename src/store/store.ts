/** What the product asks of a place that keeps records: a folder today, a git ref later. */
import type { Disposable, Event } from '../core/base/events.ts';
import type { Library } from '../core/library/library.ts';
import type { FileChange } from './files.ts';

export interface LibraryChange {
  readonly library: Library;
  /** The paths that changed, came or went. */
  readonly paths: readonly string[];
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
  /** Changes files, all of them or none. Throws `changed-underneath` where one is not what it was before. */
  write(changes: readonly FileChange[]): Promise<void>;
}
