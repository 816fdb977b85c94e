/** Compares the ranking with an earlier one: what moved and why, what is new, what is gone. */
import type { JSX } from 'preact';

/** A ranking that was kept. */
export interface Kept {
  readonly id: string;
  readonly title: string;
  /** A day. */
  readonly taken?: string | undefined;
}

export interface CompareProps {
  /** Newest first. */
  readonly snapshots: readonly Kept[];
  /** The snapshot that is compared with; undefined while none is chosen. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
}

export function Compare(_props: CompareProps): JSX.Element {
  return <section class="compare" />;
}
