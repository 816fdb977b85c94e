/** The record an action's input names, or the error that says why there is none. */
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { type Initiative, isOf, type KindName, kinds, type RecordOf } from '../core/kinds/all.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { nearest } from '../core/wording/nearest.ts';

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
      because.library.records.filter(({ withheld }) => !withheld).map((each) => each.id),
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
  throw new BecauseError(
    'bad-input',
    t('{0} is of kind “{1}”, not “{2}”.', record.shownId, record.kind, kinds[kind].name),
  );
}

/** The initiative with the id or issue key. Throws like `recordOfKind`. */
export async function initiativeNamed(because: Because, key: string): Promise<Initiative> {
  await because.ready();
  return because.library.initiativeOf(key) ?? recordOfKind(because, 'initiative', key);
}

/** The initiative with the id or issue key, as its file is at this moment, to be changed. Throws like `recordOfKind`. */
export async function initiativeNow(because: Because, key: string): Promise<Initiative> {
  const { id } = await initiativeNamed(because, key);
  // Nothing that is there must be lost by a change, shown or not.
  return (await recordOfKind(because, 'initiative', id)).itself;
}

/** The ids of the records with these ids, each once. Throws like `recordOfKind`, or `recordNamed` where any kind will do. */
export async function idsNamed(because: Because, ids: readonly string[], kind?: KindName): Promise<readonly string[]> {
  for (const id of ids) await (kind ? recordOfKind(because, kind, id) : recordNamed(because, id));
  return [...new Set(ids)];
}

function notFound(id: string, known: Iterable<string>): BecauseError {
  const [meant] = nearest(id, known);
  return new BecauseError('not-found', t('There is no record with the id {0}.', id), {
    next: meant === undefined ? t('Look up the id in the sidebar.') : t('Did you mean {0}?', meant),
  });
}

function ambiguous(id: string, records: readonly ContextRecord[]): BecauseError {
  const files = records.map(({ shownPath }) => shownPath).join(', ');
  return new BecauseError('ambiguous', t('Several records have the id {0}: {1}.', id, files), {
    next: t('Give each record its own id.'),
  });
}
