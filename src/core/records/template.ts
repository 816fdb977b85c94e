/** The words a new record is filled with, to be written over: where they still stand, nobody has said anything. */

import type { Span } from '../text/positions.ts';
import type { Field, Fields } from './field.ts';
import { isMap, likeWritten } from './written.ts';

/** What a kind's snippets put where a person's own words belong. */
export interface Template {
  /** Of fields. */
  readonly values: readonly string[];
  /** Of the body, each a line. */
  readonly body: readonly string[];
}

/** What a kind says of its new records; the body in the syntax of the editor's snippets. */
interface Beginning {
  readonly fields: Fields;
  readonly starts: readonly string[];
  readonly snippetBody: string;
  readonly earlierBody?: readonly string[];
}

const PLACEHOLDER = /\$\{\d+:([^${}|]+)\}/g;

/** The template of a kind. */
export function templateOf(kind: Beginning): Template {
  return {
    values: [...startLines(kind).values()].flatMap(placeholders),
    body: [...placeholders(kind.snippetBody), ...(kind.earlierBody ?? [])],
  };
}

/** A line for each field a new record starts with, as a snippet whose first stop is the number 2: 1 is the title. */
export function startLines({ fields, starts }: Pick<Beginning, 'fields' | 'starts'>): ReadonlyMap<string, string> {
  let stop = 2;
  const start = (field: Field | undefined, isInMap: boolean): string => {
    const inner = field?.fields;
    if (inner) {
      const names = field.starts ?? Object.keys(inner);
      return `{${names.map((name) => `${name}: ${start(inner[name], true)}`).join(', ')}}`;
    }
    return stopOf(stop++, field, isInMap);
  };
  return new Map(starts.map((name) => [name, `${name}: ${start(fields[name], false)}`]));
}

const placeholders = (snippet: string): string[] => [...snippet.matchAll(PLACEHOLDER)].map(([, words = '']) => words);

type Raw = { readonly [name: string]: unknown };

/** Where a value of a field is written in a snippet: something to choose from, to write over, or nothing. */
export function stopOf(stop: number, field: Field | undefined, isInMap = false): string {
  const { usual: [first, ...others] = [] } = field ?? {};
  if (first === undefined) return `\${${stop}}`;
  if (others.length > 0) return `\${${stop}|${[first, ...others].join(',')}|}`;
  // Words between braces may hold commas.
  return isInMap ? `"\${${stop}:${first}}"` : `\${${stop}:${first}}`;
}

/** The values without those that are still the template's, in maps too. */
export function withoutTemplate(raw: Raw, template: Pick<Template, 'values'>): Raw {
  if (template.values.length === 0) return raw;
  const written = Object.entries(raw);
  const kept = written
    .filter(([, value]) => !isTemplate(value, template.values))
    .map(([name, value]) => [name, isMap(value) ? withoutTemplate(value, template) : value] as const);
  const isAllKept = kept.length === written.length && kept.every(([, value], index) => value === written[index]?.[1]);
  return isAllKept ? raw : likeWritten(raw, Object.fromEntries(kept));
}

/** The fields whose values are still the template's. */
export function templateFields(
  raw: Raw,
  { values }: Pick<Template, 'values'>,
  path: readonly string[] = [],
): string[][] {
  if (values.length === 0) return [];
  return Object.entries(raw).flatMap(([name, value]) => {
    if (isTemplate(value, values)) return [[...path, name]];
    return isMap(value) ? templateFields(value, { values }, [...path, name]) : [];
  });
}

const isTemplate = (value: unknown, values: readonly string[]): boolean =>
  typeof value === 'string' && values.includes(value);

/**
 * Where a body still holds the template's lines, marks of quotes before them included; offsets from the body's start. What
 * follows the first may be what a person means to say, such as the question at the end: it counts as theirs once the
 * first is written over and there is something beside it.
 */
export function templateLines(text: string, { body: [first = '', ...rest] }: Pick<Template, 'body'>): Span[] {
  const found = wholeLines(text, first);
  const others = rest.flatMap((words) => wholeLines(text, words));
  if (found.length > 0 || others.length === 0) return [...found, ...others];
  return blanked(text, others).trim() === '' ? others : [];
}

/** The lines that are these words, quoted or not. */
function wholeLines(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const end = at + words.length;
    const isWhole = /^[ \t>]*$/.test(text.slice(start, at)) && /^[ \t]*(?:\r|\n|$)/.test(text.slice(end, end + 20));
    if (isWhole) found.push({ start, end });
  }
  return found;
}

/** The text with spaces where these spans are, so that every other place keeps its offset. */
export function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}
