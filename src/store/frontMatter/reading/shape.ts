/** What reading a record's text gives: plain values, the body, what is wrong, and where each value stands. */

import { t } from '../../../core/base/l10n.ts';
import type { FieldPath, Part, SourceProblem } from '../../../core/records/record.ts';
import type { Span } from '../../../core/text/positions.ts';

export type ProblemCode =
  | 'yaml'
  | 'not-a-map'
  | 'duplicate-key'
  | 'alias-bomb'
  | 'unclosed'
  | 'front-matter'
  | 'too-large'
  | 'conflict'
  | 'tabs';

/** Something in the text that keeps it from being read, or edited, as it stands. */
export interface Problem extends SourceProblem {
  readonly code: ProblemCode;
}

/** Plain data by key. Every map in it has no prototype, so that `__proto__` is a key like any other. */
export interface Values {
  [key: string]: unknown;
}

/** A map to fill. What `Object.create(null)` gives is a hash table from the start, of several times the memory. */
export function newValues(): Values {
  return Object.setPrototypeOf({}, null) as Values;
}

/** A text, read. */
export interface Parsed {
  /** Empty when there is no front matter, or when it is refused. With a key given twice, the first one counts. */
  readonly values: Values;
  /** The text after the closing fence line; all of it, byte order mark aside, when there is no front matter. */
  readonly body: string;
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
  /** False too when the front matter has no closing fence. */
  readonly hasFrontMatter: boolean;
  /** Where a value stands; for a value reached through an alias, where the alias stands. The default part is 'value'. */
  spanOf(path: FieldPath, part?: Part): Span | undefined;
}

/** How many of a text's problems are told. */
export const MOST_PROBLEMS = 20;

/** A text starts with a character that YAML keeps for itself, such as `@`. */
export function needsQuotes(character: string, at: number): Problem {
  const message = t('A text that starts with {0} needs quotes around it.', character);
  return { code: 'yaml', message, span: { start: at, end: at + 1 } };
}
