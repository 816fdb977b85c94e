/** One record: what a file says, read tolerantly, with the place of every part of it. */
import { firstHeading } from '../text/markdownText.ts';
import type { Span } from '../text/positions.ts';
import { blanked, type Template, templateLines } from './template.ts';
import { textAt } from './written.ts';

export type FieldPath = readonly (string | number)[];

/** Which part of a field is meant. */
export type Part = 'key' | 'value' | 'pair';

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
  /** The tool that has it, where there is no file. */
  readonly keptIn?: string;
  /** Where a field's key, value, or both stand. */
  locate(path: FieldPath, part: Part): Span | undefined;
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
  /** The first day on which it counts, where that is not always. */
  readonly from?: string;
}

/** A reference as written in a record. */
export interface Reference {
  readonly id: string;
  readonly field: FieldPath;
  readonly refers: readonly string[];
}

/** What is asked of every file before anybody looks at one, and outlasts a start in the cache. */
export interface Facts {
  readonly kind: string;
  readonly id: string;
  /** The ids it refers to, each once. */
  readonly refersTo: readonly string[];
  /** The keys that stand for it beside its id; none of a record that is kept back. */
  readonly keys: readonly string[];
  readonly archived: boolean;
  /** Whether its title, its text and most of its fields are kept back, because it is or may be sensitive. */
  readonly withheld: boolean;
}

/** How a kind reads its records; given by the table of kinds so that a record need not know it. */
export interface Reading<V> {
  /** What a new record of the kind is filled with. */
  readonly template: Template;
  references(raw: Source['raw']): readonly Reference[];
  values(raw: Source['raw']): V;
  /** What is left to tell of a record that must not be shown. */
  readonly withheld: {
    title(source: Source): string;
    id(id: string, source: Source): string;
    values(raw: Source['raw']): V;
  };
}

/** The newest record format this product writes. */
const SCHEMA = 1;

/**
 * An immutable record, as anybody may see it: one that must not be shown tells neither its title, its text nor what its
 * fields say. What costs time to find out is found out when first asked.
 */
export class ContextRecord<V = { readonly [name: string]: unknown }> {
  /** The file, word for word. Nothing of it may be shown anywhere but in the file, unless `withheld` was asked. */
  readonly source: Source;
  readonly facts: Facts;
  readonly #reading: Reading<V>;
  #values: V | undefined;
  #title: string | undefined;

  constructor(source: Source, facts: Facts, reading: Reading<V>) {
    this.source = source;
    this.facts = facts;
    this.#reading = reading;
  }

  get path(): string {
    return this.source.path;
  }

  get kind(): string {
    return this.facts.kind;
  }

  get id(): string {
    return this.facts.id;
  }

  get archived(): boolean {
    return this.facts.archived;
  }

  /** Whether its title, its text and most of its fields are kept back, because it is or may be sensitive. */
  get withheld(): boolean {
    return this.facts.withheld;
  }

  /** The ids it refers to, each once. */
  get refersTo(): readonly string[] {
    return this.facts.refersTo;
  }

  /** The keys that stand for it beside its id. */
  get keys(): readonly string[] {
    return this.facts.keys;
  }

  /** What it refers to, and in which field; worked out at each call. */
  get references(): readonly Reference[] {
    return this.#reading.references(this.source.raw);
  }

  /** The record as its own file tells it, for what stands in that file alone. */
  get itself(): ContextRecord<V> {
    return this.withheld ? new ContextRecord(this.source, { ...this.facts, withheld: false }, this.#reading) : this;
  }

  /** The values that are right; wrong ones are findings. */
  get values(): V {
    const { values } = this.withheld ? this.#reading.withheld : this.#reading;
    this.#values ??= values(this.source.raw);
    return this.#values;
  }

  /** What is written below the front matter; blank where it is still the template's. */
  get body(): string {
    if (this.withheld) return '';
    const text = this.source.text.slice(this.source.bodyStart);
    return blanked(text, templateLines(text, this.template));
  }

  /** What a new record of the kind is filled with. */
  get template(): Template {
    return this.#reading.template;
  }

  get title(): string {
    this.#title ??= this.withheld ? this.#reading.withheld.title(this.source) : titleOf(this.source, this.id);
    return this.#title;
  }

  /** What to call it where people read of it and nobody refers to it: ids are often made of titles, too. */
  get shownId(): string {
    return this.withheld ? this.#reading.withheld.id(this.id, this.source) : this.id;
  }

  /** What to call its file where people read it: file names are often made of titles. */
  get shownPath(): string {
    return this.withheld ? this.title : this.path;
  }

  /** Whether the form of the file is too broken to be edited field by field. */
  get broken(): boolean {
    return this.source.problems.length > 0;
  }

  /** Written by a newer product, or kept by another tool: shown, not edited. */
  get readOnly(): boolean {
    const { schema } = this.source.raw;
    return this.keptIn !== undefined || (typeof schema === 'number' && schema > SCHEMA);
  }

  /** The tool that has it, where it has no file. */
  get keptIn(): string | undefined {
    return this.source.keptIn;
  }
}

function titleOf(source: Source, id: string): string {
  const title = textAt(source.raw, 'title')?.trim();
  return title || (firstHeading(source.text.slice(source.bodyStart)) ?? id);
}
