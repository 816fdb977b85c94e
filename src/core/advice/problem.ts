/** Advice on the wording of a problem: who hurts, how badly, and what is still open. */
import type { Lookup } from '../records/face.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { checkProblem } from '../wording/wording.ts';
import { wordingAdvice } from './advice.ts';

interface ProblemValues {
  readonly personas?: readonly string[];
  readonly segment?: string;
}

export function problemAdvice(record: ContextRecord<ProblemValues>, lookup: Lookup): Advice[] {
  const { personas, segment } = record.values;
  const context = {
    hasSufferer: Boolean(segment) || Boolean(personas?.length),
    hasEvidence: lookup.children(record.id, 'evidence').length > 0,
  };
  const { bodyStart } = record.source;
  return checkProblem(record.body, context).map((finding) =>
    wordingAdvice(finding, { start: bodyStart + finding.start, end: bodyStart + finding.end }),
  );
}
