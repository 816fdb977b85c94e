/** The outline of a record's file: its fields with their values, below the record itself where text follows them. */
import { kindOf } from '../kinds/all.ts';
import { oneLine } from '../text/foreignText.ts';
import type { Span } from '../text/positions.ts';
import { type MapNode, type Node, outlineOf, unquoted } from './outline.ts';
import { fieldsPart, kindWritten, type RecordText } from './place.ts';

/** A record, one of its fields, or a map in a list. */
export interface FileSymbol {
  readonly isField: boolean;
  readonly name: string;
  /** A value in a few words. */
  readonly detail: string;
  readonly whole: Span;
  /** The part that names it. */
  readonly own: Span;
  readonly children: readonly FileSymbol[];
}

/** Characters of a value beside its field. */
const DETAIL = 80;

/** The fields of a record's file, below the record itself where text follows them; none where there are no fields. */
export function symbolsIn({ path, text, whole }: RecordText): readonly FileSymbol[] {
  const part = fieldsPart(text, whole);
  const outline = part && outlineOf(text, part);
  if (!part || outline?.type !== 'map') return [];
  const children = fieldsIn(text, outline);
  if (whole) return children;
  const kind = kindWritten({ path, text });
  const id = outline.pairs.find(({ name }) => name === 'id')?.value;
  return [object(kindOf(kind)?.label() ?? kind, id ? inShort(text, id) : '', { start: 0, end: part.end }, children)];
}

const object = (name: string, detail: string, span: Span, children: readonly FileSymbol[]): FileSymbol => ({
  isField: false,
  name,
  detail,
  whole: span,
  own: span,
  children,
});

const fieldsIn = (text: string, { pairs }: MapNode): readonly FileSymbol[] =>
  pairs
    .filter(({ name, colon }) => name !== '' && colon !== undefined)
    .map(({ name, key, value, start, end }) => ({
      isField: true,
      name,
      detail: value ? inShort(text, value) : '',
      whole: { start, end },
      own: key,
      children: value ? inside(text, value) : [],
    }));

/** The fields of a map, and of each map in a list. */
function inside(text: string, node: Node): readonly FileSymbol[] {
  if (node.type === 'word') return [];
  if (node.type === 'map') return fieldsIn(text, node);
  return node.items.flatMap((item, index) => {
    if (item?.type !== 'map') return [];
    const first = item.pairs[0]?.value;
    const name = first && inShort(text, first);
    return object(name || String(index + 1), '', item, fieldsIn(text, item));
  });
}

/** A value in a few words; a list of words as it is written, a map not at all, since its fields follow. */
function inShort(text: string, node: Node): string {
  const isList = node.type === 'list' && node.items.every((item) => item?.type === 'word');
  if (node.type !== 'word' && !isList) return '';
  const written = oneLine(text.slice(node.start, node.end));
  const plain = node.type === 'word' ? unquoted(written) : written;
  return plain.length > DETAIL ? `${plain.slice(0, DETAIL)}…` : plain;
}
