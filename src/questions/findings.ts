/** What is wrong or could be better about the records. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import type { Library } from '../core/library/library.ts';
import type { ContextRecord, Severity } from '../core/records/record.ts';
import { type Position, positionOf } from '../core/text/positions.ts';
import { question } from './question.ts';

export interface Finding {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

export const findings = question({
  name: 'findings',
  title: () => t('Findings'),
  help: () => t('What is wrong or could be better about the records, and where.'),
  input: z.object({}),
  answer: async ({ library }) =>
    [...library.files.values()].flatMap((record) =>
      findingsIn(library, record).map((finding) => ({ path: record.shownPath, ...finding })),
    ),
});

/** The findings of a record's file. */
export const findingsIn = (library: Library, record: ContextRecord): Finding[] =>
  library.findings(record).map(({ span, severity, code, message }) => {
    const { text } = record.source;
    return { range: { start: positionOf(text, span.start), end: positionOf(text, span.end) }, severity, code, message };
  });
