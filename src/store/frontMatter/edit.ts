/** Sets one field of a YAML text: finds the smallest change, makes it, and has it proved that nothing else changed. */

import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { FieldPath } from '../../core/records/record.ts';
import { isMap, valueAt } from '../../core/records/written.ts';
import { conflictIn } from '../../core/text/fence.ts';
import { indentOf, lineExtent, lineStart, splice } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/positions.ts';
import { isAlias, isMap as isMapNode, isScalar } from '../../core/text/yaml.ts';
import { insertEntry, insertLines, refuse, removeEntry, replaceValue } from './change.ts';
import { type Reading, readYaml } from './document.ts';
import { type Container, containerOf, type Entry, entryAt } from './entries.ts';
import { listChanges } from './listChanges.ts';
import { flowText, indented, pairLines } from './render.ts';
import { holds, nest, plainData, same, withValue } from './sameness.ts';

/**
 * The YAML text with the value at the path set, or removed when undefined. Setting what is there gives the same text.
 * Throws a BecauseError 'not-editable' when that cannot be done without loss. A text without
 * a line end gets LF.
 */
export function editYaml(source: string, path: FieldPath, value: unknown): string {
  if (path.length === 0) throw new BecauseError('bad-input', t('Name the field to set.'));
  const wanted = value === undefined ? undefined : plainData(value);
  const before = readYaml(source);
  refuseUnlessEditable(before, path);
  const after = assign(before, path, wanted);
  if (after !== source) prove(before, after, path, wanted);
  return after;
}

/** Where a path leads: to an entry, or to the container that lacks one for the step at `depth`. */
interface Place {
  readonly container: Container | undefined;
  readonly entry: Entry | undefined;
  /** The entry that holds the container, and what holds that entry; undefined at the top. */
  readonly holder: { readonly container: Container; readonly entry: Entry } | undefined;
  readonly depth: number;
}

function assign(reading: Reading, path: FieldPath, value: unknown): string {
  const { source, values } = reading;
  const current = valueAt(values, path);
  if (same(current, value)) return source;
  const place = locate(reading, path);
  const { container, entry, depth } = place;
  if (value === undefined) return entry && current !== undefined ? remove(reading, path, place) : source;
  const rest = path.slice(depth + 1);
  const inner = nest(rest, value);
  if (!container || !entry) return insert(source, place, path[depth] ?? '', inner);
  if (rest.length > 0) return replaceValue(source, entry, inner, container.flow);
  const within = containerOf(source, entry.value);
  if (within && within.entries.length > 0 && isMap(current) && isMap(value) && Object.keys(value).length > 0) {
    return assignMap(reading, path, current, value);
  }
  if (within?.list && within.entries.length > 0 && Array.isArray(value) && value.length > 0) {
    return assignList(reading, path, current as unknown[], value);
  }
  return replaceValue(source, entry, value, container.flow);
}

function assignMap(reading: Reading, path: FieldPath, from: object, to: object): string {
  const changes = [...Object.entries(to), ...Object.keys(from).map((key) => [key, undefined] as const)];
  let current = reading;
  for (const [key, value] of changes) {
    if (value === undefined ? Object.hasOwn(to, key) : holds(from, key, value)) continue;
    current = reread(current, assign(current, [...path, key], value));
  }
  return current.source;
}

function assignList(reading: Reading, path: FieldPath, from: readonly unknown[], to: readonly unknown[]): string {
  let current = reading;
  for (const { index, kind, value } of listChanges(from, to)) {
    const { container } = locate(current, [...path, 0]);
    if (!container) return refuse();
    if (kind === 'replace') current = reread(current, assign(current, [...path, index], value));
    else if (kind === 'remove') current = reread(current, removeEntry(current.source, container, index));
    else current = reread(current, insertEntry(current.source, container, index, undefined, value));
  }
  return current.source;
}

const reread = (reading: Reading, source: string): Reading => (source === reading.source ? reading : readYaml(source));

function locate({ source, tree }: Reading, path: FieldPath): Place {
  let container = containerOf(source, tree);
  let holder: Place['holder'];
  for (const [depth, step] of path.entries()) {
    const entry = entryAt(container, step);
    const last = depth === path.length - 1;
    if (!container || !entry || last) return { container, entry, holder, depth };
    const within = containerOf(source, entry.value);
    if (!within || within.entries.length === 0) {
      if (!within && !isNothing(entry)) refuseInside(entry);
      return { container, entry, holder, depth };
    }
    holder = { container, entry };
    container = within;
  }
  return refuse();
}

const isNothing = ({ value }: Entry): boolean => value === null || (isScalar(value) && value.value === null);

function insert(source: string, place: Place, step: string | number, value: unknown): string {
  const { container, depth } = place;
  if (container?.list) {
    if (step !== container.entries.length) refuse(t('The list has no item {0}.', step));
    return insertEntry(source, container, container.entries.length, undefined, value);
  }
  const key = String(step);
  if (container && (depth > 0 || container.flow) && container.entries.length > 0) {
    return insertEntry(source, container, container.entries.length, key, value);
  }
  if (container?.flow) return splice(source, container.start, container.end, flowText({ [key]: value }));
  const indent = container ? indentOf(source, container.start) : '';
  return insertLines(source, source.length, indented(pairLines(key, value), indent));
}

/** Takes an entry out. An inner map's last entry takes the map along; a list's last item leaves an empty list. */
function remove(reading: Reading, path: FieldPath, { container, holder, entry }: Place): string {
  const { source } = reading;
  if (!container || !entry) return source;
  if (container.entries.length > 1) return removeEntry(source, container, container.entries.indexOf(entry));
  if (!holder)
    return container.flow ? splice(source, container.start, container.end, '{}') : removeEntry(source, container, 0);
  if (container.list) return replaceValue(source, holder.entry, [], holder.container.flow);
  if (holder.container.list) return replaceValue(source, holder.entry, {}, holder.container.flow);
  return assign(reading, path.slice(0, -1), undefined);
}

function refuseInside({ value, step }: Entry): never {
  if (isAlias(value)) refuse(t('"{0}" is an alias of another value; change that one.', step));
  if (isMapNode(value)) refuse();
  refuse(t('"{0}" is a plain value, so nothing can be set inside it.', step));
}

/** Throws 'not-editable' unless the text as it stands can take an edit of the field. */
function refuseUnlessEditable({ source, problems, doubled }: Reading, path: FieldPath): void {
  if (conflictIn(source)) refuse(t('A merge left conflict markers here.'), t('Resolve the conflict first.'));
  const broken = problems.find(({ code }) => code !== 'duplicate-key');
  if (broken) refuse(broken.message, t('Correct the file by hand first.'));
  const key = String(path[0]);
  if (doubled.has(key)) refuse(t('"{0}" has a key that is given twice.', key), t('Remove one of the two first.'));
}

/** Throws 'not-editable' unless `after` is `before` with that one field changed: as data, and byte by byte. */
function prove(before: Reading, after: string, path: FieldPath, value: unknown): void {
  const { source } = before;
  const own = ownLines(before, String(path[0]));
  const start = source.slice(0, own.start);
  const end = source.slice(own.end);
  const elsewhereKept = after.startsWith(start) && after.endsWith(end) && after.length >= start.length + end.length;
  const read = readYaml(after);
  const asAsked = same(read.values, withValue(before.values, path, value));
  if (elsewhereKept && asAsked && read.problems.length === before.problems.length) return;
  const shared = /[*&]/.test(source)
    ? t('Other fields may share its value through an alias.')
    : t('Change it by hand.');
  refuse(t('"{0}" cannot be changed without changing something else.', path.join('.')), shared);
}

/** The lines of a top-level field; where it would be added when it is missing. */
function ownLines({ source, tree }: Reading, key: string): Span {
  const root = containerOf(source, tree);
  if (root?.flow) return { start: root.start, end: root.end };
  const entry = entryAt(root, key);
  if (!entry) return { start: source.length, end: source.length };
  return lineExtent(source, lineStart(source, entry.start), entry.end);
}
