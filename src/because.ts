/** The whole product without a screen: the records of one folder, who is asking, and every way to change them. */
import { connectors, readFacts } from './connectors/all.ts';
import type { Connector } from './connectors/connector.ts';
import { BecauseError, notEdited } from './core/base/errors.ts';
import type { Event } from './core/base/events.ts';
import { isFileName, mintId, slug } from './core/base/ids.ts';
import { t } from './core/base/l10n.ts';
import type { KindName } from './core/kinds/all.ts';
import { ID, kinds, readRecord } from './core/kinds/all.ts';
import { TEAM_FILE } from './core/kinds/team.ts';
import type { Library } from './core/library/library.ts';
import { mayShow } from './core/records/privacy.ts';
import type { ContextRecord, FieldPath } from './core/records/record.ts';
import { oneLine } from './core/text/foreignText.ts';
import type { GitPort } from './git/port.ts';
import { lastOf, type Question, stagesOf, type Texts } from './questions/question.ts';
import type { CacheFile } from './store/cache.ts';
import type { FileChange, Files } from './store/files.ts';
import { exists } from './store/files.ts';
import { FolderStore } from './store/folderStore.ts';
import { newRecord, setBody, setField, setYamlField } from './store/frontMatter.ts';
import { LayeredStore } from './store/layeredStore.ts';
import { sourceOf } from './store/source.ts';
import type { LibraryChange, Store } from './store/store.ts';

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
  /** Without it no files but the records are looked at. */
  readonly texts?: Texts | undefined;
  /** What else knows records; without it, every connector there is. */
  readonly connectors?: readonly Connector[] | undefined;
  /** Told of errors that belong to nobody's gesture. */
  readonly onError: (error: unknown) => void;
}

/** One field's new value; undefined removes it. */
export type FieldChange = readonly [path: FieldPath, value: unknown];

/** A record that is to be written, in a file of its own. */
export interface NewRecord {
  readonly create: KindName;
  /** A readable id a person chose; without it one is made. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** The file below the kind's folder, without its ending, such as `PAY-142/ada`; without it, it is named after the title and id. */
  readonly file?: string | undefined;
  readonly fields?: { readonly [name: string]: unknown };
  readonly body?: string;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
}

/** A because.yml, where there is none: the text to begin with, and the fields to set in it. */
interface NewTeamFile {
  readonly create: typeof TEAM_FILE;
  readonly text: string;
  readonly fields: readonly FieldChange[];
}

/** Fields of a record change, and its body where one is given, and no other byte of its file. */
export interface Edit {
  readonly edit: ContextRecord;
  readonly fields?: readonly FieldChange[];
  readonly body?: string | undefined;
}

/** What becomes of a record; because.yml is one as well. A record that changes twice has both. */
export type Change =
  | NewRecord
  | NewTeamFile
  | Edit
  /** Another text; for changes worked out place by place, over several fields and the body. */
  | { readonly rewrite: ContextRecord; readonly text: string }
  /** Another path for its file. */
  | { readonly move: ContextRecord; readonly to: string }
  /** No file any more: only for what the product itself wrote, and nobody has touched since. */
  | { readonly remove: ContextRecord };

export interface Because {
  readonly library: Library;
  readonly onDidChange: Event<LibraryChange>;
  readonly now: () => Date;
  /** Undefined where there is no git. */
  readonly git: GitPort | undefined;
  /** Resolves when everything was read once. */
  ready(): Promise<void>;
  /** Reads the paths again, or everything. */
  refresh(paths?: readonly string[]): Promise<void>;
  /** Asks the connectors again what they know. Throws what they throw; all they said before stays then. */
  refreshConnectors(): Promise<void>;
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
    ready: () => store.load(),
    refresh: (paths) => store.refresh(paths),
    refreshConnectors: () => store.refreshUnder(),
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
      signal,
    },
    input,
  );
}

async function whoAmI(library: Library, ports: Ports): Promise<string | undefined> {
  const email = (await ports.email())?.toLowerCase();
  const known = email
    ? library.members.find(({ emails }) => emails?.some((one) => one.toLowerCase() === email))
    : undefined;
  return known?.id ?? ports.chosenMember();
}

async function write(store: Store, ports: Ports, changes: readonly Change[]): Promise<readonly ContextRecord[]> {
  await store.load();
  const files = new Map<string, FileChange>();
  const paths: string[] = [];
  let me: Promise<string | undefined> | undefined;
  for (const change of changes) {
    if (isNewRecord(change)) me ??= whoAmI(withTeam(store.library, files), ports);
    const created = { by: await me, created: isoMinute(ports.now()) };
    const file = 'create' in change ? newFile(store.library, files, change, created) : changedFile(files, change);
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

/** The records with the team that is about to be written: whoever sets up is in it already. */
function withTeam(library: Library, files: FileChanges): Library {
  const text = files.get(TEAM_FILE)?.after;
  if (text === undefined) return library;
  const draft = library.draft();
  draft.set(TEAM_FILE, readRecord(sourceOf(TEAM_FILE, text)));
  return draft.finish();
}

/** What of files changes, so far. */
type FileChanges = ReadonlyMap<string, FileChange>;

function newFile(
  library: Library,
  others: FileChanges,
  change: NewRecord | NewTeamFile,
  created: { readonly by: string | undefined; readonly created: string },
): FileChange {
  const isTeam = change.create === TEAM_FILE;
  const file = isTeam
    ? { path: TEAM_FILE, text: edited(TEAM_FILE, change.text, change.fields) }
    : newRecordFile(library, change, created);
  if (others.has(file.path)) throw exists(file.path);
  return { path: file.path, before: undefined, after: file.text };
}

function newRecordFile(library: Library, record: NewRecord, created: object) {
  const { folder, prefix } = kinds[record.create];
  const id = record.id ?? mintId(prefix);
  if (!ID.test(id)) throw badId(id);
  if (library.named(id).length > 0) {
    throw new BecauseError('already-exists', t('There is already a record with the id {0}.', id), {
      next: t('Choose another id.'),
    });
  }
  const fields = { id, title: record.title, ...record.fields, ...created };
  return {
    path: `${folder}/${fileOf(record, id)}.md`,
    text: newRecord(withoutUndefined(fields), record.body ?? ''),
  };
}

/** Where a new record's file lies below its kind's folder. Throws `bad-input` for a name that could lead elsewhere. */
function fileOf({ create: kind, file, id: chosen, title, body, fields = {} }: NewRecord, id: string): string {
  // The name of a file is seen by everybody, so it says nothing of what must not be shown.
  const isShown = mayShow(kinds[kind], { raw: fields, text: '', problems: [] }, 'elsewhere');
  const words = chosen === undefined && isShown ? slug(title ?? body ?? '') : '';
  if (file === undefined) return [words, id].filter(Boolean).join('.');
  if (file.split('/').every(isFileName)) return file;
  throw new BecauseError('bad-input', t('“{0}” cannot be the name of a file here.', file.slice(0, 60)), {
    next: t('Use letters, digits, dots, dashes and underscores, and / between folders.'),
  });
}

function changedFile(others: FileChanges, change: Exclude<Change, NewRecord | NewTeamFile>): FileChange {
  const record = recordOf(change);
  const { path, source } = record;
  const file = others.get(path) ?? { path, before: source.text, after: source.text };
  if ('move' in change) return { ...file, to: change.to };
  if ('remove' in change) return { ...file, after: undefined };
  if (record.readOnly) throw notEdited(readRecord(source).shownPath, record.keptIn);
  if ('rewrite' in change) return { ...file, after: change.text };
  const text = edited(path, file.after ?? '', change.fields ?? []);
  return { ...file, after: change.body === undefined ? text : setBody(text, change.body) };
}

function recordOf(change: Exclude<Change, NewRecord | NewTeamFile>): ContextRecord {
  if ('edit' in change) return change.edit;
  if ('rewrite' in change) return change.rewrite;
  return 'move' in change ? change.move : change.remove;
}

function edited(path: string, text: string, changes: readonly FieldChange[]): string {
  const set = path === TEAM_FILE ? setYamlField : setField;
  return changes.reduce((next, [field, value]) => set(next, field, value), text);
}

/** Does something to records' files. What fails names each file as everybody may read it. */
async function discreetly(changes: readonly Change[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BecauseError)) throw error;
    const message = changes.reduce(
      (words, change) => ('create' in change ? words : discreet(words, change)),
      error.message,
    );
    throw message === error.message
      ? error
      : new BecauseError(error.code, message, { next: error.next, cause: error.cause });
  }
}

function discreet(words: string, change: Exclude<Change, NewRecord | NewTeamFile>): string {
  const { path, source } = recordOf(change);
  // Whoever changes a record may have it as its own file tells it.
  const { withheld, shownPath } = readRecord(source);
  if (!withheld) return words;
  const paths = 'move' in change ? [path, change.to] : [path];
  return paths.reduce((rest, each) => rest.replaceAll(oneLine(each), () => shownPath), words);
}

function written(store: Store, path: string): ContextRecord {
  const record = store.library.files.get(path);
  if (!record) throw new BecauseError('not-found', t('{0} is not there any more.', path));
  return record;
}

function badId(id: string): BecauseError {
  return new BecauseError('bad-input', t('“{0}” cannot be an id.', id.slice(0, 60)), {
    next: t('Use letters, digits, dots, dashes and underscores, at most 100.'),
  });
}

/** A moment as people like to read it: to the minute, in UTC. */
function isoMinute(moment: Date): string {
  return `${moment.toISOString().slice(0, 16)}Z`;
}

function withoutUndefined(fields: { readonly [name: string]: unknown }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}
