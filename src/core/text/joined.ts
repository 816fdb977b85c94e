/** Pieces of a row or a line put together. */

/** The parts that are there, as a screen reader should pause between them. */
export const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');

/** The parts that are there, as they stand beside a label. */
export const dotted = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');
