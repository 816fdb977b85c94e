/** The disk port in memory, with faults to order. */
import { BecauseError } from '../../src/core/base/errors.ts';
import type { Disposable } from '../../src/core/base/events.ts';
import { writeError } from '../../src/store/diskErrors.ts';
import type { FileInfo, Files } from '../../src/store/files.ts';
import { changed, exists } from '../../src/store/files.ts';

export class MemoryFiles implements Files {
  readonly texts: Map<string, string>;
  /** How often each path was read. */
  readonly reads = new Map<string, number>();
  /** Thrown by the next write instead of writing, as the disk would (`ENOSPC`, `EACCES` …). */
  fault: string | undefined;
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

  write(path: string, text: string, expected: string | undefined): Promise<void> {
    if (this.fault) {
      const error = Object.assign(new Error(this.fault), { code: this.fault });
      this.fault = undefined;
      return Promise.reject(writeError(path, error));
    }
    this.meanwhile?.();
    this.meanwhile = undefined;
    const now = this.texts.get(path);
    if (now !== expected) return Promise.reject(expected === undefined ? exists(path) : changed(path));
    this.put(path, text);
    return Promise.resolve();
  }

  rename(from: string, to: string): Promise<void> {
    if (this.texts.has(to)) return Promise.reject(exists(to));
    this.put(to, this.texts.get(from) ?? '');
    this.take(from);
    return Promise.resolve();
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

  remove(path: string, expected: string): Promise<void> {
    if (this.texts.get(path) !== expected) return Promise.reject(changed(path));
    this.take(path);
    return Promise.resolve();
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
