/** Records by an id they have, or by an id they name. */

import type { ContextRecord } from '../records/record.ts';
import type { LayeredMap } from './layeredMap.ts';

export type RecordIndex = LayeredMap<string, readonly ContextRecord[]>;

const NONE: readonly ContextRecord[] = [];

/** Changes to an index. Lists made here may grow in place; those of the last snapshot may not. */
export class IndexChanges {
  readonly #before: RecordIndex;
  readonly #changed = new Map<string, ContextRecord[]>();

  constructor(before: RecordIndex) {
    this.#before = before;
  }

  add(ids: Iterable<string>, record: ContextRecord): void {
    for (const id of ids) {
      const list = this.#changed.get(id);
      if (list) list.push(record);
      // A list made with what is in it takes no room for more: most ids are one record's.
      else this.#changed.set(id, this.#before.get(id)?.concat(record) ?? [record]);
    }
  }

  drop(ids: Iterable<string>, record: ContextRecord): void {
    for (const id of ids) {
      const list = this.#changed.get(id) ?? [...(this.#before.get(id) ?? NONE)];
      list.splice(list.indexOf(record), 1);
      this.#changed.set(id, list);
    }
  }

  applied(): RecordIndex {
    const changes: Map<string, readonly ContextRecord[] | undefined> = this.#changed;
    for (const [id, list] of this.#changed) if (list.length === 0) changes.set(id, undefined);
    return this.#before.with(changes);
  }
}
