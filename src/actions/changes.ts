/** Changes to parts of fields, so that everything else in them stays as it is written. */
import type { FieldChange } from '../core/library/change.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { asWritten } from '../core/records/written.ts';

/** Changes to parts of a map; one that is not there yet is written whole. A part that is undefined is removed. */
export function partChanges(
  { source }: ContextRecord,
  field: string,
  parts: { readonly [name: string]: unknown },
): FieldChange[] {
  const known = Object.entries(parts);
  const there = Object.hasOwn(source.raw, field) ? source.raw[field] : undefined;
  if (there !== undefined && there !== null) return known.map(([name, value]) => [[field, name], value]);
  const given = known.filter(([, value]) => value !== undefined);
  return given.length === 0 ? [] : [[[field], Object.fromEntries(given)]];
}

/** The change that adds ids to a field which may hold one or a list; none where they stand there. */
export function addedTo({ source }: ContextRecord, field: string, ids: readonly string[]): FieldChange[] {
  const there = asWritten(source.raw, field);
  const before: readonly unknown[] = Array.isArray(there)
    ? there
    : there === undefined || there === null
      ? []
      : [there];
  const more = ids.filter((id) => !before.some((each) => String(each) === id));
  if (more.length === 0) return [];
  const all = [...before, ...more];
  return [[[field], all.length === 1 ? all[0] : all]];
}
