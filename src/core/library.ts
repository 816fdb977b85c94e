/** An immutable snapshot of all records, with the references between them resolved both ways. */
import type { KeyMatcher } from './keys.ts';
import { keyMatcher } from './keys.ts';
import { LayeredMap } from './layeredMap.ts';
import type { Surroundings } from './lint/findings.ts';
import { findingsOf } from './lint/findings.ts';
import type { Initiative, KindName, RecordOf, TeamValues } from './records/all.ts';
import { isOf } from './records/all.ts';
import type { Advice, ContextRecord } from './records/record.ts';
import { TEAM_FILE } from './records/team.ts';

/** A member of the team. */
export type Member = NonNullable<NonNullable<TeamValues['team']>['members']>[number];

type Records = readonly ContextRecord[];
type Files = LayeredMap<string, ContextRecord>;
/** Records by an id they have or name. */
type Index = LayeredMap<string, Records>;

const NONE: Records = [];

/** A snapshot in the making. */
export interface LibraryDraft {
  /** What was set so far, by path. */
  readonly paths: ReadonlyMap<string, ContextRecord | undefined>;
  /** Gives a path a new record, or none. */
  set(path: string, record: ContextRecord | undefined): void;
  finish(): Library;
}

/** Changes to an index. Lists made here may grow in place; those of the last snapshot may not. */
class IndexChanges {
  readonly #before: Index;
  readonly #changed = new Map<string, ContextRecord[]>();

  constructor(before: Index) {
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

  applied(): Index {
    const changes: Map<string, Records | undefined> = this.#changed;
    for (const [id, list] of this.#changed) if (list.length === 0) changes.set(id, undefined);
    return this.#before.with(changes);
  }

  #list(id: string): ContextRecord[] {
    let list = this.#changed.get(id);
    if (!list) {
      list = [...(this.#before.get(id) ?? NONE)];
      this.#changed.set(id, list);
    }
    return list;
  }
}

export class Library implements Surroundings {
  /** Every file by its path, archived ones and the team's included. */
  readonly files: Files;
  readonly #byId: Index;
  readonly #children: Index;
  readonly #answers = new Map<unknown, unknown>();

  private constructor(files: Files, byId: Index, children: Index) {
    this.files = files;
    this.#byId = byId;
    this.#children = children;
  }

  static readonly empty = new Library(LayeredMap.empty(), LayeredMap.empty(), LayeredMap.empty());

  /** The next snapshot: each path with its new record, or gone where there is none. */
  with(changes: ReadonlyMap<string, ContextRecord | undefined>): Library {
    const draft = this.draft();
    for (const [path, record] of changes) draft.set(path, record);
    return draft.finish();
  }

  /** The next snapshot, made step by step, for whoever has many changes and must not block for long. */
  draft(): LibraryDraft {
    const files = new Map<string, ContextRecord | undefined>();
    const byId = new IndexChanges(this.#byId);
    const children = new IndexChanges(this.#children);
    return {
      paths: files,
      set: (path, record) => {
        const before = files.has(path) ? files.get(path) : this.files.get(path);
        if (before) {
          byId.drop(ownIds(before), before);
          children.drop(referencedIds(before), before);
        }
        if (record) {
          byId.add(ownIds(record), record);
          children.add(referencedIds(record), record);
        }
        files.set(path, record);
      },
      finish: () => new Library(this.files.with(files), byId.applied(), children.applied()),
    };
  }

  /** An answer found out once per snapshot. The query is its own key, so pass a function that outlives the call. */
  memo<T>(query: (library: Library) => T): T {
    if (!this.#answers.has(query)) this.#answers.set(query, query(this));
    return this.#answers.get(query) as T;
  }

  /** Like `memo`, for a question about one record or id. */
  memoFor<K, T>(query: (library: Library, about: K) => T, about: K): T {
    let answers = this.#answers.get(query) as Map<K, T> | undefined;
    if (!answers) {
      answers = new Map();
      this.#answers.set(query, answers);
    }
    if (!answers.has(about)) answers.set(about, query(this, about));
    return answers.get(about) as T;
  }

  /** The records that are shown: not the team's file, not the archived. */
  get records(): Records {
    return this.memo(shown);
  }

  /** The record with the id; with several, the first by path, which `named` tells. */
  find(id: string): ContextRecord | undefined {
    const all = this.named(id);
    return all.length > 1 ? [...all].sort(byPath)[0] : all[0];
  }

  /** Every record with the id: more than one is a finding on each. */
  named(id: string): Records {
    return this.#byId.get(id) ?? NONE;
  }

  /** The record with the id when it is of the kind. */
  findOf<K extends KindName>(kind: K, id: string): RecordOf<K> | undefined {
    return this.named(id).find((record): record is RecordOf<K> => isOf(record, kind));
  }

  /** The records of a kind, archived ones left out, in the order of their paths. */
  ofKind<K extends KindName>(kind: K): readonly RecordOf<K>[] {
    return (this.memo(byKind).get(kind) ?? NONE) as readonly RecordOf<K>[];
  }

  /** Every kind there is a record of, known or not. */
  get kindNames(): readonly string[] {
    return [...this.memo(byKind).keys()];
  }

  /** The records that point to an id, archived ones left out. */
  children<K extends KindName>(id: string, kind: K): readonly RecordOf<K>[];
  children(id: string, kind?: string): Records;
  children(id: string, kind?: string): Records {
    return (this.#children.get(id) ?? NONE).filter((child) => !child.archived && (!kind || child.kind === kind));
  }

  /** Every record that points to an id, archived ones too: what a rename must reach. */
  referrers(id: string): Records {
    return this.#children.get(id) ?? NONE;
  }

  idsOf(kind: string): Iterable<string> {
    return (this.memo(byKind).get(kind) ?? NONE).map((record) => record.id);
  }

  /** The team's file as a record, if there is one. */
  get teamFile(): ContextRecord<TeamValues> | undefined {
    return this.files.get(TEAM_FILE) as ContextRecord<TeamValues> | undefined;
  }

  /** What because.yml says; empty where it says nothing. */
  get team(): TeamValues {
    return this.teamFile?.values ?? EMPTY_TEAM;
  }

  get members(): readonly Member[] {
    return this.memo(membersOf);
  }

  get memberIds(): ReadonlySet<string> {
    return this.memo(memberIdsOf);
  }

  /** The findings of one record. */
  findings(record: ContextRecord): readonly Advice[] {
    return this.memoFor(findingsIn, record);
  }

  /** Finds the issue keys this library knows. */
  get keys(): KeyMatcher {
    return this.memo(matcherOf);
  }

  /** The initiative an issue key stands for: its own id, or one of its `issues`. */
  initiativeOf(key: string): Initiative | undefined {
    return this.findOf('initiative', key) ?? this.memo(byIssue).get(key);
  }
}

const EMPTY_TEAM: TeamValues = { archived: false };

const byPath = (a: ContextRecord, b: ContextRecord) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

const ownIds = (record: ContextRecord): Iterable<string> => (record.path === TEAM_FILE ? [] : [record.id]);

const referencedIds = (record: ContextRecord): Iterable<string> => new Set(record.references.map(({ id }) => id));

const shown = (library: Library): Records =>
  [...library.files.values()].filter((record) => record.path !== TEAM_FILE && !record.archived).sort(byPath);

const byKind = (library: Library): ReadonlyMap<string, Records> => Map.groupBy(library.records, ({ kind }) => kind);

const membersOf = (library: Library): readonly Member[] =>
  (library.team.team?.members ?? []).filter((member) => member.id !== undefined);

const memberIdsOf = (library: Library): ReadonlySet<string> =>
  new Set(library.members.flatMap(({ id }) => (id === undefined ? [] : [id])));

const findingsIn = (library: Library, record: ContextRecord) => findingsOf(record, library);

const byIssue = (library: Library): ReadonlyMap<string, Initiative> => {
  const map = new Map<string, Initiative>();
  for (const initiative of library.ofKind('initiative')) {
    for (const key of initiative.values.issues ?? []) if (!map.has(key)) map.set(key, initiative);
  }
  return map;
};

const matcherOf = (library: Library): KeyMatcher => {
  const known = library.ofKind('initiative').map(({ id }) => id);
  return keyMatcher([...known, ...library.memo(byIssue).keys()], library.team.keys ?? []);
};
