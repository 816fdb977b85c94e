/**
 * The shape of YAML that is being typed: maps, lists and words with their places, whatever is still missing or wrong.
 * `yaml` reads each line, and flow collections whole. Which lines belong to which field is told by their indentation
 * alone: `yaml` joins a half-typed line with the next one, and a broken field takes those below it into itself.
 */

import type { Span } from '../text/positions.ts';
import { CST, Parser } from '../text/yaml.ts';

/** One value as written; `end` is exclusive and leaves comments out. */
export interface Word extends Span {
  readonly type: 'word';
  /** A `|` or `>` block, whose lines are prose. */
  readonly block: boolean;
}

/** A key with or without its colon and value. */
export interface Pair extends Span {
  readonly name: string;
  readonly key: Span;
  /** Just after the colon; undefined while it is not typed yet. */
  readonly colon: number | undefined;
  readonly value: Node | undefined;
}

export interface MapNode extends Span {
  readonly type: 'map';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface ListNode extends Span {
  readonly type: 'list';
  readonly flow: boolean;
  readonly items: readonly (Node | undefined)[];
}

export type Node = Word | MapNode | ListNode;

/** Deeper nesting than any record has; what lies below is not looked at. */
const DEEPEST = 20;

/** A line from its first character on that is no space, or from what follows a dash on it. */
interface Line extends Span {
  /** How far from the line's start that is. */
  readonly column: number;
}

/** Reads the YAML in a part of a text that begins with a line. */
export function outlineOf(text: string, { start, end }: Span): Node | undefined {
  const written = text.slice(start, end).matchAll(/(?<=^|[\r\n])([^\S\r\n]*)([^\s#][^\r\n]*)/g);
  const lines = Array.from(written, ({ index, 1: indent = '', 2: content = '' }): Line => {
    const at = start + index + indent.length;
    return { start: at, end: at + content.length, column: indent.length };
  });
  return new Reader(text).block(lines, 0);
}

/** A key or value without its quotes. */
export function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text;
  return text.slice(1, text.length > 1 && text.endsWith(quote) ? -1 : undefined);
}

/** What a line says, as `yaml` reads it alone. */
interface Head {
  /** The name of a field; all of a line without a colon. */
  readonly key: Span;
  /** Just after the colon. */
  readonly colon: number | undefined;
  /** What follows the colon, or else all, without anchors, tags and comments. */
  readonly rest: Span;
  /** The same as `yaml` reads it, its offsets counted from the line's start. */
  readonly value: CST.Token | undefined;
}

class Reader {
  readonly #text: string;
  readonly #heads = new Map<Line, Head>();

  constructor(text: string) {
    this.#text = text;
  }

  /** What lines are that belong together. A lone word at the very top is a field being typed; further in, a value. */
  block(lines: readonly Line[], depth: number): Node | undefined {
    const [first, ...below] = lines;
    if (!first || depth > DEEPEST) return undefined;
    if (this.#isDash(first)) return this.#list(first, lines, depth);
    const isMap = this.#head(first).colon !== undefined || depth === 0;
    return isMap ? this.#map(first, lines, depth) : this.#value(first, below, depth);
  }

  #map({ start }: Line, lines: readonly Line[], depth: number): MapNode {
    // A list may stand as far left as its field, and so may the bracket that closes a collection.
    const isField = (line: Line) => !this.#isDash(line) && !/[\]}]/.test(this.#text[line.start] ?? '');
    const pairs = groups(lines, isField).map(([line, below]) => {
      const { key, colon } = this.#head(line);
      return this.#pair(key, colon, colon === undefined ? undefined : this.#value(line, below, depth));
    });
    return { type: 'map', flow: false, start, end: lastEnd(pairs, start), pairs };
  }

  #list({ start }: Line, lines: readonly Line[], depth: number): ListNode {
    let end = start;
    const items = groups(lines, (line) => this.#isDash(line)).map(([dash, below]) => {
      const length = /^-\s*(?:#.*)?/.exec(this.#text.slice(dash.start, dash.end))?.[0].length ?? 1;
      const line = { start: dash.start + length, end: dash.end, column: dash.column + length };
      const item = this.block(line.start < line.end ? [line, ...below] : below, depth + 1);
      end = item?.end ?? dash.start + 1;
      return item;
    });
    return { type: 'list', flow: false, start, end, items };
  }

  /** A value on the line of its field, or else on the lines below. */
  #value(line: Line, below: readonly Line[], depth: number): Node | undefined {
    const { rest, value } = this.#head(line);
    const { start, end } = rest;
    if (start === end) return this.block(below, depth + 1);
    const first = this.#text[start] ?? '';
    const block = first === '|' || first === '>';
    if (!block && first !== '{' && first !== '[') return { type: 'word', block, start, end };
    const all = this.#text.slice(start, below.at(-1)?.end ?? end).trimEnd();
    const [flow, base] = below.length === 0 ? [value, line.start] : [documentIn(all)?.value, start];
    if (flow?.type === 'flow-collection') return this.#flow(flow, base, depth);
    // What `yaml` cannot make a collection of is a word like any other: it ends with its line.
    return { type: 'word', block, start, end: block ? start + all.length : end };
  }

  #head(line: Line): Head {
    const head = this.#heads.get(line) ?? this.#read(line);
    this.#heads.set(line, head);
    return head;
  }

  #read({ start: from, end }: Line): Head {
    const document = documentIn(this.#text.slice(from, end));
    const [item] = document?.value?.type === 'block-map' ? document.value.items : [];
    const { sep = [] } = item ?? {};
    const mark = sep.find(isColon);
    const colon = mark && from + mark.offset + 1;
    const before = mark ? sep.slice(sep.indexOf(mark) + 1) : (document?.start ?? []);
    const value = mark ? item?.value : document?.value;
    const start = before.reduce((at, { source }) => at + source.length, colon ?? from);
    const isQuoted = value?.type === 'double-quoted-scalar' || value?.type === 'single-quoted-scalar';
    const written = isQuoted ? value.source : this.#text.slice(start, end).replace(/\s#.*/, '').trimEnd();
    const rest = { start, end: start + written.length };
    // Without a name, the colon is all there is to call it by.
    const key = colon === undefined ? rest : (wordsOf(item?.key, from)[0] ?? { start: from, end: colon });
    return { key, colon, rest, value };
  }

  /** A collection in brackets or braces, as `yaml` reads it in a text that begins at `base`. */
  #flow({ offset, start: { source }, items, end: closing }: CST.FlowCollection, base: number, depth: number) {
    const start = base + offset;
    const bracket = closing.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
    const endAfter = (parts: readonly Span[]) => (bracket ? base + bracket.offset + 1 : lastEnd(parts, start + 1));
    if (source === '{') {
      const pairs = items.flatMap((item) => this.#flowPairs(item, base, depth));
      return { type: 'map', flow: true, start, end: endAfter(pairs), pairs } satisfies MapNode;
    }
    const nodes = items.flatMap((item) => this.#flowItems(item, base, depth));
    return { type: 'list', flow: true, start, end: endAfter(nodes), items: nodes } satisfies ListNode;
  }

  #flowPairs({ key, sep = [], value }: CST.CollectionItem, base: number, depth: number): readonly Pair[] {
    const mark = sep.find(isColon);
    const names = wordsOf(key, base);
    const [first, ...others] = this.#flowNodes(value, base, depth);
    const named = names.at(-1);
    const pair = named && this.#pair(named, mark && base + mark.offset + 1, first);
    return [
      ...names.slice(0, -1).map((word) => this.#pair(word)),
      ...(pair ? [pair] : []),
      ...others.map((word) => this.#pair(word)),
    ];
  }

  #flowItems({ key, sep, value }: CST.CollectionItem, base: number, depth: number): readonly Node[] {
    if (!sep) return this.#flowNodes(value, base, depth);
    // A pair without braces is a value that is not finished.
    return wordsIn(
      CST.stringify({ start: [], key: key ?? null, sep, ...(value && { value }) }),
      base + ((key ?? sep[0])?.offset ?? 0),
    );
  }

  #flowNodes(token: CST.Token | null | undefined, base: number, depth: number): readonly Node[] {
    if (token?.type !== 'flow-collection') return wordsOf(token, base);
    return depth < DEEPEST ? [this.#flow(token, base, depth + 1)] : [];
  }

  #pair(key: Span, colon?: number, value?: Node): Pair {
    const end = value?.end ?? colon ?? key.end;
    return { name: unquoted(this.#text.slice(key.start, key.end)), start: key.start, end, key, colon, value };
  }

  #isDash({ start, end }: Line): boolean {
    return /^-(?:\s|$)/.test(this.#text.slice(start, Math.min(end, start + 2)));
  }
}

const isColon = ({ type }: CST.SourceToken): boolean => type === 'map-value-ind';

/** What `yaml` reads in a text, closed or not. */
function documentIn(text: string): CST.Document | undefined {
  for (const token of new Parser().parse(text)) if (token.type === 'document') return token;
  return undefined;
}

/** What is written for a name or value. */
function wordsOf(token: CST.Token | null | undefined, base: number): readonly Word[] {
  return token ? wordsIn('source' in token ? token.source : CST.stringify(token), base + token.offset) : [];
}

/** A word on each line: to `yaml`, what has no comma yet goes on in the next line. A quoted text is none after its first. */
function wordsIn(source: string, base: number): readonly Word[] {
  const words = Array.from(source.matchAll(/\S(?:[^\r\n]*\S)?/g), ({ index, 0: word }): Word => {
    return { type: 'word', block: false, start: base + index, end: base + index + word.length };
  });
  return /^["']/.test(source) ? words.slice(0, 1) : words;
}

/** Where the last of some parts ends. */
const lastEnd = (parts: readonly Span[], otherwise: number): number => parts.at(-1)?.end ?? otherwise;

/** Lines in groups that each begin as far left as the first, with the lines below it; up to one further left. */
function groups(lines: readonly Line[], begins: (line: Line) => boolean): readonly [Line, Line[]][] {
  const all: [Line, Line[]][] = [];
  const column = lines[0]?.column ?? 0;
  for (const line of lines) {
    if (line.column < column) break;
    const last = all.at(-1);
    if (last && (line.column > column || !begins(line))) last[1].push(line);
    else all.push([line, []]);
  }
  return all;
}
