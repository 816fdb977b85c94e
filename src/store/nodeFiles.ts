/** The disk port over node: atomic writes, and links that leave the folder are refused. */

import * as fs from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Disposable } from '../core/base/events.ts';
import { isHidden, TEAM_FILE } from '../core/kinds/team.ts';
import { textOf } from '../core/text/utf8.ts';
import { Batch, type Locate, takeBack } from './batch.ts';
import { codeOf, readError, rootOutside, writeError } from './diskErrors.ts';
import type { FileChange, FileInfo, Files, LastStep } from './files.ts';
import { leadingOut, outsideFolder } from './files.ts';
import { Turns } from './turns.ts';
import { type Bounds, isDirectory, isWithin, linkedInfo, realpath, Walk } from './walk.ts';

/** What passes when tried again: the turn was taken away, or (on Windows) somebody has the file open for a moment. */
const PASSING: ReadonlySet<string> = new Set(['ENOENT', 'EPERM', 'EBUSY']);

/** Milliseconds after which what should pass did not, and milliseconds between two tries. */
const STUBBORN = 1000;
const PAUSE = 20;

export interface NodeFilesOptions {
  readonly homes?: () => readonly string[];
  readonly bounds?: Bounds;
}

/**
 * Reads are synchronous under an asynchronous face: 10,000 small files take a seventh of the time that way, and the
 * store reads in slices.
 */
export class NodeFiles implements Files {
  readonly #root: string;
  readonly #homes: () => readonly string[];
  readonly #bounds: Bounds | undefined;
  readonly #turns: Turns;

  /**
   * @param root the absolute path of the context folder; it need not exist yet.
   * @param options `homes`: the folders that the context folder must lie in, where it is or leads through a link; the
   * folder above it unless given. `bounds`: how much is walked.
   */
  constructor(root: string, { homes, bounds }: NodeFilesOptions = {}) {
    this.#root = root;
    this.#homes = homes ?? (() => [dirname(root)]);
    this.#bounds = bounds;
    this.#turns = new Turns(root, (folder) => takeBack(folder, this.#locate));
  }

  async *list(below = ''): AsyncIterable<readonly FileInfo[]> {
    const root = realpath(this.#root);
    if (root === undefined) return;
    if (!this.#mayBeAt(root)) {
      if (below === '') yield [leadingOut()];
      return;
    }
    const start = join(root, below);
    // What lies behind a link is met at its own place.
    if (isHidden(below) || realpath(start) !== start || !isDirectory(start)) return;
    yield* new Walk(root, this.#bounds).below(below);
  }

  async stat(path: string): Promise<FileInfo | undefined> {
    const root = realpath(this.#root);
    if (root === undefined) return undefined;
    if (!this.#mayBeAt(root)) return path === TEAM_FILE ? leadingOut() : undefined;
    const folder = dirname(join(root, path));
    const real = realpath(folder);
    // What lies behind a link is met at its own place, or must not be opened.
    const isElsewhere = real === undefined || (real !== folder && isWithin(root, real));
    return isElsewhere ? undefined : linkedInfo(root, path);
  }

  async read(path: string): Promise<string | undefined> {
    // As it was listed: there is nothing in it to resolve.
    const file = this.#root + sep + path;
    try {
      const text = fs.readFileSync(file, 'utf8');
      // Stands for bytes that are not UTF-8, unless somebody wrote it. Decoding strictly takes longer than reading.
      return text.includes('\uFFFD') ? textOf(fs.readFileSync(file)) : text;
    } catch (error) {
      throw readError(path, error);
    }
  }

  /** Does it as the only one who writes here, if the check, made first and again then, lets it. */
  async write(changes: readonly FileChange[], last?: LastStep): Promise<void> {
    const batch = new Batch(changes, last, this.#locate);
    let failing: number | undefined;
    for (;;) {
      try {
        batch.check();
        batch.makeFolders();
        const turn = await this.#turns.take((folder) => batch.stage(folder));
        try {
          batch.check();
          await batch.carryOut(turn.folder);
          return;
        } finally {
          turn.end();
        }
      } catch (error) {
        failing ??= performance.now();
        const isPassing = PASSING.has(codeOf(error) ?? '') && performance.now() - failing <= STUBBORN;
        if (!isPassing) throw writeError(batch.at, error);
        await setTimeout(PAUSE);
      }
    }
  }

  async alone(): Promise<Disposable> {
    try {
      const root = realpath(this.#root);
      if (root !== undefined && !this.#mayBeAt(root)) throw rootOutside();
      const turn = await this.#turns.take();
      return { dispose: () => turn.end() };
    } catch (error) {
      throw writeError(basename(this.#root), error);
    }
  }

  async settled(): Promise<void> {
    if (this.#turns.isInBatch) (await this.alone()).dispose();
  }

  /** Whether the context folder may really be there: a link must not lead to what nobody opened. */
  #mayBeAt(real: string): boolean {
    return this.#homes().some((home) => isWithin(realpath(home) ?? home, real));
  }

  /** The nearest folder that exists decides: it may be a link to elsewhere. */
  readonly #locate: Locate = (path) => {
    const target = join(this.#root, path);
    if (!target.startsWith(this.#root + sep)) throw outsideFolder(path);
    const root = realpath(this.#root);
    let existing = target;
    while (realpath(existing) === undefined && existing !== dirname(existing)) existing = dirname(existing);
    const real = realpath(existing);
    if (real === undefined) return target;
    if (!this.#mayBeAt(root ?? real)) throw rootOutside();
    if (root !== undefined && !isWithin(root, real)) throw outsideFolder(path);
    return target;
  };
}
