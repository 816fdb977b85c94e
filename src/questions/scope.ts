/** The initiatives a question is about, where it can be asked of a sprint or a quarter. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { Scope } from '../core/library/query.ts';

/** The fields that name them. */
export const scopeInput = (sprint: () => string) => ({
  sprint: z.optional(field(filled, sprint)),
  quarter: z.optional(field(filled, () => t('A quarter instead, such as 2026-Q4.'))),
});

interface Named {
  readonly sprint?: string | undefined;
  readonly quarter?: string | undefined;
}

/** What they name, a sprint before a quarter; undefined for nothing. */
export function scopeNamed({ sprint, quarter }: Named): Scope | undefined {
  if (sprint !== undefined) return { kind: 'sprint', id: sprint };
  return quarter === undefined ? undefined : { kind: 'quarter', quarter };
}
