/** Pieces of a row or a line put together. */

/** The parts that are there, as a screen reader should pause between them. */
export function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}

/** The parts that are there, as they stand beside a label. */
export function dotted(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
