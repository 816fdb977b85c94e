/** The disk port over node: atomic writes, and links that leave the folder are refused. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { BecauseError } from '../core/errors.ts';
import { t } from '../core/l10n.ts';
import type { FileInfo, Files } from './files.ts';
import { changed, exists } from './files.ts';

/** Files listed before the listener gets a turn: a few milliseconds of work. */
const AT_ONCE = 256;

/**
 * Reads are synchronous under an asynchronous face: 10,000 small files take a seventh of the time that way, and the
 * store reads in slices.
 */
export class NodeFiles implements Files {
  readonly #root: string;

  /** @param root the absolute path of the context folder; it need not exist yet. */
  constructor(root: string) {
    this.#root = root;
  }

  async *list(below = ''): AsyncIterable<readonly FileInfo[]> {
    const start = this.#absolute(below);
    const real = realpath(start);
    if (real === undefined || !isDirectory(real)) return;
    let some: FileInfo[] = [];
    for (const info of this.#walk(below, start, [real])) {
      some.push(info);
      if (some.length < AT_ONCE) continue;
      yield some;
      some = [];
    }
    yield some;
  }

  *#walk(folder: string, absolute: string, ancestors: readonly string[]): Iterable<FileInfo> {
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(absolute, { withFileTypes: true });
    } catch {
      yield { path: folder, size: 0, version: '', refused: 'unreadable' };
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      const here = absolute + nodePath.sep + entry.name;
      if (entry.isDirectory()) yield* this.#walk(path, here, [...ancestors, here]);
      else if (entry.isFile()) yield* infoOf(path, here);
      else if (entry.isSymbolicLink()) yield* this.#link(path, here, ancestors);
    }
  }

  *#link(path: string, absolute: string, ancestors: readonly string[]): Iterable<FileInfo> {
    const real = realpath(absolute);
    if (real === undefined) return;
    if (!this.#contains(real)) yield { path, size: 0, version: '', refused: 'outside-folder' };
    else if (!isDirectory(real)) yield* infoOf(path, absolute);
    else if (!ancestors.includes(real)) yield* this.#walk(path, absolute, [...ancestors, real]);
  }

  async stat(path: string): Promise<FileInfo | undefined> {
    const real = realpath(this.#absolute(path));
    if (real === undefined) return undefined;
    if (!this.#contains(real)) return { path, size: 0, version: '', refused: 'outside-folder' };
    return infoOf(path, this.#absolute(path))[0];
  }

  async read(path: string): Promise<Uint8Array> {
    try {
      return fs.readFileSync(this.#absolute(path));
    } catch (error) {
      throw readError(path, error);
    }
  }

  async write(path: string, text: string, expected: string | undefined): Promise<void> {
    const target = this.#absolute(path);
    this.#refuseOutside(path, target);
    const temporary = nodePath.join(
      nodePath.dirname(target),
      `.${nodePath.basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
    );
    try {
      makeFolder(path, nodePath.dirname(target));
      writeDurably(temporary, text, modeOf(target));
      this.#refuseChanged(path, target, expected);
      if (expected === undefined) claim(temporary, target);
      else fs.renameSync(temporary, realpath(target) ?? target);
    } catch (error) {
      if (fs.existsSync(temporary)) fs.rmSync(temporary);
      throw writeError(path, error);
    }
  }

  async rename(from: string, to: string): Promise<void> {
    const [source, target] = [this.#absolute(from), this.#absolute(to)];
    this.#refuseOutside(to, target);
    if (fs.existsSync(target)) throw exists(to);
    try {
      makeFolder(to, nodePath.dirname(target));
      fs.renameSync(source, target);
    } catch (error) {
      throw writeError(from, error);
    }
  }

  #absolute(path: string): string {
    return nodePath.join(this.#root, ...path.split('/'));
  }

  #contains(real: string): boolean {
    const root = realpath(this.#root) ?? this.#root;
    return real === root || real.startsWith(root + nodePath.sep);
  }

  /** The nearest folder that exists decides: it may be a link to elsewhere. */
  #refuseOutside(path: string, target: string): void {
    let existing = target;
    while (realpath(existing) === undefined && existing !== this.#root && existing !== nodePath.dirname(existing)) {
      existing = nodePath.dirname(existing);
    }
    const real = realpath(existing);
    const inside = target.startsWith(this.#root + nodePath.sep) && (real === undefined || this.#contains(real));
    if (inside) return;
    throw new BecauseError('outside-folder', t('{0} lies outside the context folder.', path), {
      next: t('Choose a name without “..”, or remove the link that leads out.'),
    });
  }

  #refuseChanged(path: string, target: string, expected: string | undefined): void {
    const now = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : undefined;
    if (now === expected) return;
    if (expected === undefined) throw exists(path);
    throw changed(path);
  }
}

/** The file's state; nothing where there is no file. */
function infoOf(path: string, absolute: string): FileInfo[] {
  const stat = fs.statSync(absolute, { throwIfNoEntry: false });
  return stat?.isFile() ? [{ path, size: stat.size, version: `${stat.mtimeMs}-${stat.size}` }] : [];
}

function writeDurably(path: string, text: string, mode: number | undefined): void {
  const file = fs.openSync(path, 'wx', mode);
  try {
    fs.writeFileSync(file, text);
    // Without this, a power cut after the rename may leave an empty file under the old name.
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

function makeFolder(path: string, folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    // A file stands where the folder belongs; this is not the record that exists already.
    throw codeOf(error) === 'EEXIST' ? notWritable(path, error) : error;
  }
}

/** Takes a name nobody has: a hard link fails where the name is taken, a rename would replace it. */
function claim(temporary: string, target: string): void {
  try {
    fs.linkSync(temporary, target);
    fs.rmSync(temporary);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Some file systems know no hard links; the name was free a moment ago.
    fs.renameSync(temporary, target);
  }
}

function modeOf(path: string): number | undefined {
  return fs.statSync(path, { throwIfNoEntry: false })?.mode;
}

function realpath(path: string): string | undefined {
  try {
    return fs.realpathSync(path);
  } catch {
    return undefined;
  }
}

function isDirectory(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function readError(path: string, error: unknown): BecauseError {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new BecauseError('not-found', t('{0} is not there any more.', path), { cause: error });
  }
  return new BecauseError('not-found', t('{0} could not be read ({1}).', path, code ?? String(error)), {
    cause: error,
  });
}

function notWritable(path: string, cause: unknown): BecauseError {
  return new BecauseError('not-writable', t('{0} cannot be written here.', path), {
    next: t('Check the permissions of the folder, then try again.'),
    cause,
  });
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
      return new BecauseError('disk-full', t('There is no room left on the disk to write {0}.', path), {
        next: t('Nothing was written. Free some space, then try again.'),
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
      return notWritable(path, error);
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return new BecauseError('bad-input', t('{0} cannot be the name of a file here.', path), { cause: error });
    default:
      return error;
  }
}
