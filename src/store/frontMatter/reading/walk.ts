/**
 * Walks forward through a YAML text, character by character, noting where entries stand; gives up where it cannot be sure
 * what a text means.
 */

import type { FieldPath, Part } from '../../../core/records/record.ts';
import { keepForm } from '../../../core/records/written.ts';
import type { Span } from '../../../core/text/positions.ts';
import { MOST_PROBLEMS, type Problem, type Values } from './shape.ts';

/** Thrown, once made, wherever the quick reader leaves a text to the full one. Nobody ever sees it. */
export const UNSURE = new Error('The quick reader leaves this text to the full one.');

export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const HASH = 35;
export const COLON = 58;
export const COMMA = 44;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const CLOSE_MAP = 125;

/** Stands for the character behind the end of a text: NaN, as `charCodeAt` gives it, makes every number of a loop a slow one. */
const END = -1;

/** The character at a place of a text, or what stands for the end behind it. */
export function codeAt(source: string, at: number): number {
  return at < source.length ? source.charCodeAt(at) : END;
}

/** Whether a line, or the text, ends here. A CR has an LF behind it: other texts are left to the full reader. */
export function endsLine(code: number): boolean {
  return code === LF || code === CR || code === END;
}

export function isSpaceOrEnd(code: number): boolean {
  return code === SPACE || endsLine(code);
}

/**
 * Where the reading of one text stands, or of a part of it that ends with it or behind a line. The part is never cut out:
 * the engine reads a piece of a text slower than the text.
 */
export class Walk {
  readonly source: string;
  at: number;
  /** The first and last character of the value that was read last, the end exclusive. */
  start = 0;
  end = 0;
  /** How the scalar that was read last is written, where its data does not tell. */
  form: string | undefined;
  /** Whether lines of comments stand between here and the last line that held more. */
  isBelowComment = false;
  readonly problems: Problem[] = [];
  #line: number;
  readonly #stop: number;
  readonly #places: Places | undefined;

  /** `places`: where to note where everything stands, for whoever asks for that. */
  constructor(source: string, { start, end }: Span, places: Places | undefined) {
    this.source = source;
    this.at = start;
    this.#line = start;
    this.#stop = end;
    this.#places = places;
    this.toContent();
  }

  /** The character at `at`, or further on. */
  code(ahead = 0): number {
    return this.#codeAt(this.at + ahead);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#stop;
  }

  /** How far `at` stands from the start of its line; less than any column at the end of the text. */
  get column(): number {
    return this.isAtEnd ? -1 : this.at - this.#line;
  }

  skipSpaces(): void {
    while (this.code() === SPACE) this.at += 1;
  }

  /** Notes the entry that begins at `start`, with its key if it has one, and whose value was read last: form and place. */
  note(container: object, step: string | number, start: number, keyEnd?: number): void {
    if (this.form !== undefined) keepForm(container, step, this.form);
    this.form = undefined;
    if (!this.#places) return;
    let within = this.#places.get(container);
    if (!within) {
      within = new Map();
      this.#places.set(container, within);
    }
    within.set(step, {
      key: keyEnd === undefined ? undefined : { start, end: keyEnd },
      value: { start: this.start, end: this.end },
      pair: { start, end: this.end },
    });
  }

  /** Tells of something that is wrong, though what is meant is clear. */
  complain(problem: Problem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  /** Whether nothing but spaces and a comment stand before the end of the line. */
  get lineIsDone(): boolean {
    let at = this.at;
    while (this.#codeAt(at) === SPACE) at += 1;
    const code = this.#codeAt(at);
    return endsLine(code) || (code === HASH && at > this.at);
  }

  /** Leaves a line that must be done, for the next one that holds more than a comment. */
  finishLine(): void {
    if (!this.lineIsDone) throw UNSURE;
    this.nextLine();
    this.toContent();
  }

  /** Goes to the start of the next line. */
  nextLine(): void {
    const newline = this.source.indexOf('\n', this.at);
    this.at = newline === -1 ? this.#stop : newline + 1;
    this.#line = this.at;
  }

  /**
   * Goes from the end of a line to the text that continues a value: on a further line, deeper than `column`. Gives the
   * number of empty lines between, or undefined, standing where it stood, when the value does not go on.
   */
  continueBelow(column: number): number | undefined {
    const { at } = this;
    // Most lines below stand at no column at all.
    const below = this.code(this.code() === CR ? 2 : 1);
    if (!isSpaceOrEnd(below)) return undefined;
    const line = this.#line;
    let empty = -1;
    do {
      this.nextLine();
      this.skipSpaces();
      empty += 1;
    } while (!this.isAtEnd && endsLine(this.code()));
    if (this.column > column && this.code() !== HASH) return empty;
    this.at = at;
    this.#line = line;
    return undefined;
  }

  #codeAt(at: number): number {
    return at < this.#stop ? this.source.charCodeAt(at) : END;
  }

  /** Goes from the start of a line to the next one that holds more than a comment. */
  toContent(): void {
    this.isBelowComment = false;
    this.skipSpaces();
    while (!this.isAtEnd && (endsLine(this.code()) || this.code() === HASH)) {
      this.isBelowComment ||= this.code() === HASH;
      this.nextLine();
      this.skipSpaces();
    }
  }
}

/** Where one entry stands: its key, its value, and all of it. */
interface Place {
  readonly key: Span | undefined;
  readonly value: Span;
  readonly pair: Span;
}

/** The places of the entries of each map and list that was read. */
export type Places = Map<object, Map<string | number, Place>>;

/** All that was read, and where it stands where there is anything. */
export interface Whole {
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly span: Span | undefined;
}

/** The span of a part of a field; undefined where the path leads nowhere. */
export function placeIn(places: Places, { values, span }: Whole, path: FieldPath, part: Part): Span | undefined {
  if (path.length === 0) return part === 'value' ? span : undefined;
  let container: unknown = values;
  let found: Place | undefined;
  for (const step of path) {
    const within = typeof container === 'object' && container !== null ? places.get(container) : undefined;
    const known = Array.isArray(container) ? step : String(step);
    found = within?.get(known);
    if (!found) return undefined;
    container = (container as { readonly [step: string | number]: unknown })[known];
  }
  return found?.[part];
}
