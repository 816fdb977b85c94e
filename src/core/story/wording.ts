/** What the wording checks say of a record's own words, told beside them: also what was dismissed, with the reason. */
import { tidy } from '../face/cardLines.ts';
import { dismissedIn } from '../library/findings.ts';
import type { Library } from '../library/library.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { reasonOf, rewriteOf } from '../wording/wording.ts';
import type { StoryWording } from './told.ts';

/** Characters of the words a finding is about. */
const WORDS = 160;

/** Findings of a record by the part of it they are about. */
export interface WordingByPart {
  readonly title: readonly StoryWording[];
  readonly body: readonly StoryWording[];
  /** In the sentence of the outcome. */
  readonly outcome: readonly StoryWording[];
}

/** The findings of the wording checks on a record; none where its words must not be shown. */
export function wordingOf(library: Library, record: ContextRecord): WordingByPart {
  const parts = { title: [], body: [], outcome: [] } as { [Part in keyof WordingByPart]: StoryWording[] };
  if (record.withheld || record.broken) return parts;
  const told = library.findings(record).map((finding) => ({ ...finding, isDismissed: false, reason: undefined }));
  const dismissed = dismissedIn(record, library).map((finding) => ({ ...finding, isDismissed: true }));
  for (const finding of [...told, ...dismissed]) {
    const why = reasonOf(finding.code);
    if (!why) continue;
    const words = record.source.text.slice(finding.span.start, finding.span.end);
    parts[partOf(record, finding)].push({
      id: record.id,
      check: finding.code,
      nth: told.filter(({ code, span }) => code === finding.code && span.start < finding.span.start).length,
      words: tidy(words, WORDS),
      says: why.message,
      example: why.example,
      hasRewrite: !finding.isDismissed && rewriteOf(finding.code, words) !== undefined,
      dismissed: finding.isDismissed ? tidy(finding.reason ?? '', WORDS) : undefined,
    });
  }
  return parts;
}

function partOf({ source }: ContextRecord, { span, field = [] }: Advice): keyof WordingByPart {
  if (field[0] === 'outcome') return 'outcome';
  return span.start < source.bodyStart || field[0] === 'title' ? 'title' : 'body';
}
