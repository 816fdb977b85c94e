/** Says where a field stands in a YAML text. */

import type { Reading } from './document.ts';
import { contentEnd, entryAlong } from './entries.ts';
import type { Part, Path, Span } from './reading/shape.ts';

/** The span of a part of a field. An empty value has an empty span just after its `:` or `-`. */
export function spanIn({ source, tree }: Reading, path: Path, part: Part): Span | undefined {
  if (path.length === 0) {
    return tree && part === 'value' ? { start: tree.range[0], end: contentEnd(source, tree) } : undefined;
  }
  const entry = entryAlong(source, tree, path);
  if (!entry) return undefined;
  if (part === 'key') return entry.key;
  if (part === 'pair') return { start: entry.start, end: entry.end };
  const { value, end } = entry;
  if (value && value.range[1] > value.range[0]) return { start: value.range[0], end };
  return { start: entry.indicatorEnd ?? end, end: entry.indicatorEnd ?? end };
}
