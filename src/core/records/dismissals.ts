/** Advice that people read and turned down: what a record's `dismissed` says, and how one more is written there. */
import { isMap } from './written.ts';

export interface Dismissal {
  /** The name of the advice. */
  readonly check: string;
  /** Why it does not hold for this record; undefined where nobody wrote it down. */
  readonly reason: string | undefined;
}

/** Names, or maps from names to reasons, each alone or in a list; undefined for anything else. */
export function readDismissals(written: unknown): readonly Dismissal[] | undefined {
  const all: Dismissal[] = [];
  for (const each of Array.isArray(written) ? written : [written]) {
    if (typeof each === 'string' && each.trim() !== '') all.push({ check: each, reason: undefined });
    else if (isMap(each)) {
      for (const [check, reason] of Object.entries(each)) {
        if (typeof reason === 'object' && reason !== null) return undefined;
        all.push({ check, reason: reason === null || reason === undefined ? undefined : String(reason) });
      }
    } else return undefined;
  }
  return all;
}

/** What `dismissed` holds with one more; what was written there stays as it is. */
export function withDismissal(written: unknown, check: string, reason: unknown): unknown {
  if (written === undefined || written === null) return { [check]: reason };
  if (isMap(written)) return { ...written, [check]: reason };
  return [...(Array.isArray(written) ? written : [written]), { [check]: reason }];
}
