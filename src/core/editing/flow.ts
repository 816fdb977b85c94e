/** Maps and lists between braces and brackets, closed or still being typed. */
import { columnAt, contentFrom, KEY, lineEndAt, quotedEnd, unquoted } from './lines.ts';
import type { ListNode, MapNode, Node, Pair, Word } from './nodes.ts';

/** The text a flow is read from, and what bounds it while it is not closed. */
export interface FlowStart {
  readonly text: string;
  readonly end: number;
  /** The column of the field it belongs to: a field as far left begins something new. */
  readonly column: number;
  readonly depth: number;
}

const DEEPEST = 20;

/** Reads the map or list that opens at `at`. */
export function readFlow(from: FlowStart, at: number): MapNode | ListNode {
  return new Flow(from, at).collection(from.depth);
}

class Flow {
  readonly #from: FlowStart;
  #at: number;
  #lineEnd = -1;

  constructor(from: FlowStart, at: number) {
    this.#from = from;
    this.#at = at;
  }

  /** Where the line that is being read ends; looked for once per line, which may hold thousands of values. */
  get #endOfLine(): number {
    if (this.#at > this.#lineEnd) this.#lineEnd = Math.min(this.#from.end, lineEndAt(this.#from.text, this.#at));
    return this.#lineEnd;
  }

  collection(depth: number): MapNode | ListNode {
    const { text } = this.#from;
    const start = this.#at;
    const isMap = text[start] === '{';
    const pairs: Pair[] = [];
    const items: Node[] = [];
    this.#at++;
    let end = this.#at;
    while (this.#toContent()) {
      const character = text[this.#at];
      if (character === '}' || character === ']') {
        end = ++this.#at;
        break;
      }
      if (character === ',') this.#at++;
      else if (isMap) pairs.push(this.#pair(depth));
      else items.push(this.#value(depth));
      end = this.#at;
    }
    return isMap ? { type: 'map', flow: true, start, end, pairs } : { type: 'list', flow: true, start, end, items };
  }

  /** Moves to the next character that counts; false where the collection ends without a bracket. */
  #toContent(): boolean {
    const { text, end, column } = this.#from;
    const next = contentFrom(text, this.#at, end);
    if (next >= end) return false;
    const isNewLine = next >= this.#endOfLine;
    if (isNewLine && columnAt(text, next) <= column && this.#isField(next)) return false;
    this.#at = next;
    return true;
  }

  #isField(at: number): boolean {
    KEY.lastIndex = at;
    return KEY.test(this.#from.text);
  }

  #pair(depth: number): Pair {
    const { text } = this.#from;
    const key = this.#word(/[,{}[\]\r\n]|:(?=[\s,{}[\]]|$)/g);
    const name = unquoted(text.slice(key.start, key.end));
    if (text[this.#at] !== ':') return { name, key, colon: undefined, value: undefined };
    const colon = ++this.#at;
    const lineEnd = this.#endOfLine;
    const next = contentFrom(text, colon, lineEnd);
    if (next >= lineEnd || /[,}\]]/.test(text[next] ?? '')) return { name, key, colon, value: undefined };
    this.#at = next;
    return { name, key, colon, value: this.#value(depth) };
  }

  #value(depth: number): Node {
    const opens = this.#from.text[this.#at] === '{' || this.#from.text[this.#at] === '[';
    if (opens && depth < DEEPEST) return this.collection(depth + 1);
    return this.#word(/[,}\]\r\n]/g);
  }

  /** A quoted text, or plain text up to what ends it; always moves on. */
  #word(stop: RegExp): Word {
    const { text, end } = this.#from;
    const start = this.#at;
    const lineEnd = this.#endOfLine;
    const quoted = quotedEnd(text, start, lineEnd);
    if (quoted !== undefined) {
      this.#at = contentFrom(text, quoted, lineEnd);
      return { type: 'word', block: false, start, end: quoted };
    }
    stop.lastIndex = start + 1;
    const bound = Math.min(stop.exec(text)?.index ?? end, lineEnd);
    this.#at = bound;
    return { type: 'word', block: false, start, end: start + text.slice(start, bound).trimEnd().length };
  }
}
