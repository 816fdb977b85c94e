/** One thing that could be written at a place of a record. */
import type { KindName } from '../kinds/all.ts';
import type { Span } from '../records/record.ts';

export interface Suggestion {
  readonly label: string;
  /** A few words beside the label. */
  readonly description?: string | undefined;
  /** Sentences of plain text, shown on demand. */
  readonly help?: readonly string[];
  /** The text, or a snippet where `snippet` is true. */
  readonly insert: string;
  readonly snippet?: boolean;
  /** What is compared with what was typed, where it is more than the label. */
  readonly filter?: string;
  readonly icon: 'field' | 'choice' | 'record' | 'person' | 'day' | 'snippet';
  /** The kind of a record, for its own icon. */
  readonly kind?: string;
  /** The kind of which a new record is made instead of writing anything. */
  readonly create?: KindName;
  /** Whether there is something to choose right after it. */
  readonly more?: boolean;
}

/** What could be written, best first, instead of what stands at the span. */
export interface Suggestions {
  readonly span: Span;
  readonly all: readonly Suggestion[];
  /** There are more than are listed: ask again for every letter. */
  readonly partial: boolean;
}
