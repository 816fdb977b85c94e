/** The files below a folder, each at its own place: whatever links lead where, no folder is walked twice. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import type { FileInfo, Refusal } from './files.ts';
import { isHidden } from './files.ts';

/** How much of a folder is walked; nobody's records are more. */
export interface Bounds {
  /** Folders inside one another. */
  readonly depth: number;
  readonly folders: number;
  readonly files: number;
}

const BOUNDS: Bounds = { depth: 32, folders: 20_000, files: 250_000 };

/** Entries of one folder that are read without a pause: a few milliseconds of work. */
const AT_ONCE = 1000;

export class Walk {
  readonly #root: string;
  readonly #bounds: Bounds;
  #folders = 0;
  #files = 0;
  #isFull = false;

  /** @param root the real path of the folder that links must not leave. */
  constructor(root: string, bounds: Bounds = BOUNDS) {
    this.#root = root;
    this.#bounds = bounds;
  }

  /** What is in a folder and below, in order; nothing now and then, where the walker may rest. */
  *below(folder: string): Iterable<FileInfo | undefined> {
    if (folder.split('/').length > this.#bounds.depth) {
      yield refusedFolder(folder, 'too-deep');
      return;
    }
    let names: Iterable<fs.Dirent>;
    try {
      names = yield* entriesOf(nodePath.join(this.#root, folder));
    } catch {
      yield refusedFolder(folder, 'unreadable');
      return;
    }
    for (const entry of names) {
      if (isHidden(entry.name)) continue;
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (this.#isTooMuch(entry)) yield refusedFolder(path, 'too-many');
      else if (entry.isFile()) yield infoOf(path, this.#root + nodePath.sep + path);
      else if (entry.isDirectory()) yield* this.below(path);
      else if (entry.isSymbolicLink()) yield linkedInfo(this.#root, path);
      if (this.#isFull) return;
    }
  }

  /** Counts an entry; the first that is too much ends the walk. */
  #isTooMuch(entry: fs.Dirent): boolean {
    if (entry.isDirectory()) this.#folders++;
    else this.#files++;
    this.#isFull = this.#folders > this.#bounds.folders || this.#files > this.#bounds.files;
    return this.#isFull;
  }
}

/** The state of what a link leads to; nothing for a folder, whose files are met at their own place. */
export function linkedInfo(root: string, path: string): FileInfo | undefined {
  const absolute = nodePath.join(root, path);
  const real = realpath(absolute);
  if (real === undefined) return undefined;
  if (isWithin(root, real)) return infoOf(path, absolute);
  return isDirectory(real) ? refusedFolder(path, 'outside-folder') : refusedFile(path, 'outside-folder');
}

/** The file's state; nothing where there is no file. */
export function infoOf(path: string, absolute: string): FileInfo | undefined {
  const stat = fs.statSync(absolute, { throwIfNoEntry: false });
  return stat?.isFile() ? { path, size: stat.size, version: `${stat.mtimeMs}-${stat.size}` } : undefined;
}

function refusedFile(path: string, refused: Refusal): FileInfo {
  return { path, size: 0, version: '', refused };
}

function refusedFolder(path: string, refused: Refusal): FileInfo {
  return { ...refusedFile(path, refused), isFolder: true };
}

/** Whether a path is a folder or below it; both are real paths. */
export function isWithin(folder: string, real: string): boolean {
  return real === folder || real.startsWith(folder.endsWith(nodePath.sep) ? folder : folder + nodePath.sep);
}

/** The path without links; undefined where nothing is there. */
export function realpath(path: string): string | undefined {
  try {
    return fs.realpathSync(path);
  } catch {
    return undefined;
  }
}

export function isDirectory(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Reads a folder some entries at a time, and gives them in the order of their names. */
function* entriesOf(absolute: string): Generator<undefined, Iterable<fs.Dirent>> {
  const runs: fs.Dirent[][] = [];
  const folder = fs.opendirSync(absolute, { bufferSize: 256 });
  try {
    let run: fs.Dirent[] = [];
    for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
      if (run.length === 0) runs.push(run);
      run.push(entry);
      if (run.length < AT_ONCE) continue;
      run.sort(lastFirst);
      run = [];
      yield undefined;
    }
    run.sort(lastFirst);
  } finally {
    folder.closeSync();
  }
  return runs.length > 1 ? merged(runs) : (runs[0] ?? []).reverse();
}

const lastFirst = (a: fs.Dirent, b: fs.Dirent): number => (a.name < b.name ? 1 : -1);

/** The entries of sorted runs as one; sorting 100,000 at once would hold the editor up. */
function* merged(runs: readonly fs.Dirent[][]): Iterable<fs.Dirent> {
  for (;;) {
    let first: fs.Dirent[] | undefined;
    for (const run of runs) {
      const name = run.at(-1)?.name;
      if (name !== undefined && (!first || name < (first.at(-1)?.name ?? ''))) first = run;
    }
    const entry = first?.pop();
    if (!entry) return;
    yield entry;
  }
}
