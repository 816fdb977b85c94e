/** The folder's records over what other tools say: one record for each id, in which the words of its file win. */
import type { Event } from '../core/base/events.ts';
import { Emitter } from '../core/base/events.ts';
import { readRecord } from '../core/kinds/all.ts';
import type { Library, PlansInGit } from '../core/library/library.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { likeWritten } from '../core/records/written.ts';
import type { FileChange } from './files.ts';
import type { LibraryChange, Store } from './store.ts';

/** What the other tools say now, some at a time: records as their files would be. */
export type ReadUnder = () => AsyncIterable<readonly ContextRecord[]>;

/** Records by their ids. */
type Under = ReadonlyMap<string, ContextRecord>;

export class LayeredStore implements Store {
  readonly #folder: Store;
  readonly #readUnder: ReadUnder;
  readonly #changes: Emitter<LibraryChange>;
  #under: Under = new Map();
  #plans: PlansInGit | undefined;
  #library: Library;
  readonly onDidChange: Event<LibraryChange>;

  constructor(folder: Store, readUnder: ReadUnder, onError: (error: unknown) => void) {
    this.#folder = folder;
    this.#readUnder = readUnder;
    this.#library = folder.library;
    this.#changes = new Emitter(onError);
    this.onDidChange = this.#changes.event;
    folder.onDidChange(({ paths }) => this.#lay(paths));
  }

  get library(): Library {
    return this.#library;
  }

  load(): Promise<void> {
    return this.#folder.load();
  }

  refresh(paths?: readonly string[]): Promise<void> {
    return this.#folder.refresh(paths);
  }

  /** Asks the other tools again. Where one does not answer, all they said before stays, and it throws. */
  async refreshUnder(): Promise<void> {
    await this.load();
    const under = new Map<string, ContextRecord>();
    for await (const some of this.#readUnder()) for (const record of some) under.set(record.id, record);
    if (under.size === 0 && this.#under.size === 0) return;
    const before = this.#under;
    this.#under = under;
    this.#lay([...before.values(), ...under.values()].map((record) => this.#pathOf(record)));
  }

  /** Keeps what git tells of plans beside the records, and tells of the initiatives of which that is new. */
  keepPlans(plans: PlansInGit): void {
    const { plansInGit: before } = this.#library;
    if (plans === before) return;
    this.#plans = plans;
    const ids = new Set([...before.of.keys(), ...plans.of.keys()]);
    const news = [...ids].filter((id) => JSON.stringify(before.of.get(id)) !== JSON.stringify(plans.of.get(id)));
    this.#library = this.#library.withPlansInGit(plans);
    const paths = news.flatMap((id) => this.#library.find(id)?.path ?? []);
    if (paths.length > 0) this.#changes.fire({ library: this.#library, paths });
  }

  write(changes: readonly FileChange[]): Promise<void> {
    return this.#folder.write(changes);
  }

  dispose(): void {
    this.#changes.dispose();
    this.#folder.dispose();
  }

  /** Lays the folder's records over the others anew, and tells of these paths and where what is there now was before. */
  #lay(paths: readonly string[]): void {
    const before = this.#library;
    const records = laid(this.#folder.library, this.#under);
    this.#library = this.#plans ? records.withPlansInGit(this.#plans) : records;
    this.#changes.fire({ library: this.#library, paths: this.#under.size === 0 ? paths : this.#told(paths, before) });
  }

  /** These paths, and where what the other tools say of them stands alone, or did before. */
  #told(paths: readonly string[], before: Library): readonly string[] {
    const isAt = (path: string) =>
      [before, this.#library].map(({ files }) => this.#under.get(files.get(path)?.id ?? ''));
    const alone = paths.flatMap(isAt).flatMap((record) => record?.path ?? []);
    return [...new Set([...paths, ...alone])];
  }

  #pathOf({ id, path }: ContextRecord): string {
    return this.#folder.library.find(id)?.path ?? path;
  }
}

function laid(folder: Library, under: Under): Library {
  if (under.size === 0) return folder;
  const draft = folder.draft();
  for (const record of under.values()) {
    const file = folder.find(record.id);
    if (file?.kind === record.kind) draft.set(file.path, over(file, record));
    // A file with another id may have the name.
    else if (!file && !folder.files.has(record.path)) draft.set(record.path, record);
  }
  return draft.finish();
}

/** A file's record, with what its fields leave unsaid. */
function over({ source }: ContextRecord, { source: { raw } }: ContextRecord): ContextRecord {
  const { path, text, bodyStart, problems } = source;
  const locate: typeof source.locate = (field, part) => source.locate(field, part);
  return readRecord({
    path,
    text,
    bodyStart,
    problems,
    locate,
    raw: likeWritten(source.raw, { ...raw, ...source.raw }),
  });
}
