/** Changes of records as changes of their files. */
import { BecauseError, notEdited } from '../core/base/errors.ts';
import { isFileName, mintId, slug } from '../core/base/ids.ts';
import { t } from '../core/base/l10n.ts';
import { kinds, readRecord } from '../core/kinds/all.ts';
import { TEAM_FILE } from '../core/kinds/team.ts';
import type { Change, FieldChange, NewRecord, NewTeamFile } from '../core/library/change.ts';
import type { Library } from '../core/library/library.ts';
import { checkNewId } from '../core/library/rename.ts';
import { mayShow } from '../core/records/privacy.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { oneLine } from '../core/text/foreignText.ts';
import { exists, type FileChange } from './files.ts';
import { newRecord, setBody, setField, setYamlField } from './frontMatter.ts';
import { sourceOf } from './source.ts';

/** What of files changes, so far. */
type FileChanges = ReadonlyMap<string, FileChange>;

/** The records with the team that is about to be written: whoever sets up is in it already. */
export function withTeam(library: Library, files: FileChanges): Library {
  const text = files.get(TEAM_FILE)?.after;
  if (text === undefined) return library;
  const draft = library.draft();
  draft.set(TEAM_FILE, readRecord(sourceOf(TEAM_FILE, text)));
  return draft.finish();
}

/** Who makes a record, and when. */
interface Creation {
  readonly by: string | undefined;
  readonly created: string;
}

/** The file a change is about, as it is after it and those before. Throws `BecauseError` where it cannot be. */
export function fileAfter(library: Library, others: FileChanges, change: Change, created: Creation): FileChange {
  if (!('create' in change)) return changedFile(others, change);
  const file =
    change.create === TEAM_FILE
      ? { path: TEAM_FILE, text: edited(TEAM_FILE, change.text, change.fields) }
      : newRecordFile(library, change, created);
  if (others.has(file.path)) throw exists(file.path);
  return { path: file.path, before: undefined, after: file.text };
}

function newRecordFile(library: Library, record: NewRecord, created: Creation) {
  const { folder, prefix } = kinds[record.create];
  const id = record.id ?? mintId(prefix);
  checkNewId(library, id);
  const { by = created.by } = record;
  const fields = { id, title: record.title, ...record.fields, ...created, by };
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
  throw new BecauseError('bad-input', t('“{0}” cannot be a file name here.', file.slice(0, 60)), {
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

/** The text of a file after the changes. Throws what setting a field throws. */
export function edited(path: string, text: string, changes: readonly FieldChange[]): string {
  const set = path === TEAM_FILE ? setYamlField : setField;
  return changes.reduce((next, [field, value]) => set(next, field, value), text);
}

/** Does something to records' files. What fails names each file as everybody may read it. */
export async function discreetly(changes: readonly Change[], work: () => Promise<void>): Promise<void> {
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

function withoutUndefined(fields: { readonly [name: string]: unknown }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}
