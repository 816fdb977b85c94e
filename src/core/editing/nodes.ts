/** What an outline of YAML is made of. */
import type { Span } from '../records/record.ts';

/** One value as written; `end` is exclusive and leaves comments out. */
export interface Word extends Span {
  readonly type: 'word';
  /** A `|` or `>` block, whose lines are prose. */
  readonly block: boolean;
}

/** A key with or without its colon and value. */
export interface Pair {
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
