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
    return this.#patch.size === 0 ? this.#base.keys() : this.#patchedKeys();
  }

  values(): Iterable<V> {
    return this.#patch.size === 0 ? this.#base.values() : this.#patchedValues();
  }

  *#patchedKeys(): Iterable<K> {
    for (const key of this.#base.keys()) if (!this.#patch.has(key)) yield key;
    for (const [key, value] of this.#patch) if (value !== undefined) yield key;
  }

  *#patchedValues(): Iterable<V> {
    for (const [key, value] of this.#base) if (!this.#patch.has(key)) yield value;
    for (const value of this.#patch.values()) if (value !== undefined) yield value;
  }

  /** A copy with these values set, and the keys of undefined ones gone. Whoever gives the changes leaves them as they are. */
  with(changes: ReadonlyMap<K, V | undefined>): LayeredMap<K, V> {
    // The first of many: to copy them would hold up everybody.
    if (this.#base.size + this.#patch.size === 0 && isWhole(changes)) return new LayeredMap(changes, new Map());
    const patch = new Map(this.#patch);
    for (const [key, value] of changes) patch.set(key, value);
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

function isWhole<K, V>(changes: ReadonlyMap<K, V | undefined>): changes is ReadonlyMap<K, V> {
  for (const value of changes.values()) if (value === undefined) return false;
  return true;
}
