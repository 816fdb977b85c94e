/** The index cache: parsed files by version, so that a second start parses only what changed. */
import type { CachedSource } from './source.ts';

/** Where the cache is kept; a failure to read or write it is never worth a word. */
export interface CacheFile {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

export interface CacheEntry {
  readonly version: string;
  readonly source: CachedSource;
}

/** Raised whenever the shape of the entries or the reading of files changes: an older cache is dropped. */
const FORMAT = 'because-cache-4';

type Line = readonly [path: string, version: string, source: CachedSource];

/**
 * The entries of a cache text, one line each, made only as they are asked for. Anything unexpected ends it, with
 * `undefined`: what stands behind it is unknown.
 */
export function* decodeCache(text: string): Iterable<[path: string, entry: CacheEntry] | undefined> {
  if (text === '') return;
  let at = text.indexOf('\n');
  if (at < 0 || text.slice(0, at) !== FORMAT) return yield undefined;
  while (at + 1 < text.length) {
    const end = text.indexOf('\n', at + 1);
    // A line without an end was cut off by a crash.
    const line = end < 0 ? undefined : decodeLine(text.slice(at + 1, end));
    if (!line) return yield undefined;
    yield [line[0], { version: line[1], source: line[2] }];
    at = end;
  }
}

function decodeLine(text: string): Line | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return isLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isLine(line: unknown): line is Line {
  if (!Array.isArray(line) || line.length !== 3) return false;
  const [path, version, source] = line as unknown[];
  if (typeof path !== 'string' || typeof version !== 'string' || !Array.isArray(source)) return false;
  const [text, raw, bodyStart, problems, forms] = source as unknown[];
  return (
    typeof text === 'string' &&
    typeof raw === 'object' &&
    raw !== null &&
    typeof bodyStart === 'number' &&
    Array.isArray(problems) &&
    Array.isArray(forms)
  );
}

export const CACHE_HEADER = `${FORMAT}\n`;

/** One entry's line. Numbers that JSON does not know, such as YAML's infinity, come back with the source's forms. */
export function encodeEntry(path: string, { version, source }: CacheEntry): string {
  return `${JSON.stringify([path, version, source] satisfies Line)}\n`;
}
