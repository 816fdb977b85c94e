/** Bounds what is told of one record: nobody reads thousands of findings of one sort, and each one's place is looked up. */
import { plural } from '../base/l10n.ts';
import type { Advice, ContextRecord, FieldPath } from '../records/record.ts';

/** Findings of one sort that are told. */
export const MOST = 100;

/** What is told of the wrong values, and how many more there are. */
export function boundedAdvice<T extends { readonly field: FieldPath }>(
  record: ContextRecord,
  wrong: readonly T[],
  finding: (one: T) => Advice,
): Advice[] {
  const next = wrong[MOST];
  const first = wrong.slice(0, MOST).map(finding);
  if (!next) return first;
  const message = plural(
    wrong.length - MOST,
    '{0} more value from here on is wrong in the same way.',
    '{0} more values from here on are wrong in the same way.',
  );
  const span = record.source.locate(next.field, 'value') ?? { start: 0, end: 3 };
  return [...first, { code: 'more', severity: 'info', message, span }];
}
