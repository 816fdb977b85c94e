/** Where an issue key stands in the files of the workspace folder, outside of the records. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { KeyMatcher } from '../core/keys/keys.ts';
import type { Library } from '../core/library/library.ts';
import { type Position, positionOf } from '../core/text/positions.ts';
import { question, type Texts } from './question.ts';

/** What is known so far. */
export interface Searched {
  /** How many files were looked at, and how many there are. */
  readonly looked: number;
  readonly of: number;
  /** The files that name the key, by their paths from the workspace folder. */
  readonly files: readonly FileFound[];
}

export interface FileFound {
  readonly path: string;
  /** From the first character of the key to behind its last. */
  readonly places: readonly { readonly start: Position; readonly end: Position }[];
}

/** Bytes; what is larger was hardly written by a person. */
const LARGEST = 1024 * 1024;
/** Bytes in which a file that is not text shows itself. */
const HEAD = 8000;
/** Files read at the same time. */
const AT_ONCE = 16;
/** Files after which is told what is known so far. */
const STAGE = 500;

/** A byte order mark stays: places count it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Without a port to texts there are no files to look at. */
export const search = question({
  name: 'search',
  title: () => t('Search'),
  help: () => t('Where an issue key appears in the text files of the folder, up to 1 MB each.'),
  input: z.object({ key: field(filled, () => t('The issue key or id to look for, such as PAY-142.')) }),
  async *answer({ library, texts, signal }, { key }): AsyncGenerator<Searched> {
    const paths = texts ? (await texts.list()).filter((path) => !isRecord(library, texts, path)).sort() : [];
    const files: FileFound[] = [];
    for (let looked = 0; texts && looked < paths.length; looked += STAGE) {
      if (looked > 0) yield { looked, of: paths.length, files: [...files] };
      const look = async (path: string): Promise<FileFound> => {
        signal?.throwIfAborted();
        const text = await textOf(texts, path);
        return { path, places: text?.includes(key) ? placesIn(library.keys, text, key) : [] };
      };
      const found = await eachOf(paths.slice(looked, looked + STAGE), look);
      files.push(...found.filter(({ places }) => places.length > 0));
    }
    yield { looked: paths.length, of: paths.length, files };
  },
});

const isRecord = ({ files }: Library, { records }: Texts, path: string): boolean =>
  path.startsWith(`${records}/`) && files.has(path.slice(records.length + 1));

/** What becomes of each, in their order. */
async function eachOf<T>(paths: readonly string[], look: (path: string) => Promise<T>): Promise<readonly T[]> {
  const next = paths.entries();
  const looked: T[] = [];
  const work = async () => {
    for (const [index, path] of next) looked[index] = await look(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return looked;
}

/** A file's text; undefined where it is none, or too large. */
async function textOf(texts: Texts, path: string): Promise<string | undefined> {
  const read = await texts.read(path, LARGEST);
  if (read === undefined || typeof read === 'string') return read;
  return read.subarray(0, HEAD).includes(0) ? undefined : decoder.decode(read);
}

function placesIn(keys: KeyMatcher, text: string, key: string): FileFound['places'] {
  return keys
    .find(text)
    .flatMap((match) =>
      match.key === key ? [{ start: positionOf(text, match.start), end: positionOf(text, match.end) }] : [],
    );
}
