/** Advice on what a record says: the wording of problems and outcomes, quiet and dismissible; how much is told of one sort. */
import { plural, t } from '../base/l10n.ts';
import type { Lookup } from '../records/face.ts';
import type { Advice, ContextRecord, FieldPath } from '../records/record.ts';
import { firstHeadingSpan } from '../text/markdownText.ts';
import type { Span } from '../text/positions.ts';
import { checkOutcome, checkProblem, checkTitle, checkWords, type WordingFinding } from '../wording/wording.ts';

function wordingAdvice(finding: WordingFinding, span: Span, field?: FieldPath): Advice {
  return {
    code: finding.check,
    severity: 'info',
    message: `${finding.message} ${t('For example: “{0}”', finding.example)}`,
    span,
    dismissible: true,
    ...(field && { field }),
  };
}

/** Findings of one sort that are told. */
export const MOST = 100;

/** What is told of the wrong values, and how many more there are. */
export function boundedAdvice<T extends { readonly field: FieldPath }>(
  record: ContextRecord,
  wrong: readonly T[],
  finding: (one: T) => Advice,
): Advice[] {
  const next = wrong[MOST];
  const first = wrong.slice(0, MOST).map(finding);
  if (!next) return first;
  const message = plural(
    wrong.length - MOST,
    '{0} more value from here on is wrong in the same way.',
    '{0} more values from here on are wrong in the same way.',
  );
  const span = record.source.locate(next.field, 'value') ?? { start: 0, end: 3 };
  return [...first, { code: 'more', severity: 'info', message, span }];
}

interface ProblemValues {
  readonly title?: string;
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
  const said = checkProblem(record.body, context).map((finding) =>
    wordingAdvice(finding, { start: bodyStart + finding.start, end: bodyStart + finding.end }),
  );
  return [...titleWording(record, true), ...said];
}

/** The title: the field, else the first heading. */
function titleWording(record: ContextRecord<{ readonly title?: string }>, isProblem: boolean): Advice[] {
  const { title } = record.values;
  if (title !== undefined) return fieldWording(record, ['title'], title, checkTitle(title, isProblem));
  const { text, bodyStart } = record.source;
  const heading = firstHeadingSpan(record.body);
  if (!heading) return [];
  const start = bodyStart + heading.start;
  return checkTitle(text.slice(start, bodyStart + heading.end), isProblem).map((finding) =>
    wordingAdvice(finding, { start: start + finding.start, end: start + finding.end }, ['title']),
  );
}

/** Findings in the words of a field, each at its place in the file. */
function fieldWording(
  record: Pick<ContextRecord, 'source'>,
  path: FieldPath,
  words: string,
  findings: readonly WordingFinding[],
): Advice[] {
  const span = findings.length > 0 && record.source.locate(path, 'value');
  if (!span) return [];
  // The text between quotes or with escapes has other offsets than its value: the whole value is marked then.
  const shift = record.source.text.slice(span.start, span.end).indexOf(words);
  return findings.map((finding) =>
    wordingAdvice(
      finding,
      shift < 0 ? span : { start: span.start + shift + finding.start, end: span.start + shift + finding.end },
      path,
    ),
  );
}

interface InitiativeValues {
  readonly title?: string;
  readonly status: string;
  readonly problem?: readonly string[];
  readonly outcome?: {
    readonly metric?: string;
    readonly unit?: string;
    readonly baseline?: number | string;
    readonly target?: number | string;
    readonly by?: string;
  };
}

/** The work somebody has promised; ideas may still be vague. */
const PROMISED = new Set(['committed', 'building']);

/** Advice on an initiative; `late` says what scope did to its date, where it did. */
export function outcomeAdvice(
  record: ContextRecord<InitiativeValues>,
  lookup: Lookup,
  late: string | undefined,
): Advice[] {
  return [
    ...titleWording(record, false),
    ...missingEnds(record),
    ...outcomeWording(record),
    ...bodyWording(record, late),
    ...missingEvidence(record, lookup),
  ];
}

function missingEnds(record: ContextRecord<InitiativeValues>): Advice[] {
  const { outcome } = record.values;
  if (!outcome || (outcome.baseline !== undefined && outcome.target !== undefined)) return [];
  const span = record.source.locate(['outcome'], 'key') ?? { start: 0, end: 3 };
  const ends = [
    ['baseline', t('The outcome has no baseline: nobody can tell later whether it changed.')],
    ['target', t('The outcome has no target: nobody can tell when it is reached.')],
  ] as const;
  return ends.flatMap(([name, message]): Advice[] => {
    if (outcome[name] !== undefined) return [];
    const field = ['outcome', name];
    return [{ code: `missing-${name}`, severity: 'warning', message, span, dismissible: true, field }];
  });
}

function outcomeWording(record: ContextRecord<InitiativeValues>): Advice[] {
  const { outcome } = record.values;
  // What is missing is told as a missing field, which has a fix; the words need not tell it again.
  if (!outcome?.metric) return [];
  const findings = checkOutcome(outcome.metric, outcome);
  const wanted = findings.filter(({ check }) => check !== 'no-baseline' && check !== 'no-target');
  return fieldWording(record, ['outcome', 'metric'], outcome.metric, wanted);
}

/** Words that blame people for a date which the scope moved; `instead` says what it added, and when that was agreed. */
export function blameAdvice(record: ContextRecord, instead: string | undefined): Advice[] {
  if (instead === undefined) return [];
  const { bodyStart } = record.source;
  return checkWords(record.body, ['blame']).map((finding) =>
    wordingAdvice({ ...finding, example: instead }, { start: bodyStart + finding.start, end: bodyStart + finding.end }),
  );
}

/** Words that hurt or claim too much wherever they stand; what only a problem or an outcome must say is asked there. */
function bodyWording(record: ContextRecord<InitiativeValues>, late: string | undefined): Advice[] {
  const { bodyStart } = record.source;
  return checkWords(record.body, ['blame', 'causal-overreach', 'ambiguous-percent']).map((finding) => {
    const example = finding.check === 'blame' ? (late ?? finding.example) : finding.example;
    return wordingAdvice({ ...finding, example }, { start: bodyStart + finding.start, end: bodyStart + finding.end });
  });
}

function missingEvidence(record: ContextRecord<InitiativeValues>, lookup: Lookup): Advice[] {
  const { status, problem = [] } = record.values;
  if (!PROMISED.has(status)) return [];
  if (lookup.children(record.id, 'evidence').length > 0) return [];
  if (problem.some((id) => lookup.children(id, 'evidence').length > 0)) return [];
  const span = record.source.locate(['status'], 'pair') ?? { start: 0, end: 3 };
  return [
    {
      code: 'no-evidence',
      severity: 'info',
      message: t('No evidence yet. Validate before building.'),
      span,
      dismissible: true,
      field: ['status'],
    },
  ];
}
