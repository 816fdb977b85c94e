/** The whole product without a screen: the records of one folder, who is asking, and every way to change them. */
import { connectors, readFacts } from './connectors/all.ts';
import type { Connector } from './connectors/connector.ts';
import { BecauseError } from './core/base/errors.ts';
import type { Event } from './core/base/events.ts';
import { t } from './core/base/l10n.ts';
import { readRecord } from './core/kinds/all.ts';
import { TEAM_FILE } from './core/kinds/team.ts';
import type { Change, FieldChange } from './core/library/change.ts';
import type { Library, PlansInGit } from './core/library/library.ts';
import { membersAt } from './core/library/query.ts';
import type { ContextRecord } from './core/records/record.ts';
import type { GitPort } from './git/port.ts';
import { lastOf, type Question, stagesOf, type Texts } from './questions/question.ts';
import type { CacheFile } from './store/cache.ts';
import { discreetly, edited, fileAfter, withTeam } from './store/changes.ts';
import type { FileChange, Files } from './store/files.ts';
import { FolderStore } from './store/folderStore.ts';
import { LayeredStore } from './store/layeredStore.ts';
import { sourceOf } from './store/source.ts';
import type { LibraryChange, Store } from './store/store.ts';

/** What only this person on this machine may know, by its name. */
export interface Secrets {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}

/** What the product needs of the world around it. */
export interface Ports {
  readonly files: Files;
  readonly cache?: CacheFile | undefined;
  /** Resolves when whoever waited for the records was answered, and the cache may be written; without it, it is at once. */
  readonly rest?: (() => Promise<unknown>) | undefined;
  readonly now: () => Date;
  /** Git's `user.email`, if there is one. */
  readonly email: () => Promise<string | undefined>;
  /** The member's id the person chose, if they did. */
  readonly chosenMember: () => string | undefined;
  /** Without it there is no git. */
  readonly git?: GitPort | undefined;
  /** Without it nothing can be kept secret, so nothing is done that needs it. */
  readonly secrets?: Secrets | undefined;
  /** Without it no files but the records are looked at. */
  readonly texts?: Texts | undefined;
  /** What else knows records; without it, every connector there is. */
  readonly connectors?: readonly Connector[] | undefined;
  /** Told of errors that belong to nobody's gesture. */
  readonly onError: (error: unknown) => void;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Because {
  readonly library: Library;
  readonly onDidChange: Event<LibraryChange>;
  readonly now: () => Date;
  /** Undefined where there is no git. */
  readonly git: GitPort | undefined;
  /** Undefined where nothing can be kept secret. */
  readonly secrets: Secrets | undefined;
  /** Resolves when everything was read once. */
  ready(): Promise<void>;
  /** Reads the paths again, or everything. */
  refresh(paths?: readonly string[]): Promise<void>;
  /** Asks the connectors again what they know. Throws what they throw; all they said before stays then. */
  refreshConnectors(): Promise<void>;
  /** Keeps what git was found to tell of plans, until it is told anew. */
  keepPlansInGit(plans: PlansInGit): void;
  /**
   * Answers a question, when the records were read: what is known at once, then what is known later in its place. Aborted,
   * it throws the signal's reason. Throws what the question throws.
   */
  stages<Input, Answer>(
    question: Question<Input, Answer>,
    input: NoInfer<Input>,
    options?: AskOptions,
  ): AsyncGenerator<Answer>;
  /** The whole answer: the last of the stages. */
  ask<Input, Answer>(question: Question<Input, Answer>, input: NoInfer<Input>, options?: AskOptions): Promise<Answer>;
  /** The member who is working here, if known. */
  me(): Promise<string | undefined>;
  /**
   * Makes all the changes or none, each to a record as it was read, and returns what became of each record. Throws
   * `BecauseError`, and nothing is written then.
   */
  write<const Changes extends readonly Change[]>(changes: Changes): Promise<Written<Changes>>;
  /** What the text of a file would be after the changes; writes nothing. Throws what writing them throws. */
  edited(path: string, text: string, changes: readonly FieldChange[]): string;
  dispose(): void;
}

/** A record for each change: as it was where it is removed. */
type Written<Changes extends readonly Change[]> = { readonly [At in keyof Changes]: ContextRecord };

/** Opens a context folder. Nothing is read before `ready` is called. */
export function open(ports: Ports): Because {
  const { files, cache, rest, onError } = ports;
  const folder = new FolderStore(files, { cache, rest, onError });
  const store = new LayeredStore(folder, () => readFacts(ports.connectors ?? connectors), onError);
  return {
    get library() {
      return store.library;
    },
    onDidChange: store.onDidChange,
    now: ports.now,
    git: ports.git,
    secrets: ports.secrets,
    ready: () => store.load(),
    refresh: (paths) => store.refresh(paths),
    refreshConnectors: () => store.refreshUnder(),
    keepPlansInGit: (plans) => store.keepPlans(plans),
    stages: (question, input, options) => stages(store, ports, question, input, options),
    ask: async (question, input, options) => lastOf(stages(store, ports, question, input, options)),
    async me() {
      // Asking for the address starts git, which must hold up nobody who waits for the records.
      await store.load();
      return whoAmI(store.library, ports);
    },
    write: async <const Changes extends readonly Change[]>(changes: Changes) =>
      (await write(store, ports, changes)) as Written<Changes>,
    edited,
    dispose: () => store.dispose(),
  };
}

async function* stages<Input, Answer>(
  store: Store,
  ports: Ports,
  question: Question<Input, Answer>,
  input: Input,
  { signal }: AskOptions = {},
): AsyncGenerator<Answer> {
  await store.load();
  const { library } = store;
  yield* stagesOf(
    question,
    {
      library,
      now: ports.now(),
      me: () => whoAmI(store.library, ports),
      email: ports.email,
      git: ports.git,
      texts: ports.texts,
      read: (path, text) => readRecord(sourceOf(path, text)),
      signal,
    },
    input,
  );
}

async function whoAmI(library: Library, ports: Ports): Promise<string | undefined> {
  const email = await ports.email();
  const [known, ...others] = email ? membersAt(library, email) : [];
  const chosen = ports.chosenMember();
  if (others.length === 0) return known?.id ?? chosen;
  // Two people with one address: who of them it is they say themselves, and nobody guesses.
  return [known, ...others].some((each) => each?.id === chosen) ? chosen : undefined;
}

async function write(store: Store, ports: Ports, changes: readonly Change[]): Promise<readonly ContextRecord[]> {
  await store.load();
  const files = new Map<string, FileChange>();
  const paths: string[] = [];
  let me: Promise<string | undefined> | undefined;
  for (const change of changes) {
    if (isNewRecord(change)) me ??= whoAmI(withTeam(store.library, files), ports);
    const created = { by: await me, created: isoMinute(ports.now()) };
    const file = fileAfter(store.library, files, change, created);
    files.set(file.path, file);
    paths.push(file.path);
  }
  await discreetly(changes, () => store.write([...files.values()]));
  return changes.map((change, index) => {
    if ('remove' in change) return change.remove;
    const path = paths[index] ?? '';
    return written(store, files.get(path)?.to ?? path);
  });
}

const isNewRecord = (change: Change): boolean => 'create' in change && change.create !== TEAM_FILE;

function written(store: Store, path: string): ContextRecord {
  const record = store.library.files.get(path);
  if (!record) throw new BecauseError('not-found', t('{0} no longer exists.', path));
  return record;
}

/** A moment as people like to read it: to the minute, in UTC. */
function isoMinute(moment: Date): string {
  return `${moment.toISOString().slice(0, 16)}Z`;
}
