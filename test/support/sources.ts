/** Libraries for tests, out of texts by path. */

import { readRecord } from '../../src/core/kinds/all.ts';
import { Library } from '../../src/core/library/library.ts';
import type { Source } from '../../src/core/records/record.ts';
import { sourceOf } from '../../src/store/source.ts';

/** The source of a file's text. */
export function source(path: string, text: string): Source {
  return sourceOf(path, text);
}

/** A library of the files. */
export function libraryOf(texts: Readonly<Record<string, string>>): Library {
  return Library.empty.with(
    new Map(Object.entries(texts).map(([path, text]) => [path, readRecord(source(path, text))])),
  );
}

/** A record's text: front matter lines and a body. */
export function record(lines: readonly string[], body = ''): string {
  return ['---', ...lines, '---', body].join('\n');
}
