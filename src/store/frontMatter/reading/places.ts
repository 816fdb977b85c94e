/** Where the entries of maps and lists stand, noted while they are read. */

import type { Part, Path, Problem, Span, Values } from './shape.ts';

/** Where one entry stands: its key, its value, and all of it. */
interface Place {
  readonly key: Span | undefined;
  readonly value: Span;
  readonly pair: Span;
}

/** The places of the entries of each map and list that was read. */
export type Places = Map<object, Map<string | number, Place>>;

/** All that was read, and where it stands where there is anything. */
export interface Whole {
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly span: Span | undefined;
}

/** The span of a part of a field; undefined where the path leads nowhere. */
export function placeIn(places: Places, { values, span }: Whole, path: Path, part: Part): Span | undefined {
  if (path.length === 0) return part === 'value' ? span : undefined;
  let container: unknown = values;
  let found: Place | undefined;
  for (const step of path) {
    const within = typeof container === 'object' && container !== null ? places.get(container) : undefined;
    const known = Array.isArray(container) ? step : String(step);
    found = within?.get(known);
    if (!found) return undefined;
    container = (container as { readonly [step: string | number]: unknown })[known];
  }
  return found?.[part];
}
