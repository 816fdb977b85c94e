/** What is said about a field, in completion and in hovers: all of it from the field's own definition. */
import { t } from '../base/l10n.ts';
import type { Field, Fields } from '../records/field.ts';
import type { FieldPath } from '../records/record.ts';

/** The field a path leads to; undefined where the path leads elsewhere. A number stands for an item of a list. */
export function fieldAt(fields: Fields, path: FieldPath): Field | undefined {
  let within: Fields | undefined = fields;
  let found: Field | undefined;
  for (const step of path) {
    if (typeof step === 'number') {
      if (!found?.many) return undefined;
      continue;
    }
    found = within && Object.hasOwn(within, step) ? within[step] : undefined;
    if (!found) return undefined;
    within = found.fields;
  }
  return found;
}

/** The fields of the map at a path; undefined where no map belongs. */
export function fieldsAt(fields: Fields, path: FieldPath): Fields | undefined {
  if (path.length === 0) return fields;
  const field = fieldAt(fields, path);
  const isItem = typeof path.at(-1) === 'number';
  return field?.fields && Boolean(field.many) === isItem ? field.fields : undefined;
}

/** The sentences about a field: what it is for, what is expected, and what holds without it. */
export function fieldHelp(field: Field): readonly string[] {
  const sentences = [field.help(), t('Expected: {0}.', field.expected())];
  if (field.required) sentences.push(t('Required.'));
  if (field.fallback !== undefined) sentences.push(t('Default: {0}.', String(field.fallback)));
  return sentences;
}
