/**
 * The index cache: parsed files by version, so that a second start parses only what changed. What every file is asked
 * for stands apart from what is in it, which stays unread where nobody asks.
 */
import { crc32 } from 'node:zlib';
import type { Facts } from '../core/records/record.ts';
import type { FileInfo } from './files.ts';
import type { Slices } from './slices.ts';
import type { CachedSource } from './source.ts';

/** Where the cache is kept; a failure to read or write it is never worth a word. */
export interface CacheFile {
  read(): Promise<Uint8Array | undefined>;
  write(bytes: Uint8Array): Promise<void>;
}

/** A file as the cache knows it. Files whose words must not be shown are not in it. */
export interface CacheEntry {
  readonly path: string;
  readonly version: string;
  readonly facts: Facts;
  /** What was read of it. */
  source(): CachedSource;
}

/** Raised whenever the shape of the entries or the reading of files changes: an older cache is dropped. */
const HEADER = Buffer.from('because-cache-6\n');

/** Entries that are kept together: what is decoded, and proved to be whole, at once. */
const AT_ONCE = 256;

/** Stands before each run of entries: how long its parts are, in bytes, and the checksum of both. */
type Lengths = readonly [index: number, sources: number, checksum: number];

/** An entry in the index; its source is the next `length` bytes of the sources. */
type Line = readonly [
  path: string,
  version: string,
  kind: string,
  id: string,
  refersTo: readonly string[],
  keys: readonly string[],
  archived: boolean,
  length: number,
];

/**
 * A cache as it is read: run by run, only as far as somebody asks, since files are asked for in about the order they were
 * written in. What is in memory at once is little then; collecting it would hold up everybody.
 */
export class CacheReader {
  /** The paths of all entries that were met. */
  readonly met = new Set<string>();
  readonly #cache: Buffer;
  #at = HEADER.length;
  #isBroken: boolean;
  #isCurrent = false;
  #waiting = new Map<string, CacheEntry>();

  /** @param bytes what was written; without it there are no entries. */
  constructor(bytes: Uint8Array | undefined) {
    this.#cache = bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : HEADER;
    this.#isBroken = !this.#cache.subarray(0, HEADER.length).equals(HEADER);
  }

  /** Whether something unexpected was met: what stands behind it is unknown. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Whether there are entries that were not met yet. */
  get hasMore(): boolean {
    return !this.#isBroken && this.#at < this.#cache.length;
  }

  /** Whether every entry that was met is of a file as it is now; known when all are met. */
  get isCurrent(): boolean {
    return this.#isCurrent;
  }

  /** Takes the entry of a file as it is now, if it was met. Each can be taken once. */
  take({ path, version, refused }: FileInfo): CacheEntry | undefined {
    const entry = this.#waiting.get(path);
    if (entry?.version !== version || refused) return undefined;
    this.#waiting.delete(path);
    return entry;
  }

  /** Takes it, wherever it stands. */
  async find(info: FileInfo, slices: Slices): Promise<CacheEntry | undefined> {
    while (this.hasMore && !this.#waiting.has(info.path)) await this.#next(slices);
    return this.take(info);
  }

  /** Meets all that is left. */
  async finish(slices: Slices): Promise<void> {
    while (this.hasMore) await this.#next(slices);
    this.#isCurrent = this.#waiting.size === 0;
    this.#waiting.clear();
  }

  async #next(slices: Slices): Promise<void> {
    if (slices.spent) await slices.next();
    const end = this.#cache.indexOf('\n', this.#at);
    const lengths = end < 0 ? undefined : lengthsIn(this.#cache.toString('latin1', this.#at, end));
    const run = lengths && wholeRun(this.#cache, end + 1, lengths);
    for (const entry of run ?? []) {
      this.#waiting.set(entry.path, entry);
      this.met.add(entry.path);
    }
    if (lengths && run) this.#at = end + 1 + lengths[0] + lengths[1];
    else this.#isBroken = true;
  }
}

/** The entries of a run; undefined where its checksum tells that it is not what was written. */
function wholeRun(cache: Buffer, start: number, [index, sources, checksum]: Lengths): CacheEntry[] | undefined {
  const run = cache.subarray(start, start + index + sources);
  if (index === 0 || run.length !== index + sources || crc32(run) !== checksum) return undefined;
  let at = index;
  return (JSON.parse(run.toString('utf8', 0, index)) as readonly Line[]).map(
    ([path, version, kind, id, refersTo, keys, archived, length]) => {
      const from = at;
      at += length;
      return {
        path,
        version,
        facts: { kind, id, refersTo, keys, archived, withheld: false },
        source: () => JSON.parse(run.toString('utf8', from, from + length)) as CachedSource,
      };
    },
  );
}

function lengthsIn(line: string): Lengths | undefined {
  const found = /^\[(\d{1,10}),(\d{1,10}),(\d{1,10})\]$/.exec(line);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
}

/** Collects what is to be cached, entry by entry. */
export class CacheWriter {
  readonly #parts: Buffer[] = [HEADER];
  #index: Line[] = [];
  #sources: Buffer[] = [];

  /** Numbers that JSON does not know, such as YAML's infinity, come back with the source's forms. */
  add(path: string, version: string, { kind, id, refersTo, keys, archived }: Facts, source: CachedSource): void {
    const bytes = Buffer.from(JSON.stringify(source));
    this.#index.push([path, version, kind, id, refersTo, keys, archived, bytes.length]);
    this.#sources.push(bytes);
    if (this.#index.length === AT_ONCE) this.#endRun();
  }

  /** The cache of all that was added. */
  finish(): Uint8Array {
    if (this.#index.length > 0) this.#endRun();
    return Buffer.concat(this.#parts);
  }

  #endRun(): void {
    const index = Buffer.from(JSON.stringify(this.#index));
    const sources = Buffer.concat(this.#sources);
    const lengths: Lengths = [index.length, sources.length, crc32(sources, crc32(index))];
    this.#parts.push(Buffer.from(`${JSON.stringify(lengths)}\n`), index, sources);
    this.#index = [];
    this.#sources = [];
  }
}
