/** The record an action's input names, or the error that says why there is none. */
import type { Because, FieldChange } from '../because.ts';
import { BecauseError, newerSchema } from '../core/errors.ts';
import { t } from '../core/l10n.ts';
import { nearest } from '../core/lint/nearest.ts';
import type { Initiative, KindName, RecordOf } from '../core/records/all.ts';
import { isOf, kinds } from '../core/records/all.ts';
import type { ContextRecord } from '../core/records/record.ts';

/**
 * The record with the id, as its file is at this moment: what was typed or written just before belongs to it. Throws
 * `not-found`, with what may have been meant, and `ambiguous`.
 */
export async function recordNamed(because: Because, id: string): Promise<ContextRecord> {
  await because.ready();
  const paths = because.library.named(id).map(({ path }) => path);
  if (paths.length > 0) await because.refresh(paths);
  const [record, ...more] = because.library.named(id);
  if (!record)
    throw notFound(
      id,
      because.library.records.map((each) => each.id),
    );
  if (more.length > 0) throw ambiguous(id, [record, ...more]);
  return record;
}

/** The record with the id, of that kind. Throws like `recordNamed`, and `bad-input` for another kind. */
export async function recordOfKind<K extends KindName>(because: Because, kind: K, id: string): Promise<RecordOf<K>> {
  await because.ready();
  if (because.library.named(id).length === 0) throw notFound(id, because.library.idsOf(kind));
  const record = await recordNamed(because, id);
  if (isOf(record, kind)) return record;
  throw new BecauseError('bad-input', t('{0} is of the kind {1}, not {2}.', id, record.kind, kinds[kind].name));
}

/** The initiative with the id or issue key. Throws like `recordOfKind`. */
export async function initiativeNamed(because: Because, key: string): Promise<Initiative> {
  await because.ready();
  return because.library.initiativeOf(key) ?? recordOfKind(because, 'initiative', key);
}

/** The initiative with the id or issue key, as its file is at this moment, to be changed. Throws like `recordOfKind`. */
export async function initiativeNow(because: Because, key: string): Promise<Initiative> {
  const { id } = await initiativeNamed(because, key);
  return recordOfKind(because, 'initiative', id);
}

/** The ids of the records with these ids, each once. Throws like `recordOfKind`, or `recordNamed` where any kind will do. */
export async function idsNamed(because: Because, ids: readonly string[], kind?: KindName): Promise<readonly string[]> {
  for (const id of ids) await (kind ? recordOfKind(because, kind, id) : recordNamed(because, id));
  return [...new Set(ids)];
}

/**
 * The member who asks, for what must say by whom it is. Throws `no-member` where nobody knows; where because.yml names no
 * members, anybody is one who says who they are.
 */
export async function memberAsking(because: Because): Promise<string> {
  await because.ready();
  const me = await because.me();
  const { memberIds } = because.library;
  if (me !== undefined && (memberIds.size === 0 || memberIds.has(me))) return me;
  const message = me === undefined ? t('Nobody knows who you are.') : t('{0} is not a member of the team.', me);
  throw new BecauseError('no-member', message, {
    next:
      memberIds.size === 0
        ? t('Write down who is in the team, in because.yml.')
        : t('Run “Because: Choose Who I Am…”, or add yourself to because.yml.'),
  });
}

/** The id, where it is a member's or because.yml names none. Throws `bad-input`, with who may have been meant. */
export function memberNamed({ library }: Because, id: string): string {
  if (library.memberIds.size === 0 || library.memberIds.has(id)) return id;
  const [meant] = nearest(id, library.memberIds);
  throw new BecauseError('bad-input', t('{0} is not a member of the team.', id), {
    next: meant === undefined ? t('Add them to because.yml.') : t('Did you mean {0}?', meant),
  });
}

/**
 * Throws what `edit` would throw for these changes, for whoever is about to write another file first: `newer-schema`, and
 * `not-editable` for a file that must be corrected by hand.
 */
export function refuseFixed(
  because: Because,
  { path, readOnly, source }: ContextRecord,
  changes: readonly FieldChange[],
): void {
  if (readOnly) throw newerSchema(path);
  because.edited(path, source.text, changes);
}

function notFound(id: string, known: Iterable<string>): BecauseError {
  const [meant] = nearest(id, known);
  return new BecauseError('not-found', t('There is no record with the id {0}.', id), {
    next: meant === undefined ? t('Look the id up in the sidebar.') : t('Did you mean {0}?', meant),
  });
}

function ambiguous(id: string, records: readonly ContextRecord[]): BecauseError {
  const files = records.map(({ path }) => path).join(', ');
  return new BecauseError('ambiguous', t('Several records have the id {0}: {1}.', id, files), {
    next: t('Give each its own id.'),
  });
}
