/** What was agreed about an initiative, and what is still in dispute. */
import type { Initiative, RecordOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { ContextRecord } from '../records/record.ts';
import { type Factor, factors, type Numbers } from '../scoring/factors.ts';

/** What the team agreed on, factor by factor; `?` is not agreed. */
export function agreedIn({ values }: Initiative): Numbers {
  const agreed: { [F in Factor]?: number } = {};
  for (const factor of factors) {
    const value = values.rice?.[factor];
    if (typeof value === 'number') agreed[factor] = value;
  }
  return agreed;
}

/** The challenges of its numbers, or the objections to it, by path; one that only names it as its outcome is none. */
export function disputesOf<K extends 'challenge' | 'objection'>(
  library: Library,
  { id }: Initiative,
  kind: K,
): readonly RecordOf<K>[] {
  return library.children(id, kind).filter(({ values }: ContextRecord) => values.initiative === id);
}

/** Those of them nobody has decided or answered. */
export const openDisputes = (...about: Parameters<typeof disputesOf>): ReturnType<typeof disputesOf> =>
  disputesOf(...about).filter(({ values }) => values.state === 'open');
