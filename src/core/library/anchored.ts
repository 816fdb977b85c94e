/** The risks anchored in files, found by what those files are called today. */

import { plainPath } from '../base/ids.ts';
import type { Risk } from '../kinds/all.ts';
import { type Library, memoized } from './library.ts';

/** The risks of each file that risks are anchored in, by its path as the records say it. */
export const risksByFile = memoized((library): ReadonlyMap<string, readonly Risk[]> => {
  const anchored = library.ofKind('risk').filter(({ values }) => values.anchor?.path !== undefined);
  return Map.groupBy(anchored, ({ values }) => plainPath(values.anchor?.path ?? ''));
});

/** Files that got another name since records were anchored in them, as far as somebody told. */
export class RenamedFiles {
  /** The name written in records → the name today. */
  readonly #today = new Map<string, string>();

  /** The risks anchored in what is this file today. */
  risksIn(library: Library, path: string): readonly Risk[] {
    const files = risksByFile(library);
    const own = this.#today.has(path) ? [] : (files.get(path) ?? []);
    const came = [...this.#today].filter(([, today]) => today === path).flatMap(([old]) => files.get(old) ?? []);
    return [...own, ...came];
  }

  /** A file or folder was renamed just now; whether risks are anchored there. */
  rename(library: Library, from: string, to: string): boolean {
    const moved = [...risksByFile(library).keys()].flatMap((written) => {
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
