/** Where in a record somebody is: which field's name or value stands, or could stand, at an offset. */
import { kindNameOf } from '../kinds/all.ts';
import type { FieldPath } from '../records/record.ts';
import { layoutOf, markLength } from '../text/fence.ts';
import type { Span } from '../text/positions.ts';
import { type ListNode, type MapNode, type Node, outlineOf, type Pair, unquoted, type Word } from './outline.ts';

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

/** A name or value as written. */
export interface Part extends Span {
  readonly part: 'key' | 'value';
  /** The way to the field, or to the item of a list. */
  readonly path: FieldPath;
  /** Without its quotes. */
  readonly text: string;
}

/** The fields' part of a record's text. */
export interface FieldsPart extends Span {
  readonly closed: boolean;
}

/** Characters of fields that are looked at: many times more than a person writes. */
const LARGEST = 100_000;

/** Stands for the cursor while the text around it is read; a character that has no meaning in any text. */
const MARK = '\uF8FF';

/** Where the fields stand: between the fences, to the end of the text while the second is missing, or (`whole`) all. */
export function fieldsPart(text: string, whole: boolean): FieldsPart | undefined {
  if (whole) return { start: markLength(text), end: text.length, closed: true };
  const { kind, yaml } = layoutOf(text);
  const isBegun = kind !== 'none' && text[yaml.start - 1] === '\n';
  return isBegun ? { ...yaml, closed: kind === 'closed' } : undefined;
}

/** What could be written at an offset. `whole`: the text is YAML alone, as because.yml is. */
export function placeAt(text: string, offset: number, whole: boolean): Place | undefined {
  const part = fieldsPart(text, whole);
  if (!part) return emptyFile(text, offset);
  const beforeFence = part.closed && !whole && offset >= part.end;
  if (offset < part.start || offset > part.end || beforeFence || part.end - part.start > LARGEST) return undefined;
  const marked = text.slice(0, offset) + MARK + text.slice(offset);
  const spot = spotAt(outlineOf(marked, { start: part.start, end: part.end + MARK.length }), offset);
  if (!spot || offset >= spot.word.end) return undefined;
  return 'map' in spot ? keyPlace(marked, spot, offset) : valuePlace(marked, spot, offset);
}

/** The snippet of a whole record fits where there is no word yet. */
function emptyFile(text: string, offset: number): RecordPlace | undefined {
  if (!/^\s*(?:-{1,3}\s*)?$/.test(text)) return undefined;
  const before = text.slice(0, offset);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'), before.lastIndexOf('\uFEFF')) + 1;
  const end = offset + text.slice(offset).replace(/[\r\n].*$/s, '').length;
  return { at: 'record', span: { start, end }, opened: false, closed: false, hasBody: false };
}

/** Whether the fields are still empty, so that a whole record could be offered at a key's place. */
export function emptyRecord(text: string, place: KeyPlace): RecordPlace | undefined {
  const part = fieldsPart(text, false);
  if (!part || place.path.length > 0 || place.taken.length > 0) return undefined;
  const { closed, end } = part;
  const below = text.slice(end).replace(/^[^\r\n]*/, '');
  const hasBody = closed && below.trim() !== '';
  return { at: 'record', span: place.span, opened: true, closed, hasBody };
}

/** The name or value an offset lies in or touches. `whole`: the text is YAML alone. */
export function partAt(text: string, offset: number, whole: boolean): Part | undefined {
  const fields = fieldsPart(text, whole);
  if (!fields || offset < fields.start || offset > fields.end) return undefined;
  const spot = spotAt(outlineOf(text, fields), offset);
  if (!spot) return undefined;
  const {
    path,
    word: { start, end },
  } = spot;
  return { part: 'map' in spot ? 'key' : 'value', path, start, end, text: unquoted(text.slice(start, end)) };
}

/** A record's file as somebody writes it. */
export interface RecordText {
  /** Below the context folder. */
  readonly path: string;
  readonly text: string;
  /** YAML alone, as because.yml is. */
  readonly whole: boolean;
}

/** The kind of a record that is being written. */
export const kindWritten = ({ path, text }: Omit<RecordText, 'whole'>): string =>
  kindNameOf({ path, raw: { record: recordNamed(text) } });

/** The kind a record says it is of in its own `record:`, as far as it is typed. */
function recordNamed(text: string): string | undefined {
  const fields = fieldsPart(text, false);
  const isNamed = fields && /^[ \t]*["']?record/m.test(text.slice(fields.start, fields.end));
  const outline = isNamed ? outlineOf(text, fields) : undefined;
  const value = outline?.type === 'map' ? outline.pairs.find(({ name }) => name === 'record')?.value : undefined;
  return value?.type === 'word' ? unquoted(text.slice(value.start, value.end)) : undefined;
}

/** What a value belongs to. */
interface Around {
  readonly path: FieldPath;
  /** Between braces or brackets. */
  readonly flow: boolean;
  readonly owner?: Pair | ListNode;
}

interface KeySpot extends Around {
  readonly word: Span;
  readonly map: MapNode;
  readonly pair: Pair;
}

interface ValueSpot extends Around {
  readonly word: Word;
}

const TOP: Around = { path: [], flow: false };

/** The name or value that an offset lies in or touches. */
function spotAt(node: Node | undefined, offset: number, around = TOP): KeySpot | ValueSpot | undefined {
  if (!node || !touches(node, offset)) return undefined;
  if (node.type === 'word') return { ...around, word: node };
  const { path } = around;
  const flow = around.flow || node.flow;
  if (node.type === 'list') {
    const index = node.items.findIndex((item) => item && touches(item, offset));
    return spotAt(node.items[index], offset, { path: [...path, index], flow, owner: node });
  }
  const pair = node.pairs.find((each) => touches(each, offset));
  if (!pair) return undefined;
  const within = { path: [...path, pair.name], flow, owner: pair };
  if (touches(pair.key, offset)) return { ...within, word: pair.key, map: node, pair };
  return spotAt(pair.value, offset, within);
}

const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function keyPlace(text: string, { path, flow, word, map, pair }: KeySpot, offset: number): KeyPlace | undefined {
  // Right after a colon nothing can be written before a space.
  if (text[offset - 1] === ':') return undefined;
  const taken = map.pairs.filter((other) => other !== pair).map(({ name }) => name);
  const span = { start: word.start, end: word.end - MARK.length };
  return { at: 'key', path: path.slice(0, -1), taken, span, hasColon: pair.colon !== undefined, flow };
}

function valuePlace(text: string, { path, flow, word, owner }: ValueSpot, offset: number): ValuePlace | undefined {
  if (word.block) return undefined;
  const written = text.slice(word.start, word.end);
  const quoted = written.startsWith('"') || written.startsWith("'");
  const closed = quoted && written.length > 1 && written.endsWith(written[0] ?? '');
  const start = quoted ? word.start + 1 : word.start;
  const end = closed ? word.end - 1 : word.end;
  if (offset < start || offset >= end) return undefined;
  const ownLine = owner !== undefined && 'key' in owner && /[\r\n]/.test(text.slice(owner.key.end, start));
  const others = owner && 'items' in owner ? owner.items.filter((item) => item !== word && item?.type === 'word') : [];
  const siblings = others.map((item) => unquoted(text.slice(item?.start, item?.end)));
  return { at: 'value', path, siblings, ownLine, span: { start, end: end - MARK.length }, flow, quoted };
}
