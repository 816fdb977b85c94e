/** Pieces of a row or a line put together. */

/** A piece that is left out where it is not there. */
type Part = string | false | undefined;

/** The parts that are there, as a screen reader should pause between them. */
export const joined = (...parts: readonly Part[]): string => parts.filter(Boolean).join(', ');

/** The parts that are there, as they stand beside a label. */
export const dotted = (...parts: readonly Part[]): string => parts.filter(Boolean).join(' · ');

/** The parts that are there, as words or sentences follow each other. */
export const spaced = (...parts: readonly Part[]): string => parts.filter(Boolean).join(' ');
