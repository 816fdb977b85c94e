/** What the editor needs of the machine below it: node.ts on a computer, browser.ts in a browser, one swapped for the other. */
import type * as vscode from 'vscode';
import type { ByteSource } from '../../core/adoption/csvRows.ts';
import type { Hasher } from '../../core/adoption/events.ts';
import type { CacheFile } from '../../store/cache.ts';
import type { Files } from '../../store/files.ts';

/** Paths are those of the machine's disk, as in `uri.fsPath`. */
export interface Platform {
  readonly isWindows: boolean;
  /** A context folder on the machine's disk, inside one of `homes`; undefined for one that is elsewhere. */
  diskAt(context: vscode.Uri, homes: () => readonly string[]): Files | undefined;
  /** Where the index of a context folder is kept, below the product's own storage; undefined where nothing is kept. */
  cacheAt(storage: vscode.Uri, context: vscode.Uri): CacheFile | undefined;
  /** A file on the machine's disk, to be read in pieces; undefined for one that is elsewhere. Throws what the disk throws. */
  bytesAt(file: vscode.Uri): Promise<ByteSource | undefined>;
  /** A SHA-256, to be added up. */
  sha256(): Hasher;
  /** A path without symbolic links, also of a file that is not there any more, or not yet. */
  realPath(path: string): string;
  /** The path itself where it is a folder, else the nearest folder above it that exists. */
  folderAt(path: string): string;
}
