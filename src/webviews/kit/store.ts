/** A value that parts of a page watch: each part is drawn again only when the piece it picked has changed. */
import { useEffect, useReducer, useRef } from 'preact/hooks';

export class Store<T> {
  #value: T;
  readonly #watchers = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** Replaces the value and tells everybody who watches. */
  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Changes some fields of the value. */
  patch(fields: Partial<T>): void {
    this.set({ ...this.#value, ...fields });
  }

  /** Calls back after every change, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

/** The piece of a store that `pick` gives; the part that calls this is drawn again when it becomes another one. */
export function useStore<T, P>(store: Store<T>, pick: (value: T) => P): P {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const picked = pick(store.value);
  const latest = useRef({ pick, picked });
  latest.current = { pick, picked };
  useEffect(() => {
    const look = (): void => {
      const { pick, picked } = latest.current;
      if (!Object.is(pick(store.value), picked)) redraw(undefined);
    };
    // What changed between drawing and watching must not be missed.
    look();
    return store.watch(look);
  }, [store]);
  return picked;
}
