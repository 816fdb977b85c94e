/** By what the library finds its records: ids they have or name, and kinds; carried over from snapshot to snapshot. */

import { ascending } from '../base/ids.ts';
import { TEAM_FILE } from '../kinds/team.ts';
import type { ContextRecord } from '../records/record.ts';

/** An immutable map whose changed copies share what did not change, so that one change costs little at any size. */
export class LayeredMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  /** What differs from the base; undefined stands for gone. */
  readonly #patch: ReadonlyMap<K, V | undefined>;

  private constructor(base: ReadonlyMap<K, V>, patch: ReadonlyMap<K, V | undefined>) {
    this.#base = base;
    this.#patch = patch;
  }

  static empty<K, V>(): LayeredMap<K, V> {
    return new LayeredMap<K, V>(new Map(), new Map());
  }

  get(key: K): V | undefined {
    return this.#patch.has(key) ? this.#patch.get(key) : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    let size = this.#base.size;
    for (const [key, value] of this.#patch) size += Number(value !== undefined) - Number(this.#base.has(key));
    return size;
  }

  keys(): Iterable<K> {
    return this.#patch.size === 0 ? this.#base.keys() : this.#patched((key) => key);
  }

  values(): Iterable<V> {
    return this.#patch.size === 0 ? this.#base.values() : this.#patched((_, value) => value);
  }

  *#patched<T>(wanted: (key: K, value: V) => T): Iterable<T> {
    for (const [key, value] of this.#base) if (!this.#patch.has(key)) yield wanted(key, value);
    for (const [key, value] of this.#patch) if (value !== undefined) yield wanted(key, value);
  }

  /** A copy with these values set, and these other keys gone. Whoever gives the values leaves them as they are. */
  with(values: ReadonlyMap<K, V>, gone: Iterable<K> = []): LayeredMap<K, V> {
    // The first of many: to copy them, or to look at each, would hold up everybody.
    if (this.#base.size + this.#patch.size === 0) return new LayeredMap(values, new Map());
    const patch = new Map(this.#patch);
    for (const key of gone) patch.set(key, undefined);
    for (const [key, value] of values) patch.set(key, value);
    // Many small changes are carried along for a while; more than an eighth is worth a new base.
    if (patch.size <= 64 + this.#base.size / 8) return new LayeredMap(this.#base, patch);
    const base = new Map(this.#base);
    for (const [key, value] of patch) {
      if (value === undefined) base.delete(key);
      else base.set(key, value);
    }
    return new LayeredMap<K, V>(base, new Map());
  }
}

/** Records by an id they have, or by an id they name. */
export type RecordIndex = LayeredMap<string, readonly ContextRecord[]>;

const NONE: readonly ContextRecord[] = [];

/** Changes to an index. Lists made here may grow in place; those of the last snapshot may not. */
export class IndexChanges {
  readonly #before: RecordIndex;
  readonly #changed = new Map<string, ContextRecord[]>();
  /** The ids no record has any more. */
  readonly #gone = new Set<string>();

  constructor(before: RecordIndex) {
    this.#before = before;
  }

  add(ids: Iterable<string>, record: ContextRecord): void {
    for (const id of ids) {
      const list = this.#changed.get(id);
      if (list) list.push(record);
      // A list made with what is in it takes no room for more: most ids are one record's.
      else this.#changed.set(id, this.#gone.delete(id) ? [record] : (this.#before.get(id)?.concat(record) ?? [record]));
    }
  }

  drop(ids: Iterable<string>, record: ContextRecord): void {
    for (const id of ids) {
      if (this.#gone.has(id)) continue;
      const left = (this.#changed.get(id) ?? this.#before.get(id) ?? NONE).filter((each) => each !== record);
      if (left.length > 0) this.#changed.set(id, left);
      else {
        this.#changed.delete(id);
        this.#gone.add(id);
      }
    }
  }

  applied(): RecordIndex {
    return this.#before.with(this.#changed, this.#gone);
  }
}

/** In the order of their paths. */
export type Kinds = ReadonlyMap<string, readonly ContextRecord[]>;

/** What an earlier snapshot knew, and the kinds that changed since. */
export interface EarlierKinds {
  readonly kinds: Kinds;
  readonly touched: ReadonlySet<string>;
}

export const byPath = (a: ContextRecord, b: ContextRecord): number => ascending(a.path, b.path);

const isShown = (record: ContextRecord): boolean => record.path !== TEAM_FILE && !record.archived;

/** All but the team's file and what is archived, by path. */
export function shownRecords(files: Iterable<ContextRecord>): readonly ContextRecord[] {
  return [...files].filter(isShown).sort(byPath);
}

/** Records, in their order, by kind. */
export const grouped = (records: Iterable<ContextRecord>): Kinds => Map.groupBy(records, ({ kind }) => kind);

/** The kinds of today's files: the touched ones anew, the others as they were. */
export function regrouped(files: Iterable<ContextRecord>, { kinds, touched }: EarlierKinds): Kinds {
  const next = new Map(kinds);
  for (const kind of touched) next.delete(kind);
  const changed = [...files].filter(({ kind }) => touched.has(kind));
  for (const [kind, records] of grouped(shownRecords(changed))) next.set(kind, records);
  return next;
}
