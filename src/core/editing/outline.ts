/**
 * The shape of YAML that is being typed: maps, lists and words with their places, whatever is still missing or wrong.
 * What records hold is read by the store; this reader only tells where somebody is, and never gives up.
 */
import type { Span } from '../records/record.ts';
import { readFlow } from './flow.ts';
import { columnAt, contentFrom, KEY, lineEndAt, nextLineAt, quotedEnd, unquoted } from './lines.ts';
import type { ListNode, MapNode, Node, Pair } from './nodes.ts';

/** Deeper nesting than any record has; what lies below is not looked at. */
const DEEPEST = 20;

/** Reads the YAML in a part of a text. */
export function outlineOf(text: string, { start, end }: Span): Node | undefined {
  return new Reader(text, end).block(contentFrom(text, start, end), 0, 0);
}

class Reader {
  readonly #text: string;
  readonly #end: number;
  /** The first line, or part of one, that is not read yet. */
  #at = 0;

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  /** What stands at the content that begins at `at`, if it is indented at least as far as `least`. */
  block(at: number, least: number, depth: number): Node | undefined {
    this.#at = at;
    if (at >= this.#end || depth > DEEPEST) return undefined;
    const column = columnAt(this.#text, at);
    if (column < least) return undefined;
    if (this.#isDash(at)) return this.#list(column, depth);
    if (this.#keyAt(at)) return this.#map(column, depth);
    // A lone word at the very top is a field being typed; further in it is a value as likely as a field.
    return depth === 0 ? this.#map(column, depth) : this.#value(at, column, depth);
  }

  #map(column: number, depth: number): MapNode {
    const start = this.#at;
    let end = start;
    const pairs: Pair[] = [];
    while (this.#at < this.#end) {
      const at = this.#at;
      const here = columnAt(this.#text, at);
      if (here < column || (here === column && this.#isDash(at))) break;
      if (here > column) {
        // Neither a field of this map nor a value of the one above: a line in between that is passed over.
        this.#nextLine(at);
        continue;
      }
      pairs.push(this.#pair(at, column, depth));
      end = this.#lastEnd;
    }
    return { type: 'map', flow: false, start, end, pairs };
  }

  #lastEnd = 0;

  #pair(at: number, column: number, depth: number): Pair {
    const found = this.#keyAt(at);
    if (!found) {
      const end = this.#wordEnd(at);
      this.#lastEnd = end;
      this.#nextLine(at);
      return { name: unquoted(this.#text.slice(at, end)), key: { start: at, end }, colon: undefined, value: undefined };
    }
    const key = { start: at, end: at + found.length };
    const colon = this.#text.indexOf(':', key.end) + 1;
    this.#lastEnd = colon;
    const value = this.#after(colon, column, depth);
    if (value) this.#lastEnd = value.end;
    return { name: unquoted(found), key, colon, value };
  }

  /** The value after a colon: on the same line, or on the lines below that are indented further. */
  #after(colon: number, column: number, depth: number): Node | undefined {
    const lineEnd = Math.min(this.#end, lineEndAt(this.#text, colon));
    const at = this.#skipProperties(colon, lineEnd);
    if (at < lineEnd) return this.#value(at, column, depth);
    const below = contentFrom(this.#text, nextLineAt(this.#text, colon), this.#end);
    // A list may stand as far left as the field it belongs to.
    const least =
      below < this.#end && this.#isDash(below) && columnAt(this.#text, below) === column ? column : column + 1;
    return this.block(below, least, depth + 1);
  }

  #list(column: number, depth: number): ListNode {
    const start = this.#at;
    let end = start;
    const items: (Node | undefined)[] = [];
    while (this.#at < this.#end) {
      const at = this.#at;
      const here = columnAt(this.#text, at);
      if (here < column || (here === column && !this.#isDash(at))) break;
      if (here > column) {
        this.#nextLine(at);
        continue;
      }
      const item = this.#item(at, column, depth);
      items.push(item);
      end = item?.end ?? at + 1;
    }
    return { type: 'list', flow: false, start, end, items };
  }

  #item(dash: number, column: number, depth: number): Node | undefined {
    const lineEnd = Math.min(this.#end, lineEndAt(this.#text, dash));
    const at = this.#skipProperties(dash + 1, lineEnd);
    if (at >= lineEnd) {
      return this.block(contentFrom(this.#text, nextLineAt(this.#text, dash), this.#end), column + 1, depth + 1);
    }
    if (this.#isDash(at) || this.#keyAt(at)) return this.block(at, column + 1, depth + 1);
    return this.#value(at, column, depth);
  }

  /** A value that begins on this line; `column` is that of the field or dash it belongs to. */
  #value(at: number, column: number, depth: number): Node {
    const first = this.#text[at] ?? '';
    if (first === '{' || first === '[') {
      const node = readFlow({ text: this.#text, end: this.#end, column, depth }, at);
      this.#nextLine(node.end);
      return node;
    }
    const end = this.#wordEnd(at);
    const block = first === '|' || first === '>';
    if (block) this.#skipBlock(at, column);
    else this.#nextLine(at);
    return { type: 'word', block, start: at, end: block ? Math.max(end, this.#blockEnd(at)) : end };
  }

  #skipBlock(at: number, column: number): void {
    this.#nextLine(at);
    while (this.#at < this.#end && columnAt(this.#text, this.#at) > column) this.#nextLine(this.#at);
  }

  /** The end of the last line before the content that follows. */
  #blockEnd(start: number): number {
    return start + this.#text.slice(start, this.#at).trimEnd().length;
  }

  #wordEnd(at: number): number {
    const lineEnd = Math.min(this.#end, lineEndAt(this.#text, at));
    const quoted = quotedEnd(this.#text, at, lineEnd);
    if (quoted !== undefined) return quoted;
    const line = this.#text.slice(at, lineEnd);
    const comment = line.search(/\s#/);
    return at + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length;
  }

  /** Passes over spaces, anchors and tags; to the line's end where nothing but a comment is left. */
  #skipProperties(from: number, lineEnd: number): number {
    const line = this.#text.slice(from, lineEnd);
    const length = /^(?:\s+|[&!][^\s,[\]{}]*(?=\s|$))*/.exec(line)?.[0].length ?? 0;
    return line[length] === '#' || length === line.length ? lineEnd : from + length;
  }

  #isDash(at: number): boolean {
    return this.#text[at] === '-' && (at + 1 >= this.#end || /\s/.test(this.#text[at + 1] ?? ''));
  }

  #keyAt(at: number): string | undefined {
    KEY.lastIndex = at;
    const key = KEY.exec(this.#text)?.[1];
    return key !== undefined && at + key.length < this.#end ? key : undefined;
  }

  #nextLine(at: number): void {
    this.#at = contentFrom(this.#text, nextLineAt(this.#text, at), this.#end);
  }
}
