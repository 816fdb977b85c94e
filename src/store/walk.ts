/** The files below a folder, each at its own place: whatever links lead where, no folder is walked twice. */

import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { isHidden } from '../core/kinds/team.ts';
import type { FileInfo, Refusal } from './files.ts';
import { Slices } from './slices.ts';

/** How much of a folder is walked; nobody's records are more. */
export interface Bounds {
  /** Folders inside one another. */
  readonly depth: number;
  readonly folders: number;
  readonly files: number;
}

const BOUNDS: Bounds = { depth: 32, folders: 20_000, files: 250_000 };

/** Bytes of a folder, whose names are some thousands then. Where a disk does not say, it may hold the editor up. */
const LARGE = 256 * 1024;

/** Names of a large folder that are read and sorted without a pause: about a millisecond of work. */
const AT_ONCE = 1000;

export class Walk {
  readonly #root: string;
  readonly #bounds: Bounds;
  readonly #slices = new Slices();
  #folders = 0;
  #files = 0;
  #isFull = false;

  /** @param root the real path of the folder that links must not leave. */
  constructor(root: string, bounds: Bounds = BOUNDS) {
    this.#root = root;
    this.#bounds = bounds;
  }

  /** What is in a folder and below, in order, some at a time. Gives way to others by itself. */
  async *below(folder: string): AsyncIterable<readonly FileInfo[]> {
    if (folder.split('/').length > this.#bounds.depth) {
      yield [refusedFolder(folder, 'too-deep')];
      return;
    }
    let names: Iterable<string>;
    try {
      names = await this.#namesIn(nodePath.join(this.#root, folder));
    } catch {
      yield [refusedFolder(folder, 'unreadable')];
      return;
    }
    let found: FileInfo[] = [];
    for (const name of names) {
      if (this.#slices.spent) {
        yield found;
        found = [];
        await this.#slices.next();
      }
      if (isHidden(name)) continue;
      const path = folder ? `${folder}/${name}` : name;
      const entry = this.#entryAt(path);
      if (this.#isFull) found.push(refusedFolder(path, 'too-many'));
      else if (entry === FOLDER) {
        yield found;
        found = [];
        yield* this.below(path);
      } else if (entry) found.push(entry);
      if (this.#isFull) break;
    }
    yield found;
  }

  /** What stands at a path; undefined for what is neither a folder, nor a file, nor leads to one. */
  #entryAt(path: string): FileInfo | typeof FOLDER | undefined {
    const absolute = this.#root + nodePath.sep + path;
    const stat = fs.lstatSync(absolute, { throwIfNoEntry: false });
    const isFolder = stat?.isDirectory() === true;
    this.#count(isFolder);
    if (this.#isFull || !stat) return undefined;
    if (isFolder) return FOLDER;
    return stat.isSymbolicLink() ? linkedInfo(this.#root, path) : infoOf(path, stat);
  }

  /** The names in a folder, in order: of a large one read and sorted in runs, as all at once would hold the editor up. */
  async #namesIn(absolute: string): Promise<Iterable<string>> {
    if (fs.statSync(absolute).size < LARGE) return fs.readdirSync(absolute).sort();
    const folder = fs.opendirSync(absolute, { bufferSize: 256 });
    const runs: string[][] = [];
    let run: string[] = [];
    try {
      for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
        if (run.push(entry.name) < AT_ONCE) continue;
        runs.push(run.sort());
        run = [];
        if (this.#slices.spent) await this.#slices.next();
      }
    } finally {
      folder.closeSync();
    }
    return merged([...runs, run.sort()]);
  }

  /** Counts an entry; the first that is too much ends the walk. */
  #count(isFolder: boolean): void {
    if (isFolder) this.#folders++;
    else this.#files++;
    this.#isFull = this.#folders > this.#bounds.folders || this.#files > this.#bounds.files;
  }
}

/** Stands for a folder among the entries of another. */
const FOLDER = Symbol('folder');

/** The state of what a link leads to; nothing for a folder, whose files are met at their own place. */
export function linkedInfo(root: string, path: string): FileInfo | undefined {
  const absolute = nodePath.join(root, path);
  const real = realpath(absolute);
  if (real === undefined) return undefined;
  if (isWithin(root, real)) return infoOf(path, fs.statSync(real, { throwIfNoEntry: false }));
  return isDirectory(real) ? refusedFolder(path, 'outside-folder') : refusedFile(path, 'outside-folder');
}

/** The file's state; nothing where there is no file. */
function infoOf(path: string, stat: fs.Stats | undefined): FileInfo | undefined {
  return stat?.isFile() ? { path, size: stat.size, version: `${stat.mtimeMs}-${stat.size}` } : undefined;
}

const refusedFile = (path: string, refused: Refusal): FileInfo => ({ path, size: 0, version: '', refused });

const refusedFolder = (path: string, refused: Refusal): FileInfo => ({ ...refusedFile(path, refused), isFolder: true });

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

/** The texts of sorted runs as one. */
function* merged(runs: readonly string[][]): Iterable<string> {
  const ends = runs.map(() => 0);
  for (;;) {
    let first: string | undefined;
    let of = 0;
    for (const [at, run] of runs.entries()) {
      const text = run[ends[at] ?? 0];
      if (text === undefined || (first !== undefined && text >= first)) continue;
      first = text;
      of = at;
    }
    if (first === undefined) return;
    ends[of] = (ends[of] ?? 0) + 1;
    yield first;
  }
}
