/** The records that stand on lines of code, found by what the files of those are called today. */
import { plainPath } from '../base/ids.ts';
import { threaded } from '../kinds/all.ts';
import type { Anchor } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import { type Library, memoized } from './library.ts';

/** The line of code a record is about; undefined for one that is about none. */
export const anchorOf = ({ values }: ContextRecord): Anchor | undefined =>
  (values as { readonly anchor?: Anchor }).anchor;

/** The records of each file that some stand in as threads, by its path as the records say it. */
export const anchoredByFile = memoized((library): ReadonlyMap<string, readonly ContextRecord[]> => {
  const all: readonly ContextRecord[] = threaded.flatMap((kind) => library.ofKind(kind));
  const anchored = all.filter((record) => anchorOf(record)?.path);
  return Map.groupBy(anchored, (record) => plainPath(anchorOf(record)?.path ?? ''));
});

/** Files that got another name since records were anchored in them, as far as somebody told. */
export class RenamedFiles {
  /** The name written in records → the name today. */
  readonly #today = new Map<string, string>();

  /** The records anchored in what is this file today. */
  recordsIn(library: Library, path: string): readonly ContextRecord[] {
    const files = anchoredByFile(library);
    const own = this.#today.has(path) ? [] : (files.get(path) ?? []);
    const came = [...this.#today].filter(([, today]) => today === path).flatMap(([old]) => files.get(old) ?? []);
    return [...own, ...came];
  }

  /** A file or folder was renamed just now; whether records are anchored there. */
  rename(library: Library, from: string, to: string): boolean {
    const moved = [...anchoredByFile(library).keys()].flatMap((written) => {
      const now = this.#today.get(written) ?? written;
      if (now === from) return [[written, to] as const];
      return now.startsWith(`${from}/`) ? [[written, to + now.slice(from.length)] as const] : [];
    });
    for (const [written, today] of moved) this.remember(written, today);
    return moved.length > 0;
  }

  /** What the file with a name in the records is called today. */
  remember(written: string, today: string): void {
    if (written === today) this.#today.delete(written);
    else this.#today.set(written, today);
  }
}
