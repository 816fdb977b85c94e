/** Findings as plain data, at lines and characters. */
import type { ContextRecord, Severity } from '../records/record.ts';
import { type Position, positionOf } from '../text/positions.ts';
import type { Library } from './library.ts';

export interface Finding {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** The findings of a record's file on a day of the team. */
export const findingsIn = (library: Library, record: ContextRecord, day: string): Finding[] =>
  library.findings(record, day).map(({ span, severity, code, message }) => {
    const { text } = record.source;
    return { range: { start: positionOf(text, span.start), end: positionOf(text, span.end) }, severity, code, message };
  });
