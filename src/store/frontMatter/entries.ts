/** The entries of a YAML map or list as pieces of the text: where each begins, its value begins, and it ends. */

import type { FieldPath, Part } from '../../core/records/record.ts';
import type { Span } from '../../core/text/positions.ts';
import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from '../../core/text/yaml.ts';
import type { Reading } from './document.ts';
import { blockTextEnd } from './reading/blockText.ts';

export interface Entry {
  /** The key's name, or the position in a list. */
  readonly step: string | number;
  /** The first character: of the key or what decorates it, of the dash, or of an item between brackets. */
  readonly start: number;
  readonly key: Span | undefined;
  /** Just after the `:` or `-`; undefined where there is none. */
  readonly indicatorEnd: number | undefined;
  /** The first character of the value's anchor, tag or self; undefined when the value is left empty. */
  readonly valueStart: number | undefined;
  readonly value: ParsedNode | null;
  /** Just after the last character, comments and blank lines aside. */
  readonly end: number;
}

export interface Container {
  readonly list: boolean;
  /** Written between brackets or braces. */
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

/** The entries of a map or list; undefined for anything else, and for a pair written as a list's item (`[a: 1]`). */
export function containerOf(source: string, node: ParsedNode | null): Container | undefined {
  if (!isMap(node) && !isSeq(node)) return undefined;
  if (!node.srcToken) return undefined;
  let container = known.get(node);
  if (!container) {
    container = readContainer(source, node);
    if (container) known.set(node, container);
  }
  return container;
}

/** A node belongs to one reading of one text; thousands of places may be asked for in it, one after the other. */
const known = new WeakMap<ParsedNode, Container>();

function readContainer(source: string, node: YAMLMap.Parsed | YAMLSeq.Parsed): Container | undefined {
  const list = isSeq(node);
  const entries = isSeq(node) ? listEntries(source, node) : mapEntries(source, node);
  if (!entries) return undefined;
  const flow = node.srcToken?.type === 'flow-collection';
  const end = flow ? node.range[1] : (entries.at(-1)?.end ?? node.range[1]);
  return { list, flow, start: node.range[0], end, entries };
}

/** The entry for one step. With a key given twice, the first. */
export function entryAt(container: Container | undefined, step: string | number): Entry | undefined {
  if (container?.list) return typeof step === 'number' ? container.entries[step] : undefined;
  return container?.entries.find((entry) => entry.step === String(step));
}

/** The entry at the end of a path, if every step of it is there; a step into an alias ends at the alias. */
function entryAlong(source: string, root: ParsedNode | null, path: FieldPath): Entry | undefined {
  let node = root;
  let entry: Entry | undefined;
  for (const step of path) {
    if (isAlias(node)) return entry;
    entry = entryAt(containerOf(source, node), step);
    if (!entry) return undefined;
    node = entry.value;
  }
  return entry;
}

/** Just after the last character of a value. */
function contentEnd(source: string, node: ParsedNode): number {
  if (isScalar(node) && node.srcToken?.type === 'block-scalar')
    return blockTextEnd(source, node.range[0], node.range[1]);
  if (!isAlias(node) && !isScalar(node) && node.srcToken && node.srcToken.type !== 'flow-collection') {
    return containerOf(source, node)?.end ?? node.range[1];
  }
  return node.range[1];
}

function listEntries(source: string, list: YAMLSeq.Parsed): Entry[] | undefined {
  const tokens = (list.srcToken?.items ?? []).filter((token) => firstOffset(token) !== undefined);
  if (tokens.length !== list.items.length) return undefined;
  return list.items.map((node, index) => listEntry(source, node, tokens[index] as CST.CollectionItem, index));
}

function listEntry(source: string, value: ParsedNode, token: CST.CollectionItem, step: number): Entry {
  const start = firstOffset(token) ?? value.range[0];
  const dash = token.start.find(({ type }) => type === 'seq-item-ind');
  const indicatorEnd = dash && dash.offset + 1;
  const props = token.start.filter(({ type, offset }) => isProp(type) && offset >= (indicatorEnd ?? 0));
  const valueStart = props[0]?.offset ?? (isWritten(value) ? value.range[0] : undefined);
  const end = isWritten(value) ? contentEnd(source, value) : (lastEnd(props) ?? indicatorEnd ?? value.range[1]);
  return { step, start, key: undefined, indicatorEnd, valueStart, value, end };
}

function mapEntries(source: string, map: YAMLMap.Parsed): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const { key, value, srcToken } of map.items) {
    if (!srcToken) return undefined;
    const sep = srcToken.sep ?? [];
    const colon = sep.find(({ type }) => type === 'map-value-ind');
    const indicatorEnd = colon && colon.offset + 1;
    const props = sep.filter(({ type }) => isProp(type));
    const written = value && isWritten(value) ? value : undefined;
    const keySpan = { start: key.range[0], end: contentEnd(source, key) };
    entries.push({
      step: isScalar(key) ? String(key.value ?? key.source) : source.slice(key.range[0], key.range[1]),
      start: firstOffset(srcToken) ?? key.range[0],
      key: keySpan,
      indicatorEnd,
      valueStart: props[0]?.offset ?? written?.range[0],
      value,
      end: written ? contentEnd(source, written) : (lastEnd(props) ?? indicatorEnd ?? keySpan.end),
    });
  }
  return entries;
}

const isWritten = (node: ParsedNode): boolean => node.range[1] > node.range[0];

const isProp = (type: string): boolean => type === 'anchor' || type === 'tag';

function lastEnd(tokens: readonly CST.SourceToken[]): number | undefined {
  const last = tokens.at(-1);
  return last && last.offset + last.source.length;
}

const BETWEEN = new Set(['space', 'newline', 'comment', 'comma']);

/** Where an entry's own text begins; undefined for what is only space, comments and commas. */
function firstOffset({ start, key, sep, value }: CST.CollectionItem): number | undefined {
  const own = start.find(({ type }) => !BETWEEN.has(type));
  if (own) return own.offset;
  if (key && key.offset !== undefined) return key.offset;
  return sep?.[0]?.offset ?? value?.offset;
}

/** The span of a part of a field. An empty value has an empty span just after its `:` or `-`. */
export function spanIn({ source, tree }: Reading, path: FieldPath, part: Part): Span | undefined {
  if (path.length === 0) {
    return tree && part === 'value' ? { start: tree.range[0], end: contentEnd(source, tree) } : undefined;
  }
  const entry = entryAlong(source, tree, path);
  if (!entry) return undefined;
  if (part === 'key') return entry.key;
  if (part === 'pair') return { start: entry.start, end: entry.end };
  const { value, end } = entry;
  if (value && value.range[1] > value.range[0]) return { start: value.range[0], end };
  return { start: entry.indicatorEnd ?? end, end: entry.indicatorEnd ?? end };
}
