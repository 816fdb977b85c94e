/** Records by an id they have, or by an id they name. */
import type { LayeredMap } from './layeredMap.ts';
import type { ContextRecord } from './records/record.ts';

export type RecordIndex = LayeredMap<string, readonly ContextRecord[]>;

/** Changes to an index. Lists made here may grow in place; those of the last snapshot may not. */
export class IndexChanges {
  readonly #before: RecordIndex;
  readonly #changed = new Map<string, ContextRecord[]>();

  constructor(before: RecordIndex) {
    this.#before = before;
  }

  add(ids: Iterable<string>, record: ContextRecord): void {
    for (const id of ids) this.#list(id).push(record);
  }

  drop(ids: Iterable<string>, record: ContextRecord): void {
    for (const id of ids) {
      const list = this.#list(id);
      list.splice(list.indexOf(record), 1);
    }
  }

  applied(): RecordIndex {
    const changes: Map<string, readonly ContextRecord[] | undefined> = this.#changed;
    for (const [id, list] of this.#changed) if (list.length === 0) changes.set(id, undefined);
    return this.#before.with(changes);
  }

  #list(id: string): ContextRecord[] {
    let list = this.#changed.get(id);
    if (!list) {
      list = [...(this.#before.get(id) ?? [])];
      this.#changed.set(id, list);
    }
    return list;
  }
}
