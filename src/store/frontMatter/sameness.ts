/** Comparing plain data, and saying what it would be after a change. */

import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { FieldPath } from '../../core/records/record.ts';
import { formAt, isMap, valueAt } from '../../core/records/written.ts';
import { newValues, type Values } from './reading/shape.ts';

/**
 * Equal as data, or where the first was read from a file, as the text that stands there: the order of keys does not matter,
 * and NaN equals itself.
 */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((_, index) => holds(a, index, b[index]));
  }
  if (isMap(a) && isMap(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && holds(a, key, b[key]));
  }
  return Number.isNaN(a) && Number.isNaN(b);
}

/** Whether an entry of a map or list is the same as a value, or is written as that text. */
export function holds(container: unknown, step: string | number, value: unknown): boolean {
  if (Array.isArray(container) || isMap(container)) {
    if (typeof value === 'string' && formAt(container, step) === value) return true;
  }
  return same(valueAt(container, [step]), value);
}

const DEEPEST = 100;

/** A copy as YAML can hold it: maps without prototype, entries that are undefined left out. */
export function plainData(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (depth < DEEPEST && Array.isArray(value)) return value.map((item) => plainData(item ?? null, depth + 1));
  if (depth < DEEPEST && isMap(value) && [null, Object.prototype].includes(Object.getPrototypeOf(value))) {
    const copy = newValues();
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) copy[key] = plainData(item, depth + 1);
    }
    return copy;
  }
  throw new BecauseError('bad-input', t('Only text, numbers, true or false, lists and maps can be written to a file.'));
}

/** What is to stand at the first missing step so that `rest` leads to the value. */
export function nest(rest: FieldPath, value: unknown): unknown {
  return rest.reduceRight((inner, step) => {
    if (step === 0) return [inner];
    const map = newValues();
    map[String(step)] = inner;
    return map;
  }, value);
}

/** The data with the value at the path set, or removed when undefined; a map inside a map that becomes empty goes too. */
export function withValue(data: unknown, path: FieldPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (value === undefined && valueAt(data, path) === undefined) return data;
  if (Array.isArray(data)) {
    const index = Number(step);
    if (value === undefined && rest.length === 0) return data.toSpliced(index, 1);
    const item = withValue(data[index], rest, value);
    return index < data.length ? data.with(index, item === undefined ? newValues() : item) : [...data, item];
  }
  if (!isMap(data)) return value === undefined ? data : nest(path, value);
  const copy: Values = Object.assign(newValues(), data);
  const key = String(step);
  const inner = rest.length === 0 ? value : withValue(copy[key], rest, value);
  const emptied = value === undefined && isMap(inner) && Object.keys(inner).length === 0;
  if (inner === undefined || emptied) delete copy[key];
  else copy[key] = inner;
  return copy;
}
