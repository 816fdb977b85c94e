/** An immutable snapshot of all records, with the references between them resolved both ways. */
import { lasting } from '../base/lasting.ts';
import type { KeyMatcher } from '../keys/keys.ts';
import { keyMatcher } from '../keys/keys.ts';
import type { Initiative, KindName, RecordOf, TeamValues } from '../kinds/all.ts';
import { isOf } from '../kinds/all.ts';
import { TEAM_FILE } from '../kinds/team.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { type CommittedPlan, EFFORT_UNIT } from '../scoring/plan.ts';
import { oneLine } from '../text/foreignText.ts';
import type { Surroundings } from './findings.ts';
import { findingsOf } from './findings.ts';
import {
  byPath,
  type EarlierKinds,
  grouped,
  IndexChanges,
  type Kinds,
  LayeredMap,
  type RecordIndex,
  regrouped,
  shownRecords,
} from './indexes.ts';

/** A member of the team. */
export type Member = NonNullable<NonNullable<TeamValues['team']>['members']>[number];

type Records = readonly ContextRecord[];
type Files = LayeredMap<string, ContextRecord>;

const NONE: Records = [];

/** What git's history tells of the plans that no record keeps. */
export interface PlansInGit {
  /** The commit that was checked out when git was asked. */
  readonly head: string | undefined;
  /** By the ids of the initiatives git was asked about; undefined where it knows of no commitment. */
  readonly of: ReadonlyMap<string, CommittedPlan | undefined>;
}

const NO_PLANS: PlansInGit = { head: undefined, of: new Map() };

/** A snapshot in the making. */
export interface LibraryDraft {
  /** What was set so far. */
  readonly paths: readonly string[];
  /** Gives a path a new record, or none. */
  set(path: string, record: ContextRecord | undefined): void;
  finish(): Library;
}

export class Library implements Surroundings {
  /** Every file by its path, archived ones and the team's included. */
  readonly files: Files;
  readonly #byId: RecordIndex;
  readonly #children: RecordIndex;
  readonly #answers = new Map<unknown, unknown>();
  /** What an earlier snapshot knew of the kinds, and the kinds that changed since. */
  readonly #earlier: EarlierKinds | undefined;
  #kinds: Kinds | undefined;
  readonly plansInGit: PlansInGit;

  private constructor(
    files: Files,
    byId: RecordIndex,
    children: RecordIndex,
    earlier?: EarlierKinds,
    plansInGit: PlansInGit = NO_PLANS,
  ) {
    this.files = files;
    this.#byId = byId;
    this.#children = children;
    this.#earlier = earlier;
    this.plansInGit = plansInGit;
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
    const files = new Map<string, ContextRecord>();
    const gone = new Set<string>();
    const touched = new Set<string>(this.#kinds ? [] : this.#earlier?.touched);
    const kinds = this.#kinds ?? this.#earlier?.kinds;
    const byId = new IndexChanges(this.#byId);
    const children = new IndexChanges(this.#children);
    return {
      get paths() {
        return [...files.keys(), ...gone];
      },
      set: (path, record) => {
        const before = files.get(path) ?? (gone.has(path) ? undefined : this.files.get(path));
        if (before) {
          byId.drop(ownIds(before), before);
          children.drop(before.refersTo, before);
          touched.add(before.kind);
        }
        if (record) {
          touched.add(record.kind);
          byId.add(ownIds(record), record);
          children.add(record.refersTo, record);
          files.set(path, record);
          gone.delete(path);
        } else {
          files.delete(path);
          gone.add(path);
        }
      },
      finish: () =>
        new Library(
          this.files.with(files, gone),
          byId.applied(),
          children.applied(),
          kinds && { kinds, touched },
          this.plansInGit,
        ),
    };
  }

  /** The same records, with what git tells of plans. */
  withPlansInGit(plans: PlansInGit): Library {
    const earlier = { kinds: this.#byKind, touched: new Set<string>() };
    return new Library(this.files, this.#byId, this.#children, earlier, plans);
  }

  planInGit(id: string): CommittedPlan | undefined {
    return this.plansInGit.of.get(id);
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
    return all.length > 1 ? this.memoFor(firstNamed, id) : all[0];
  }

  /** Every record with the id: more than one is a finding on each. */
  named(id: string): Records {
    return this.#byId.get(id) ?? NONE;
  }

  /** The record with the id when it is of the kind. */
  findOf<K extends KindName>(kind: K, id: string): RecordOf<K> | undefined {
    const all = this.named(id);
    const found = all.length > 1 ? this.memoFor(firstOfKinds, id).get(kind) : all[0];
    return found && isOf(found, kind) ? found : undefined;
  }

  /** The records of a kind, archived ones left out, in the order of their paths. */
  ofKind<K extends KindName>(kind: K): readonly RecordOf<K>[] {
    return (this.#byKind.get(kind) ?? NONE) as readonly RecordOf<K>[];
  }

  /** Every kind there is a record of, known or not. */
  get kindNames(): readonly string[] {
    return [...this.#byKind.keys()];
  }

  /** Lists of kinds that did not change are those of the snapshot before, so that what is derived from them lasts. */
  get #byKind(): Kinds {
    this.#kinds ??= this.#earlier ? regrouped(this.files.values(), this.#earlier) : grouped(this.records);
    return this.#kinds;
  }

  /** The records that point to an id, archived ones left out. */
  children<K extends KindName>(id: string, kind: K): readonly RecordOf<K>[];
  children(id: string, kind?: string): Records;
  children(id: string, kind?: string): Records {
    const children = this.memoFor(childrenOf, id);
    return (kind === undefined ? children.all : children.ofKind.get(kind)) ?? NONE;
  }

  /** Every record that points to an id, archived ones too: what a rename must reach. */
  referrers(id: string): Records {
    return this.#children.get(id) ?? NONE;
  }

  /** The ids of a kind that may be shown, for did-you-mean. */
  idsOf(kind: string): readonly string[] {
    return this.memoFor(idsIn, kind);
  }

  /** The team's file as a record, if there is one. */
  get teamFile(): ContextRecord<TeamValues> | undefined {
    return this.files.get(TEAM_FILE) as ContextRecord<TeamValues> | undefined;
  }

  /** What because.yml says; empty where it says nothing. */
  get team(): TeamValues {
    return this.teamFile?.values ?? EMPTY_TEAM;
  }

  get effortUnit(): string {
    return this.team.scoring?.effortUnit ?? EFFORT_UNIT;
  }

  get members(): readonly Member[] {
    return this.memo(membersOf);
  }

  get memberIds(): ReadonlySet<string> {
    return this.memo(memberIdsOf);
  }

  /** The findings of one record, and those of the day where one is given. */
  findings(record: ContextRecord, day = ''): readonly Advice[] {
    const all = this.memoFor(findingsIn, record);
    return all.some(({ from }) => from !== undefined) ? all.filter(({ from = '' }) => from <= day) : all;
  }

  /** Finds the issue keys this library knows. */
  get keys(): KeyMatcher {
    return matcherFor(this.ofKind('initiative'), this.team.keys ?? NO_PREFIXES);
  }

  /** The initiative an issue key stands for: its own id, or one of its `issues`. */
  initiativeOf(key: string): Initiative | undefined {
    return this.findOf('initiative', key) ?? issuesUnder(this.ofKind('initiative')).get(key);
  }
}

/** A question about all records, answered once per snapshot. */
export const memoized =
  <T>(query: (library: Library) => T) =>
  (library: Library): T =>
    library.memo(query);

/** The same about one record or id. */
export const memoizedFor =
  <K, T>(query: (library: Library, about: K) => T) =>
  (library: Library, about: K): T =>
    library.memoFor(query, about);

const EMPTY_TEAM: TeamValues = { archived: false, sensitive: false };

const ownIds = (record: ContextRecord): Iterable<string> => (record.path === TEAM_FILE ? [] : [record.id]);

const membersOf = (library: Library): readonly Member[] =>
  (library.team.team?.members ?? []).filter((member) => member.id !== undefined);

const memberIdsOf = (library: Library): ReadonlySet<string> =>
  new Set(library.members.flatMap(({ id }) => (id === undefined ? [] : [id])));

const shown = (library: Library): Records => shownRecords(library.files.values());

const firstNamed = (library: Library, id: string): ContextRecord | undefined => library.named(id).toSorted(byPath)[0];

const firstOfKinds = (library: Library, id: string): ReadonlyMap<string, ContextRecord> =>
  new Map(
    library
      .named(id)
      .map((record) => [record.kind, record] as const)
      .reverse(),
  );

const childrenOf = (library: Library, id: string) => {
  const all = library.referrers(id).filter(({ archived }) => !archived);
  return { all, ofKind: Map.groupBy(all, ({ kind }) => kind) };
};

const idsIn = (library: Library, kind: string): readonly string[] =>
  library.ofKind(kind as KindName).flatMap(({ id, shownId }) => (id === shownId ? id : []));

/** Whatever names and values they quote, each on one line. */
const findingsIn = (library: Library, record: ContextRecord): readonly Advice[] =>
  findingsOf(record, library).map((finding) => ({ ...finding, message: oneLine(finding.message) }));

/** By the list: it is the same for as many snapshots as its kind does not change. */
const issuesUnder = lasting((initiatives: readonly Initiative[]): ReadonlyMap<string, Initiative> => {
  const issues = initiatives.flatMap((one) => one.keys.map((key) => [key, one] as const));
  // Where two claim an issue, the first by path has it, and a map keeps the last it is given.
  return new Map(issues.reverse());
});

const matchers = new WeakMap<readonly Initiative[], { readonly prefixes: readonly string[]; matcher: KeyMatcher }>();

const NO_PREFIXES: readonly string[] = [];

function matcherFor(initiatives: readonly Initiative[], prefixes: readonly string[]): KeyMatcher {
  const known = matchers.get(initiatives);
  if (known?.prefixes === prefixes) return known.matcher;
  const matcher = keyMatcher([...initiatives.map(({ id }) => id), ...issuesUnder(initiatives).keys()], prefixes);
  matchers.set(initiatives, { prefixes, matcher });
  return matcher;
}
