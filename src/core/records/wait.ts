/** What a record waits for: from whom, by when, and which action ends the waiting. */
import type { Lookup } from './face.ts';
import type { Waited } from './waited.ts';

export interface Wait {
  /** The members it waits for; where it is nobody in particular, everybody with one of the roles. */
  readonly of: readonly string[];
  readonly roles?: readonly string[];
  /** Whom it does not wait for, though they have the role, as they are in already. */
  readonly except?: readonly string[];
  /** How many with the role are wanted in all; without it everybody is. */
  readonly places?: number;
  /** The action that ends it; without one, the record is opened. */
  readonly verb?: string;
  /** What is to be done. */
  readonly words: string;
  /** The day or moment by which. */
  readonly due?: string | undefined;
  /** Before which nobody waits yet. */
  readonly from?: string | undefined;
  /** When nobody waits any more, done or not. */
  readonly until?: string | undefined;
  /** Where an answer is due within some minutes of work: since when those count. */
  readonly waited?: Waited;
  /** Who waits for it, and is told how long. */
  readonly for?: string | undefined;
  /** Whether whoever it waits for is warned outside the view once it is overdue, as they are of every answer. */
  readonly warns?: true;
  /** Whether it must not wait: work stands still, or the risk is critical. */
  readonly isUrgent?: boolean;
}

/** Who builds what is planned. */
export const ENGINEERS = ['engineer', 'lead'] as const;

interface About {
  readonly initiative?: string;
  readonly problem?: string | readonly string[];
}

/** Who owns what a record is about: the initiative, or those that answer the problem, else who validates that. */
export function ownersOf(around: Lookup, { initiative, problem }: About): string[] {
  const ids = [initiative ?? [], problem ?? []].flat();
  const served = ids.flatMap((id) => [around.find(id) ?? [], around.children(id, 'initiative')].flat());
  const owners = served.flatMap(({ values }) => {
    const { owner, validation } = values as { owner?: string; validation?: { owner?: string } };
    return owner ?? validation?.owner ?? [];
  });
  return [...new Set(owners)];
}
