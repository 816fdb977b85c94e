/** The whole product without a screen: the records of one folder, who is asking, and every way to change them. */
import { BecauseError, newerSchema } from './core/base/errors.ts';
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
import { lastOf, type Question, stagesOf } from './questions/question.ts';
import type { CacheFile } from './store/cache.ts';
import type { Files } from './store/files.ts';
import { changed } from './store/files.ts';
import { FolderStore } from './store/folderStore.ts';
import { newRecord, setBody, setField, setYamlField } from './store/frontMatter.ts';
import type { LibraryChange, Store } from './store/store.ts';

/** What the product needs of the world around it. */
export interface Ports {
  readonly files: Files;
  readonly cache?: CacheFile | undefined;
  readonly now: () => Date;
  /** Git's `user.email`, if there is one. */
  readonly email: () => Promise<string | undefined>;
  /** The member's id the person chose, if they did. */
  readonly chosenMember: () => string | undefined;
  /** Without it there is no git. */
  readonly git?: GitPort | undefined;
  /** Told of errors that belong to nobody's gesture. */
  readonly onError: (error: unknown) => void;
}

/** One field's new value; undefined removes it. */
export type FieldChange = readonly [path: FieldPath, value: unknown];

export interface NewRecord {
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
  /** Writes a new record into a file of its own and returns it. */
  create(kind: KindName, record: NewRecord): Promise<ContextRecord>;
  /** Changes fields of a record, and no other byte of its file. */
  edit(record: ContextRecord, changes: readonly FieldChange[], body?: string): Promise<ContextRecord>;
  /** Replaces a record's text as it was read; for changes worked out place by place, over several fields and the body. */
  rewrite(record: ContextRecord, text: string): Promise<ContextRecord>;
  /** What the text of a file would be after the changes; writes nothing. Throws what `edit` throws. */
  edited(path: string, text: string, changes: readonly FieldChange[]): string;
  /** Writes because.yml where there is none. */
  createTeam(text: string): Promise<void>;
  /** Changes fields of because.yml, which must be there. */
  editTeam(changes: readonly FieldChange[]): Promise<void>;
  /** Gives a record's file another path. */
  move(record: ContextRecord, path: string): Promise<void>;
  /** Removes a record's file as it was read: only what the product itself wrote, and nobody has touched since. */
  remove(record: ContextRecord): Promise<void>;
  dispose(): void;
}

/** Opens a context folder. Nothing is read before `ready` is called. */
export function open(ports: Ports): Because {
  const store: Store = new FolderStore(ports.files, { cache: ports.cache, onError: ports.onError });
  return {
    get library() {
      return store.library;
    },
    onDidChange: store.onDidChange,
    now: ports.now,
    git: ports.git,
    ready: () => store.load(),
    refresh: (paths) => store.refresh(paths),
    stages: (question, input, options) => stages(store, ports, question, input, options),
    ask: async (question, input, options) => lastOf(stages(store, ports, question, input, options)),
    me: () => whoAmI(store, ports),
    create: (kind, record) => create(store, ports, kind, record),
    edit: (record, changes, body) => edit(store, record, changes, body),
    rewrite: (record, text) => change(store, record, () => text),
    edited: (path, text, changes) =>
      changes.reduce(
        (next, [field, value]) => (path === TEAM_FILE ? setYamlField : setField)(next, field, value),
        text,
      ),
    createTeam: (text) => store.create({ path: TEAM_FILE, text }),
    editTeam: (changes) =>
      store.change(TEAM_FILE, (text) => changes.reduce((next, [path, value]) => setYamlField(next, path, value), text)),
    move: (record, path) => discreetly(record, [record.path, path], () => store.rename(record.path, path)),
    remove: (record) => discreetly(record, [record.path], () => store.remove(record.path, record.source.text)),
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
    { library, now: ports.now(), me: () => whoAmI(store, ports), git: ports.git, signal },
    input,
  );
}

async function whoAmI(store: Store, ports: Ports): Promise<string | undefined> {
  // Asking for the address starts git, which must hold up nobody who waits for the records.
  await store.load();
  const { library } = store;
  const email = (await ports.email())?.toLowerCase();
  const known = email
    ? library.members.find(({ emails }) => emails?.some((one) => one.toLowerCase() === email))
    : undefined;
  return known?.id ?? ports.chosenMember();
}

async function create(store: Store, ports: Ports, kind: KindName, record: NewRecord): Promise<ContextRecord> {
  await store.load();
  const { folder, prefix } = kinds[kind];
  const id = record.id ?? mintId(prefix);
  if (!ID.test(id)) throw badId(id);
  if (store.library.named(id).length > 0) {
    throw new BecauseError('already-exists', t('There is already a record with the id {0}.', id), {
      next: t('Choose another id.'),
    });
  }
  const path = `${folder}/${fileOf(kind, record, id)}.md`;
  const by = await whoAmI(store, ports);
  const fields = { id, title: record.title, ...record.fields, by, created: isoMinute(ports.now()) };
  await store.create({ path, text: newRecord(withoutUndefined(fields), record.body ?? '') });
  return written(store, path);
}

/** Where a new record's file lies below its kind's folder. Throws `bad-input` for a name that could lead elsewhere. */
function fileOf(kind: KindName, { file, id: chosen, title, body, fields = {} }: NewRecord, id: string): string {
  // The name of a file is seen by everybody, so it says nothing of what must not be shown.
  const isShown = mayShow(kinds[kind], { raw: fields, text: '', problems: [] }, 'elsewhere');
  const words = chosen === undefined && isShown ? slug(title ?? body ?? '') : '';
  if (file === undefined) return [words, id].filter(Boolean).join('.');
  if (file.split('/').every(isFileName)) return file;
  throw new BecauseError('bad-input', t('“{0}” cannot be the name of a file here.', file.slice(0, 60)), {
    next: t('Use letters, digits, dots, dashes and underscores, and / between folders.'),
  });
}

function edit(
  store: Store,
  record: ContextRecord,
  changes: readonly FieldChange[],
  body: string | undefined,
): Promise<ContextRecord> {
  return change(store, record, (text) => {
    const next = changes.reduce((edited, [path, value]) => setField(edited, path, value), text);
    return body === undefined ? next : setBody(next, body);
  });
}

async function change(store: Store, record: ContextRecord, next: (text: string) => string): Promise<ContextRecord> {
  if (record.readOnly) throw newerSchema(readRecord(record.source).shownPath);
  return discreetly(record, [record.path], async () => {
    await store.change(record.path, (text) => {
      if (text !== record.source.text) throw changed(record.path);
      return next(text);
    });
    return written(store, record.path);
  });
}

/** Does something to a record's file. What fails names the file as everybody may read it. */
async function discreetly<T>({ source }: ContextRecord, paths: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Whoever changes a record may have it as its own file tells it.
    const { withheld, shownPath } = readRecord(source);
    if (!withheld || !(error instanceof BecauseError)) throw error;
    const message = paths.reduce((words, path) => words.replaceAll(oneLine(path), () => shownPath), error.message);
    throw new BecauseError(error.code, message, { next: error.next, cause: error.cause });
  }
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
