/** An immutable snapshot of all records, with the references between them resolved both ways. */
import type { KeyMatcher } from './keys.ts';
import { keyMatcher } from './keys.ts';
import type { Surroundings } from './lint/findings.ts';
import { findingsOf } from './lint/findings.ts';
import type { Initiative, KindName, RecordOf, TeamValues } from './records/all.ts';
import { isOf, readRecord } from './records/all.ts';
import type { Advice, ContextRecord, Source } from './records/record.ts';
import { TEAM_FILE } from './records/team.ts';

/** A member of the team. */
export type Member = NonNullable<NonNullable<TeamValues['team']>['members']>[number];

type Records = readonly ContextRecord[];

const NONE: Records = [];

export class Library implements Surroundings {
  /** Every file by its path, archived ones and the team's included. */
  readonly files: ReadonlyMap<string, ContextRecord>;
  readonly #byId: ReadonlyMap<string, Records>;
  readonly #children: ReadonlyMap<string, Records>;
  readonly #answers = new Map<unknown, unknown>();

  private constructor(
    files: ReadonlyMap<string, ContextRecord>,
    byId: ReadonlyMap<string, Records>,
    children: ReadonlyMap<string, Records>,
  ) {
    this.files = files;
    this.#byId = byId;
    this.#children = children;
  }

  static readonly empty = new Library(new Map(), new Map(), new Map());

  /** The next snapshot: each path read anew, or gone where there is no source. */
  with(changes: ReadonlyMap<string, Source | undefined>): Library {
    const files = new Map(this.files);
    const byId = new Map(this.#byId);
    const children = new Map(this.#children);
    const touched = new Set<Map<string, Records>>([byId, children]);
    // Lists that this call made may grow in place; those of the last snapshot may not.
    const own = new Set<Records>();
    const add = (index: Map<string, Records>, id: string, record: ContextRecord) => {
      const list = index.get(id);
      if (list && own.has(list)) (list as ContextRecord[]).push(record);
      else {
        const next = list ? [...list, record] : [record];
        own.add(next);
        index.set(id, next);
      }
    };
    const drop = (index: Map<string, Records>, id: string, record: ContextRecord) => {
      const rest = (index.get(id) ?? NONE).filter((other) => other !== record);
      if (rest.length > 0) index.set(id, rest);
      else index.delete(id);
    };
    for (const [path, source] of changes) {
      const before = files.get(path);
      if (before) {
        for (const index of touched) for (const id of idsIn(index === byId, before)) drop(index, id, before);
        files.delete(path);
      }
      if (!source) continue;
      const record = readRecord(source);
      files.set(path, record);
      for (const index of touched) for (const id of idsIn(index === byId, record)) add(index, id, record);
    }
    return new Library(files, byId, children);
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

function idsIn(own: boolean, record: ContextRecord): Iterable<string> {
  if (own) return record.path === TEAM_FILE ? [] : [record.id];
  return new Set(record.references.map(({ id }) => id));
}

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
