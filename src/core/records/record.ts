/** One record: what a file says, read tolerantly, with the place of every part of it. */
import { firstHeading } from '../markdownText.ts';
import { blanked, type Template, templateLines } from './template.ts';
import { textAt } from './written.ts';

/** Offsets in a text, in UTF-16 code units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type FieldPath = readonly (string | number)[];

/** Something wrong with a file's form, found while reading it. */
export interface SourceProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** A file as the store read it. Nothing here is checked against a kind yet. */
export interface Source {
  /** From the context folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The data of its fields, as YAML takes them. How they are written where text is meant, `written.ts` knows. */
  readonly raw: { readonly [name: string]: unknown };
  readonly bodyStart: number;
  readonly problems: readonly SourceProblem[];
  /** Where a field's key, value, or both stand. */
  locate(path: FieldPath, part: 'key' | 'value' | 'pair'): Span | undefined;
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Advice or an error about one record, at a place in its file. */
export interface Advice {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** What could stand there instead, best first. */
  readonly instead?: readonly string[];
  /** Whether `dismissed:` may name the code. */
  readonly dismissible?: boolean;
  /** The field it is about, where it is about one. */
  readonly field?: FieldPath;
}

/** A reference as written in a record. */
export interface Reference {
  readonly id: string;
  readonly field: FieldPath;
  readonly refers: readonly string[];
}

/** How a kind reads a source; given by the table of kinds so that a record need not know it. */
export interface Reading<V> {
  readonly kind: string;
  readonly id: string;
  readonly references: readonly Reference[];
  /** What a new record of the kind is filled with. */
  readonly template: Template;
  values(raw: Source['raw']): V;
}

/** The newest record format this product writes. */
export const SCHEMA = 1;

/** An immutable record. What costs time to find out is found out when first asked. */
export class ContextRecord<V = { readonly [name: string]: unknown }> {
  readonly kind: string;
  readonly id: string;
  readonly path: string;
  readonly references: readonly Reference[];
  readonly source: Source;
  readonly #reading: Reading<V>;
  #values: V | undefined;
  #title: string | undefined;

  constructor(source: Source, reading: Reading<V>) {
    this.source = source;
    this.path = source.path;
    this.kind = reading.kind;
    this.id = reading.id;
    this.references = reading.references;
    this.#reading = reading;
  }

  /** The values that are right; wrong ones are findings. */
  get values(): V {
    this.#values ??= this.#reading.values(this.source.raw);
    return this.#values;
  }

  /** What is written below the front matter; blank where it is still the template's. */
  get body(): string {
    const text = this.source.text.slice(this.source.bodyStart);
    return blanked(text, templateLines(text, this.template));
  }

  /** What a new record of the kind is filled with. */
  get template(): Template {
    return this.#reading.template;
  }

  get title(): string {
    this.#title ??= titleOf(this.source, this.id);
    return this.#title;
  }

  get archived(): boolean {
    return this.source.raw.archived === true;
  }

  /** Whether the form of the file is too broken to be edited field by field. */
  get broken(): boolean {
    return this.source.problems.length > 0;
  }

  /** Written by a newer product: shown, not edited. */
  get readOnly(): boolean {
    const { schema } = this.source.raw;
    return typeof schema === 'number' && schema > SCHEMA;
  }
}

function titleOf(source: Source, id: string): string {
  const title = textAt(source.raw, 'title')?.trim();
  return title || (firstHeading(source.text.slice(source.bodyStart)) ?? id);
}
