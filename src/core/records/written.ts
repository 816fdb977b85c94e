/**
 * How scalars are written in a file, where YAML takes them for something else than a text: `007`, `2026.10`, `True`.
 * What is read from a file is plain data, so the form is kept beside it, and a field that means text asks for it.
 */

/** The forms of the scalars in a map or list; only of those that cannot be told from their data. */
const formsOf = new WeakMap<object, Map<string | number, string>>();

/** What nobody writes for a text: the words for nothing. `Null` may be a name. */
const NOTHING = new Set(['', '~', 'null']);

/** Whether a scalar's data does not tell how it is written. */
export function needsForm(value: unknown, form: string): boolean {
  if (value === null) return !NOTHING.has(form);
  return (typeof value === 'number' || typeof value === 'boolean') && String(value) !== form;
}

/** Keeps how a scalar of a map or list is written. */
export function keepForm(container: object, step: string | number, form: string): void {
  const forms = formsOf.get(container);
  if (forms) forms.set(step, form);
  else formsOf.set(container, new Map([[step, form]]));
}

/** Gives a copy of a map the forms of its scalars. */
export function likeWritten<T extends object>(original: object, copy: T): T {
  const forms = formsOf.get(original);
  if (forms) formsOf.set(copy, forms);
  return copy;
}

/** How a scalar is written, where its data does not tell. */
export function formAt(container: object, step: string | number): string | undefined {
  return formsOf.get(container)?.get(step);
}

/** An entry of a map or list as texts: as it is written, an inner list item by item. Maps stay as they are. */
export function asWritten(container: object, step: string | number): unknown {
  const value = valueIn(container, step);
  if (Array.isArray(value) && formsOf.has(value)) return value.map((_, index) => asWritten(value, index));
  return formAt(container, step) ?? value;
}

/** The text of a scalar as it is written; undefined for nothing, and for lists and maps. */
export function textAt(container: object, step: string | number): string | undefined {
  const value = formAt(container, step) ?? valueIn(container, step);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The form of a scalar, and the keys and list positions that lead to it. */
export type PlacedForm = readonly [path: readonly (string | number)[], form: string];

/** Every form that is kept in data, with the path to it; for whoever stores the data elsewhere. */
export function formsIn(data: object): PlacedForm[] {
  const found: PlacedForm[] = [];
  collect(data, [], found);
  return found;
}

function collect(container: object, path: PlacedForm[0], found: PlacedForm[]): void {
  for (const [step, form] of formsOf.get(container) ?? []) found.push([[...path, step], form]);
  for (const name in container) {
    const value = valueIn(container, name);
    if (isContainer(value)) collect(value, [...path, Array.isArray(container) ? Number(name) : name], found);
  }
}

/** Gives data a scalar as it was when it was stored, which the place it was stored in may not have been able to hold. */
export function restoreForm(data: object, [path, form]: PlacedForm, value: unknown): void {
  const container = valueAt(data, path.slice(0, -1));
  const step = path.at(-1);
  if (!isContainer(container) || step === undefined) return;
  (container as { [step: string | number]: unknown })[step] = value;
  keepForm(container, step, form);
}

/** The value a path leads to, through maps by keys and through lists by positions; undefined where it leads nowhere. */
export const valueAt = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, step) => (isMap(at) || (Array.isArray(at) && typeof step === 'number') ? valueIn(at, step) : undefined),
    data,
  );

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isMap = (value: unknown): value is { readonly [name: string]: unknown } =>
  isContainer(value) && !Array.isArray(value);

function valueIn(container: object, step: string | number): unknown {
  return Object.hasOwn(container, step)
    ? (container as { readonly [step: string | number]: unknown })[step]
    : undefined;
}
