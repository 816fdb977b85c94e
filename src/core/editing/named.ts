/** What stands at an offset of a record: a field's name or a value, with the way to it. */
import type { FieldPath, Span } from '../records/record.ts';
import { unquoted } from './lines.ts';
import type { Node } from './nodes.ts';
import { outlineOf } from './outline.ts';
import { fieldsPart } from './place.ts';

/** A name or value as written. */
export interface Part extends Span {
  readonly part: 'key' | 'value';
  /** The way to the field, or to the item of a list. */
  readonly path: FieldPath;
  /** Without its quotes. */
  readonly text: string;
}

/** The name or value an offset lies in or touches. `whole`: the text is YAML alone. */
export function partAt(text: string, offset: number, whole: boolean): Part | undefined {
  const fields = fieldsPart(text, whole);
  if (!fields || offset < fields.start || offset > fields.end) return undefined;
  const outline = outlineOf(text, fields);
  return outline && inNode(text, outline, offset, []);
}

function inNode(text: string, node: Node, offset: number, path: FieldPath): Part | undefined {
  if (offset < node.start || offset > node.end) return undefined;
  if (node.type === 'word') return { part: 'value', path, ...written(text, node) };
  if (node.type === 'list') {
    for (const [index, item] of node.items.entries()) {
      const found = item && inNode(text, item, offset, [...path, index]);
      if (found) return found;
    }
    return undefined;
  }
  for (const { name, key, value } of node.pairs) {
    const here = [...path, name];
    if (key.start <= offset && offset <= key.end) return { part: 'key', path: here, ...written(text, key) };
    const found = value && inNode(text, value, offset, here);
    if (found) return found;
  }
  return undefined;
}

function written(text: string, { start, end }: Span): Span & { readonly text: string } {
  return { start, end, text: unquoted(text.slice(start, end)) };
}

/** The kind a record says it is of in its own `record:`, as far as it is typed. */
export function recordNamed(text: string): string | undefined {
  const fields = fieldsPart(text, false);
  const outline = fields && outlineOf(text, fields);
  const value = outline?.type === 'map' ? outline.pairs.find(({ name }) => name === 'record')?.value : undefined;
  return value?.type === 'word' ? unquoted(text.slice(value.start, value.end)) : undefined;
}
