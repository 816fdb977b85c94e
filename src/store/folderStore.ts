/** The store over a folder of Markdown files. */

import { BecauseError } from '../core/base/errors.ts';
import type { Disposable, Event } from '../core/base/events.ts';
import { Emitter } from '../core/base/events.ts';
import { readRecord } from '../core/kinds/all.ts';
import { Library, type LibraryDraft } from '../core/library/library.ts';
import type { Source } from '../core/records/record.ts';
import type { CacheFile } from './cache.ts';
import { CacheReader, CacheWriter } from './cache.ts';
import type { FileChange, FileInfo, Files } from './files.ts';
import { changed } from './files.ts';
import { nextTurn, Slices } from './slices.ts';
import { fromCached, isTold, refusedSource, sourceOf, toCached } from './source.ts';
import type { LibraryChange, Store } from './store.ts';

export interface FolderStoreOptions {
  readonly cache?: CacheFile | undefined;
  /** Resolves when whoever waited for the records was answered; without it, nobody else has work to do. */
  readonly rest?: (() => Promise<unknown>) | undefined;
  /** Told of errors that concern nobody's gesture, such as a cache that cannot be written. */
  readonly onError: (error: unknown) => void;
}

export class FolderStore implements Store {
  readonly #files: Files;
  readonly #options: FolderStoreOptions;
  readonly #changes: Emitter<LibraryChange>;
  readonly #versions = new Map<string, string>();
  #watcher: Disposable | undefined;
  #library = Library.empty;
  /** When the last of those who wait for the first reading goes on. */
  #loading: Promise<void> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #disposed = false;
  #isLoaded = false;
  /** The files whose text the cache holds. */
  #cached: Set<string> = new Set();
  /** Whether the cache lacks a file, or may hold what it must not. */
  #cacheIsStale = false;

  readonly onDidChange: Event<LibraryChange>;

  constructor(files: Files, options: FolderStoreOptions) {
    this.#files = files;
    this.#options = options;
    this.#changes = new Emitter(options.onError);
    this.onDidChange = this.#changes.event;
  }

  get library(): Library {
    return this.#library;
  }

  load(): Promise<void> {
    if (this.#loading && this.#isLoaded) return this.#loading;
    // Many wait for the first reading. What each does then is a step of its own: all at once would hold up the editor.
    this.#loading = (this.#loading ?? this.#readFirst()).then(nextTurn);
    return this.#loading;
  }

  #readFirst(): Promise<void> {
    return this.#enqueue(async () => {
      this.#watcher = this.#files.watch?.((paths) => {
        this.refresh(paths).catch(this.#options.onError);
      });
      await this.#settle();
      const cache = new CacheReader(await this.#options.cache?.read());
      await this.#readAll(cache);
      this.#cached = cache.met;
      if (cache.isBroken) this.#cacheIsStale = true;
      this.#isLoaded = true;
      this.#renewCache(cache).catch(this.#options.onError);
    });
  }

  /** After the rest, so that nobody who waits for the records waits for it; at once where something in it must go. */
  async #renewCache(cache: CacheReader): Promise<void> {
    const mustGo = cache.isBroken || (!cache.isCurrent && this.#holdsTooMuch(this.#cached));
    const rest = mustGo ? undefined : this.#options.rest?.();
    if (rest) await rest;
    await this.#enqueue(async () => {
      if (this.#cacheIsStale || mustGo) await this.#writeCache();
    });
  }

  async refresh(paths?: readonly string[]): Promise<void> {
    await this.load();
    await this.#enqueue(async () => {
      await this.#settle();
      await (paths ? this.#readPaths(paths) : this.#readAll());
    });
  }

  async write(changes: readonly FileChange[]): Promise<void> {
    await this.load();
    await this.#enqueue(async () => {
      const known = changes.filter(({ before }) => before !== undefined);
      await this.#readPaths(known.map(({ path }) => path));
      for (const { path, before } of known) {
        if (this.#library.files.get(path)?.source.text !== before) throw changed(path);
      }
      const more = changes.filter(({ before, after, to }) => before !== after || to !== undefined);
      if (more.length === 0) return;
      try {
        await this.#files.write(more);
      } finally {
        await this.#readPaths(more.flatMap(({ path, to }) => (to === undefined ? path : [path, to])));
      }
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#watcher?.dispose();
    this.#changes.dispose();
  }

  /** One thing at a time: reading and writing the folder never overlap. */
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** Half of a gesture is never read, if that can be helped. */
  async #settle(): Promise<void> {
    await this.#files.settled?.().catch(this.#options.onError);
  }

  async #readAll(cache = new CacheReader(undefined)): Promise<void> {
    const gone = new Set(this.#library.files.keys());
    await this.#readInfos(this.#listed(gone), gone, cache);
  }

  /** What is in the folder; takes it out of what may be gone. */
  async *#listed(gone: Set<string>): AsyncIterable<readonly FileInfo[]> {
    for await (const some of this.#files.list()) {
      const infos = some.filter(isTold);
      for (const { path } of infos) gone.delete(path);
      yield infos;
    }
  }

  async #readPaths(paths: readonly string[]): Promise<void> {
    const infos: FileInfo[] = [];
    const gone: string[] = [];
    for (const path of new Set(paths)) {
      const info = await this.#files.stat(path);
      if (info) {
        if (isTold(info)) infos.push(info);
        if (info.isFolder) gone.push(...this.#below(path).filter((below) => below !== path));
        continue;
      }
      const below = new Set(this.#below(path));
      for await (const some of this.#files.list(path)) {
        for (const found of some) below.delete(found.path);
        infos.push(...some.filter(isTold));
      }
      gone.push(...below);
    }
    // Whoever names a path knows that it changed, even where size and time look the same.
    for (const { path } of infos) this.#versions.delete(path);
    await this.#readInfos([infos], gone, new CacheReader(undefined));
  }

  #below(path: string): string[] {
    if (this.#library.files.has(path)) return [path];
    return [...this.#library.files.keys()].filter((file) => path === '' || file.startsWith(`${path}/`));
  }

  /**
   * Reads what has another version than before, builds the next snapshot, and tells once. What is gone is known when all
   * infos are.
   */
  async #readInfos(
    listed: AsyncIterable<readonly FileInfo[]> | readonly (readonly FileInfo[])[],
    gone: Iterable<string>,
    cache: CacheReader,
  ): Promise<void> {
    const before = this.#library.files;
    const draft = this.#library.draft();
    const slices = new Slices();
    for await (const infos of listed) {
      for (const info of infos) {
        if (slices.spent) await slices.next();
        if (this.#versions.get(info.path) === info.version && before.has(info.path)) continue;
        const cached = cache.take(info) ?? (cache.hasMore ? await cache.find(info, slices) : undefined);
        if (cached) {
          this.#versions.set(info.path, info.version);
          draft.set(info.path, readRecord(fromCached(info.path, cached.source), cached.facts));
        } else this.#take(info, refusedSource(info) ?? (await this.#read(info)), draft);
      }
    }
    await cache.finish(slices);
    for (const path of gone) {
      draft.set(path, undefined);
      this.#versions.delete(path);
    }
    const { paths } = draft;
    if (paths.length === 0) return;
    // Whoever is told has work of his own to do in that step.
    if (!this.#isLoaded) await slices.next();
    if (this.#disposed) return;
    this.#library = draft.finish();
    this.#changes.fire({ library: this.#library, paths });
    // What merely changed waits for the next start; what became sensitive must not lie there until then.
    if (this.#isLoaded && this.#holdsTooMuch(paths)) await this.#writeCache();
  }

  #take(info: FileInfo, source: Source | undefined, draft: LibraryDraft): void {
    if (source) this.#versions.set(info.path, info.version);
    const before = this.#library.files.get(info.path)?.source;
    if (source?.text === before?.text && source?.problems.length === 0) return;
    const record = source && readRecord(source);
    if (record && !info.refused && !record.withheld) this.#cacheIsStale = true;
    draft.set(info.path, record);
  }

  /** Whether the cache holds the text of a file that is gone, or must not be shown any more. */
  #holdsTooMuch(paths: Iterable<string>): boolean {
    const { files } = this.#library;
    for (const path of paths) if (this.#cached.has(path) && files.get(path)?.withheld !== false) return true;
    return false;
  }

  async #read({ path }: FileInfo): Promise<Source | undefined> {
    try {
      return sourceOf(path, await this.#files.read(path));
    } catch (error) {
      // Deleted between listing and reading: it is simply gone.
      if (error instanceof BecauseError && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  async #writeCache(): Promise<void> {
    const { cache, onError } = this.#options;
    if (!cache) return;
    const writer = new CacheWriter();
    const slices = new Slices();
    const paths: string[] = [];
    for (const { path, source, facts } of this.#library.files.values()) {
      const version = this.#versions.get(path);
      if (version && !facts.withheld) {
        writer.add(path, version, facts, toCached(source));
        paths.push(path);
      }
      if (slices.spent) await slices.next();
    }
    try {
      await cache.write(writer.finish());
      this.#cached.clear();
      for (const path of paths) this.#cached.add(path);
      this.#cacheIsStale = false;
    } catch (error) {
      onError(error);
    }
  }
}
