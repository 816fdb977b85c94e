/** Where in a record somebody is: which field's name or value stands, or could stand, at an offset. */
import type { FieldPath, Span } from '../records/record.ts';
import { lineEndAt, lineStartAt, nextLineAt, unquoted } from './lines.ts';
import type { Node, Pair } from './nodes.ts';
import { outlineOf } from './outline.ts';

/** A field's name, or where one could be written. */
export interface KeyPlace {
  readonly at: 'key';
  /** The map the field is in; empty at the top. */
  readonly path: FieldPath;
  /** The map's other fields. */
  readonly taken: readonly string[];
  /** What is written of the name so far, and what follows it. */
  readonly span: Span;
  readonly hasColon: boolean;
  readonly flow: boolean;
}

/** A field's value, or where one could be written. */
export interface ValuePlace {
  readonly at: 'value';
  /** Ends in a number for the item of a list. */
  readonly path: FieldPath;
  readonly span: Span;
  readonly flow: boolean;
  readonly quoted: boolean;
  /** On a line below its field's name. */
  readonly ownLine: boolean;
  /** The list's other items. */
  readonly siblings: readonly string[];
}

/** A file that holds no fields yet. */
export interface RecordPlace {
  readonly at: 'record';
  readonly span: Span;
  /** Whether the `---` above and below the fields are there, and text below them. */
  readonly opened: boolean;
  readonly closed: boolean;
  readonly hasBody: boolean;
}

export type Place = KeyPlace | ValuePlace | RecordPlace;

/** The fields' part of a record's text. */
export interface FieldsPart extends Span {
  readonly closed: boolean;
}

/** Characters of fields that are looked at: many times more than a person writes. */
const LARGEST = 100_000;

/** Stands for the cursor while the text around it is read; a character that has no meaning in any text. */
const MARK = '\uF8FF';

const FENCE = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/** Where the fields stand: between the fences, to the end of the text while the second is missing, or (`whole`) all. */
export function fieldsPart(text: string, whole: boolean): FieldsPart | undefined {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  if (whole) return { start: mark, end: text.length, closed: true };
  const start = FENCE.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const closing = CLOSING.exec(text.slice(start))?.index;
  return { start, end: closing === undefined ? text.length : start + closing, closed: closing !== undefined };
}

/** What could be written at an offset. `whole`: the text is YAML alone, as because.yml is. */
export function placeAt(text: string, offset: number, whole: boolean): Place | undefined {
  const part = fieldsPart(text, whole);
  if (!part) return emptyFile(text, offset);
  const beforeFence = part.closed && !whole && offset >= part.end;
  if (offset < part.start || offset > part.end || beforeFence || part.end - part.start > LARGEST) return undefined;
  const marked = text.slice(0, offset) + MARK + text.slice(offset);
  const outline = outlineOf(marked, { start: part.start, end: part.end + 1 });
  return outline && search(marked, outline, offset, { path: [], siblings: [], ownLine: true });
}

/** The snippet of a whole record fits where there is no word yet. */
function emptyFile(text: string, offset: number): RecordPlace | undefined {
  if (!/^\s*(?:-{1,3}\s*)?$/.test(text)) return undefined;
  const start = lineStartAt(text, offset);
  const span = { start: start === 0 && text.startsWith('\uFEFF') ? 1 : start, end: lineEndAt(text, offset) };
  return { at: 'record', span, opened: false, closed: false, hasBody: false };
}

/** Whether the fields are still empty, so that a whole record could be offered at a key's place. */
export function emptyRecord(text: string, place: KeyPlace): RecordPlace | undefined {
  const part = fieldsPart(text, false);
  if (!part || place.path.length > 0 || place.taken.length > 0) return undefined;
  const body = part.closed ? text.slice(nextLineAt(text, part.end)) : '';
  return { at: 'record', span: place.span, opened: true, closed: part.closed, hasBody: body.trim() !== '' };
}

interface Around {
  readonly path: FieldPath;
  readonly siblings: readonly string[];
  readonly ownLine: boolean;
}

function search(text: string, node: Node, offset: number, around: Around): Place | undefined {
  if (offset < node.start || offset > node.end) return undefined;
  if (node.type === 'word') return node.block ? undefined : valuePlace(text, node, offset, around);
  if (node.type === 'list') {
    const index = node.items.findIndex((item) => item && item.start <= offset && offset < item.end);
    const item = node.items[index];
    if (!item) return undefined;
    const others = node.items.filter((other) => other !== item && other?.type === 'word') as Span[];
    const siblings = others.map(({ start, end }) => unquoted(text.slice(start, end)));
    const found = search(text, item, offset, { path: [...around.path, index], siblings, ownLine: false });
    return found && inFlow(found, node.flow);
  }
  for (const pair of node.pairs) {
    const found = inPair(text, pair, node.pairs, offset, around.path);
    if (found) return inFlow(found, node.flow);
  }
  return undefined;
}

function inFlow(place: Place, flow: boolean): Place {
  return flow && place.at !== 'record' ? { ...place, flow } : place;
}

function inPair(text: string, pair: Pair, pairs: readonly Pair[], offset: number, path: FieldPath): Place | undefined {
  const { key, colon, value } = pair;
  if (key.start <= offset && offset < key.end) {
    // Right after a colon nothing can be written before a space.
    if (text[offset - 1] === ':') return undefined;
    const taken = pairs.filter((other) => other !== pair).map(({ name }) => name);
    const span = { start: key.start, end: key.end - MARK.length };
    return { at: 'key', path, taken, span, hasColon: colon !== undefined, flow: false };
  }
  if (!value || colon === undefined) return undefined;
  const ownLine = /[\r\n]/.test(text.slice(colon, value.start));
  return search(text, value, offset, { path: [...path, pair.name], siblings: [], ownLine });
}

function valuePlace(text: string, { start, end }: Span, offset: number, around: Around): ValuePlace | undefined {
  if (offset >= end) return undefined;
  const written = text.slice(start, end);
  const quoted = written.startsWith('"') || written.startsWith("'");
  const closed = quoted && written.length > 1 && written.endsWith(written[0] ?? '');
  const span = quoted ? { start: start + 1, end: closed ? end - 1 : end } : { start, end };
  if (offset < span.start || offset >= span.end) return undefined;
  return { at: 'value', ...around, span: { start: span.start, end: span.end - MARK.length }, flow: false, quoted };
}
