/** Where the records name an id: its own declaration, fields that refer to it, and a key wherever it is written. */
import type { ContextRecord } from '../records/record.ts';
import type { Span } from '../text/positions.ts';
import type { Library } from './library.ts';
import { referencesTo } from './rename.ts';

/** What one record's file says of an id. */
export interface Naming {
  readonly record: ContextRecord;
  readonly spans: readonly Span[];
}

/** All records that name the id, archived ones too. `declared`: whether the places count where a record has it as its own. */
export function namings(library: Library, id: string, { declared }: { readonly declared: boolean }): readonly Naming[] {
  return [...library.files.values()].flatMap((record) => {
    const { text } = record.source;
    if (record.id !== id && !text.includes(id) && !record.refersTo.includes(id)) return [];
    const spans = [
      ...(declared && record.id === id ? [beginningOf(record)] : []),
      ...keyed(library, record, id),
      ...referencesTo(record, id).map((span) => within(text, span, id)),
    ];
    const each = [...new Map(spans.toReversed().map((span) => [span.start, span])).values()].reverse();
    return each.length > 0 ? { record, spans: each } : [];
  });
}

/** Where a record begins for a reader: at its id, else its title, else the top of its file. */
export const beginningOf = ({ source }: ContextRecord): Span =>
  source.locate(['id'], 'value') ?? source.locate(['title'], 'value') ?? { start: 0, end: 0 };

/** The key as text anywhere in the file but at the record's own id, which is its declaration. */
function keyed(library: Library, record: ContextRecord, id: string): Span[] {
  const own = record.id === id ? record.source.locate(['id'], 'value') : undefined;
  return library.keys
    .find(record.source.text)
    .filter(({ key, start }) => key === id && !(own && own.start <= start && start < own.end));
}

/** The id without the quotes around it. */
function within(text: string, span: Span, id: string): Span {
  const at = text.slice(span.start, span.end).lastIndexOf(id);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + id.length };
}
