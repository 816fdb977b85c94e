/** The disk port in memory, with faults to order. */
import { BecauseError } from '../../src/core/base/errors.ts';
import type { Disposable } from '../../src/core/base/events.ts';
import { writeError } from '../../src/store/diskErrors.ts';
import type { FileChange, FileInfo, Files, LastStep } from '../../src/store/files.ts';
import { changed, exists } from '../../src/store/files.ts';

export class MemoryFiles implements Files {
  readonly texts: Map<string, string>;
  /** How often each path was read. */
  readonly reads = new Map<string, number>();
  /** Thrown by the next write instead of writing, as the disk would (`ENOSPC`, `EACCES` …). */
  fault: string | undefined;
  /** Which file of a batch meets the fault, from 0. */
  faultAt = 0;
  /** How many batches were asked for. */
  writes = 0;
  /** Runs between a write's request and its comparison: what another window does meanwhile. */
  meanwhile: (() => void) | undefined;
  readonly #versions = new Map<string, number>();
  readonly #watchers = new Set<(paths: readonly string[]) => void>();

  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.texts = new Map(Object.entries(texts));
  }

  async *list(below = ''): AsyncIterable<readonly FileInfo[]> {
    for (const path of [...this.texts.keys()].sort()) {
      if (below === '' || path.startsWith(`${below}/`)) yield [this.#info(path)];
    }
  }

  stat(path: string): Promise<FileInfo | undefined> {
    return Promise.resolve(this.texts.has(path) ? this.#info(path) : undefined);
  }

  read(path: string): Promise<string | undefined> {
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    const text = this.texts.get(path);
    if (text === undefined) return Promise.reject(new BecauseError('not-found', path));
    return Promise.resolve(text);
  }

  async write(changes: readonly FileChange[], last?: LastStep): Promise<void> {
    this.writes++;
    this.meanwhile?.();
    this.meanwhile = undefined;
    const { texts } = this;
    const before = new Map(texts);
    try {
      for (const [index, change] of changes.entries()) this.#change(change, index);
      await last?.run();
    } catch (error) {
      for (const [path, text] of before) if (texts.get(path) !== text) this.put(path, text);
      for (const path of texts.keys()) if (!before.has(path)) this.take(path);
      throw error;
    }
  }

  #change({ path, before, after, to }: FileChange, index: number): void {
    if (this.fault && index === this.faultAt) {
      const error = Object.assign(new Error(this.fault), { code: this.fault });
      this.fault = undefined;
      throw writeError(path, error);
    }
    if (this.texts.get(path) !== before) throw before === undefined ? exists(path) : changed(path);
    if (to !== undefined && this.texts.has(to)) throw exists(to);
    if (after === undefined || to !== undefined) this.take(path);
    if (after !== undefined) this.put(to ?? path, after);
  }

  watch(tell: (paths: readonly string[]) => void): Disposable {
    this.#watchers.add(tell);
    return { dispose: () => void this.#watchers.delete(tell) };
  }

  /** What somebody else writes: no check, no watcher told. */
  put(path: string, text: string): void {
    this.texts.set(path, text);
    this.#versions.set(path, (this.#versions.get(path) ?? 0) + 1);
  }

  /** What somebody else removes: no check, no watcher told. */
  take(path: string): void {
    this.texts.delete(path);
  }

  /** Tells the watchers, as the disk does after a while. */
  tell(...paths: string[]): void {
    for (const watcher of this.#watchers) watcher(paths);
  }

  #info(path: string): FileInfo {
    const size = new TextEncoder().encode(this.texts.get(path) ?? '').byteLength;
    return { path, size, version: String(this.#versions.get(path) ?? 0) };
  }
}
