/** Giving a record another id: which spans of which files change, and how. Nothing is written here. */

import { BecauseError, notEdited } from '../base/errors.ts';
import { t } from '../base/l10n.ts';
import { fieldsOf, ID, kindNames, kindOf } from '../kinds/all.ts';
import { TEAM_FILE } from '../kinds/team.ts';
import type { ContextRecord, FieldPath, Source } from '../records/record.ts';
import { textAt } from '../records/written.ts';
import { runBefore } from '../text/endings.ts';
import type { Span } from '../text/positions.ts';
import type { Library } from './library.ts';
import { linksTo, unescaped } from './relativeLinks.ts';

/** A piece of a text and what stands there afterwards. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** What changes in one record's file. */
interface FileChange {
  readonly record: ContextRecord;
  /** In the order of the text, never overlapping. */
  readonly replacements: readonly Replacement[];
}

/** Everything a rename changes in the records. */
export interface RenamePlan {
  readonly record: ContextRecord;
  readonly id: string;
  readonly newId: string;
  readonly changes: readonly FileChange[];
  /** The record's file, where its name carries the id. */
  readonly move: { readonly from: string; readonly to: string } | undefined;
}

/** The text with the pieces replaced. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  let [result, from] = ['', 0];
  for (const { span, text: next } of replacements) {
    result += text.slice(from, span.start) + next;
    from = span.end;
  }
  return result + text.slice(from);
}

/** The one record with the id. Throws `not-found` or `ambiguous`. */
export function renamable(library: Library, id: string): ContextRecord {
  const named = library.named(id);
  const [record] = named;
  if (!record) throw new BecauseError('not-found', t('No record has the id {0}.', id));
  if (named.length > 1) {
    const paths = named.map(({ shownPath }) => shownPath).join(', ');
    throw new BecauseError('ambiguous', t('Several records have the id {0}: {1}.', id, paths), {
      next: t('Correct their ids by hand first.'),
    });
  }
  if (record.keptIn !== undefined) throw notEdited(record.shownId, record.keptIn);
  return record;
}

/** Throws `bad-input` or `already-exists` when a record cannot take the id. */
export function checkNewId(library: Library, newId: string): void {
  if (!ID.test(newId)) {
    throw new BecauseError('bad-input', t('“{0}” cannot be an id.', newId.slice(0, 60)), {
      next: t('Use letters, digits, dots, dashes and underscores, at most 100.'),
    });
  }
  if (library.named(newId).length > 0) {
    throw new BecauseError('already-exists', t('There is already a record with the id {0}.', newId), {
      next: t('Choose another id.'),
    });
  }
}

/**
 * Works out a rename: the record's own `id` and file name, every reference (archived records' too), `issues` that name it,
 * keys and links in bodies. Only the id's own characters change, inside whatever quotes stand around them. Addresses on
 * the web stay as they are. Throws `not-found`, `ambiguous`, `bad-input`, `already-exists`, and `not-editable` or
 * `newer-schema` for a file that must not be touched but would have to be.
 */
export function planRename(library: Library, id: string, newId: string): RenamePlan {
  const record = renamable(library, id);
  checkNewId(library, newId);
  const move = moveOf(library, record, newId);
  const changes: FileChange[] = [];
  for (const file of library.files.values()) {
    if (file.path === TEAM_FILE || file.keptIn !== undefined || !mentions(file, id)) continue;
    refuseUnreadable(file, id);
    const spans = [
      ...(file === record ? idSpan(file) : []),
      ...referencesTo(file, id),
      ...mentionsInBody(library, file, id, move?.from),
    ];
    const replacements = replacementsFor(file.source, spans, id, newId);
    if (replacements.length === 0) continue;
    if (file.readOnly) throw notEdited(file.shownPath, undefined);
    changes.push({ record: file, replacements });
  }
  return { record, id, newId, changes, move };
}

/** Where in a file's front matter the id is referred to: reference fields, and `issues` that name it as a key. */
export function referencesTo(file: ContextRecord, id: string): Span[] {
  const paths: FieldPath[] = file.references.filter((reference) => reference.id === id).map(({ field }) => field);
  const others = kindOf(file.kind) ? ['issues'] : [...referenceFields, 'issues'];
  for (const name of others) {
    if (!Object.hasOwn(file.source.raw, name)) continue;
    const value = file.source.raw[name];
    if (!Array.isArray(value)) {
      if (textAt(file.source.raw, name) === id) paths.push([name]);
      continue;
    }
    for (const index of value.keys()) if (textAt(value, index) === id) paths.push([name, index]);
  }
  return paths.flatMap((path) => file.source.locate(path, 'value') ?? []);
}

/** Fields that refer to records in the kinds we know: in a kind we do not know, they are taken for the same. */
const referenceFields: readonly string[] = [
  ...new Set(
    kindNames.flatMap((kind) => Object.entries(fieldsOf(kind)).flatMap(([name, { refers }]) => (refers ? name : []))),
  ),
];

/** How a link may write a character of an id. */
const ESCAPED = /%[\da-f]{2}|\\[-._]/i;

/** A file whose text holds the id nowhere is not looked at; escapes and numbers are few, so its references count too. */
function mentions({ source, id: own, references }: ContextRecord, id: string): boolean {
  const isWritten = source.text.includes(id) || ESCAPED.test(source.text);
  return isWritten || own === id || references.some((reference) => reference.id === id);
}

function refuseUnreadable(file: ContextRecord, id: string): void {
  const problem = file.source.problems[0];
  const { text } = file.source;
  const isWord = (at: number) => !/[\w-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + id.length));
  if (!problem || (file.id !== id && !places(text, id).some(isWord))) return;
  throw new BecauseError('not-editable', t('{0} refers to this record, but cannot be read.', file.shownPath), {
    next: problem.message,
  });
}

function idSpan(file: ContextRecord): Span[] {
  const { raw } = file.source;
  const span = textAt(raw, 'id') === file.id && file.source.locate(['id'], 'value');
  return span ? [span] : [];
}

/** A place that changes; `written`: what stands there afterwards where that is not the new id alone. */
interface Mentioned extends Span {
  readonly written?: (newId: string) => string;
}

/** Keys in the body, and relative links to the record's file. */
function mentionsInBody(library: Library, file: ContextRecord, id: string, path: string | undefined): Mentioned[] {
  const { text, bodyStart } = file.source;
  const keys = library.keys.find(text, bodyStart).filter((match) => match.key === id);
  const mentions = [...keys, ...(path === undefined ? [] : linksToFile(file, path, id))];
  return mentions.filter(({ start }) => !isInAddress(text, start));
}

/** Links to the record's file, and its path from the context folder where it stands in a text. */
function linksToFile(file: ContextRecord, path: string, id: string): Mentioned[] {
  const { text, bodyStart } = file.source;
  const { names, targets } = linksTo(text, bodyStart, { from: file.path, to: path });
  const told = places(text, path, bodyStart)
    .filter((at) => /[/(<[\s]/.test(text.charAt(at - 1) || ' ') && !/\w/.test(text.charAt(at + path.length)))
    .filter((at) => !targets.some(({ start, end }) => start <= at && at < end))
    .map((at) => ({ start: at, end: at + path.length }));
  return [...told, ...names].flatMap(({ start, end }) => {
    const name = text.slice(start, end).replace(/\.md$/i, '');
    const at = name.lastIndexOf(id);
    return at < 0 ? inEscapes(name, start, id) : [{ start: start + at, end: start + at + id.length }];
  });
}

/** A name whose id is written with percent signs or backslashes: it is written anew. */
function inEscapes(name: string, start: number, id: string): Mentioned[] {
  const plain = unescaped(name);
  const at = plain.lastIndexOf(id);
  const head = plain.slice(0, at);
  return at < 0 ? [] : [{ start, end: start + name.length, written: (newId) => `${encodeURIComponent(head)}${newId}` }];
}

function places(text: string, part: string, from = 0): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** Longest address looked back for. */
const MAX_ADDRESS = 1000;

/** Whether a place lies in an address such as `https://tracker.example/browse/PAY-7`, which others named. */
function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_ADDRESS), at);
  const word = before.slice(runBefore(before, before.length, /[^\s<>()[\]"'`]/));
  return /[a-z][a-z0-9+.-]{0,30}:\/\//i.test(word);
}

function replacementsFor(source: Source, spans: readonly Mentioned[], id: string, newId: string): Replacement[] {
  const { text, bodyStart } = source;
  const byStart = new Map(spans.map((span) => [span.start, span]));
  const sorted = [...byStart.values()].sort((a, b) => a.start - b.start);
  return sorted
    .filter((span) => !followsAnchor(text, span, sorted))
    .map(({ written, ...span }) =>
      span.start < bodyStart ? inField(text, span, id, newId) : { span, text: written?.(newId) ?? newId },
    );
}

/** Whether the span is an alias of a value that is itself replaced. */
function followsAnchor(text: string, span: Span, all: readonly Span[]): boolean {
  const name = /^\*(\S+)$/.exec(text.slice(span.start, span.end))?.[1];
  if (name === undefined) return false;
  return all.some((other) => text.slice(0, other.start).trimEnd().endsWith(`&${name}`));
}

/** The id's own characters where they stand as such; else (an escape, an alias, a number written oddly) the whole value. */
function inField(text: string, span: Span, id: string, newId: string): Replacement {
  const written = text.slice(span.start, span.end);
  const at = written.lastIndexOf(id);
  if (at >= 0 && (written !== id || isSafePlain(newId))) {
    const start = span.start + at;
    return { span: { start, end: start + id.length }, text: newId };
  }
  const isQuoted = /^["']/.test(written);
  return { span, text: isQuoted || !isSafePlain(newId) ? `"${newId}"` : newId };
}

/** What a YAML reader would take for a number or a truth value, and so not read as these characters. */
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null|nil|\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d*)?|0[xob][\da-f_]*)$/i;

const isSafePlain = (id: string): boolean => !NOT_TEXT.test(id) || (/^\d+$/.test(id) && String(Number(id)) === id);

/** The file is renamed where its name is the id, or ends with it as tool-made names do. */
function moveOf(library: Library, record: ContextRecord, newId: string): RenamePlan['move'] {
  const slash = record.path.lastIndexOf('/') + 1;
  const name = record.path.slice(slash).replace(/\.md$/i, '');
  const ending = record.path.slice(slash + name.length);
  const head = name === record.id ? '' : name.endsWith(`.${record.id}`) ? name.slice(0, -record.id.length) : undefined;
  if (head === undefined) return undefined;
  const to = `${record.path.slice(0, slash)}${head}${newId}${ending}`;
  const isFree = !library.files.has(to) && `${head}${newId}` !== 'README';
  if (isFree) return { from: record.path, to };
  // The id in the front matter rules, so the file may keep its name; without one the name is all there is.
  if (Object.hasOwn(record.source.raw, 'id')) return undefined;
  const shown = record.withheld ? `${newId}${ending}` : to;
  throw new BecauseError('already-exists', t('{0} already exists.', shown), { next: t('Choose another id.') });
}
