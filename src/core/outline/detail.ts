/** What a record says in more words than its row: for tooltips, made only when somebody rests on the row. */

import { plural, t } from '../base/l10n.ts';
import { isHidden } from '../board/rounds.ts';
import { dotted } from '../face/joined.ts';
import { memberName, nameOf, shownOf } from '../face/names.ts';
import { outcomeText } from '../face/outcomeText.ts';
import type { Estimate, Evidence, Initiative, Problem, Risk } from '../kinds/all.ts';
import { isOf, kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { repliesOn, rollup } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import { factorName, factors, guessText } from '../scoring/factors.ts';
import { riskSeverity } from '../scoring/severity.ts';
import { oneLine } from '../text/foreignText.ts';
import { firstParagraph, firstSentences, openQuestion, plain, quotes } from '../text/markdownText.ts';
import { problemStatements } from './currentWork.ts';
import { addressOf } from './records.ts';

/** Characters of one paragraph. */
const LENGTH = 300;

export interface Detail {
  readonly title: string;
  /** Paragraphs of plain words. */
  readonly lines: readonly string[];
}

/** The detail of a record, as `me` may see it. Foreign text is plain words; whoever draws it still escapes it. */
export function detailOf(library: Library, record: ContextRecord, me?: string): Detail {
  const kind = kindOf(record.kind)?.label() ?? oneLine(record.kind);
  const name = nameOf(record);
  const title = isOf(record, 'initiative') ? dotted(record.id, name) : record.withheld ? name : `${kind}: ${name}`;
  return {
    title: oneLine(title),
    lines: linesOf(library, record, me)
      .filter((line) => line !== '')
      .map(oneLine),
  };
}

function linesOf(library: Library, record: ContextRecord, me: string | undefined): string[] {
  if (record.withheld) return withheldLines(record);
  if (isOf(record, 'initiative')) return initiativeLines(library, record);
  if (isOf(record, 'problem')) return problemLines(record);
  if (isOf(record, 'evidence')) return evidenceLines(record);
  if (isOf(record, 'risk')) return riskLines(library, record);
  if (isOf(record, 'estimate')) return estimateLines(library, record, me);
  return [addressOf(record) ?? kindOf(record.kind)?.describe?.(record.values) ?? '', words(record.body)];
}

function withheldLines(record: ContextRecord): string[] {
  return [
    shownOf(record),
    record.broken ? t('Open the file to mend it.') : t('Sensitive: open the record to read it.'),
  ];
}

const words = (body: string) => firstSentences(firstParagraph(body) ?? '', 2, LENGTH / 2);

function initiativeLines(library: Library, initiative: Initiative): string[] {
  const { status, owner, sprint, due } = initiative.values;
  const { customers, pieces, contradictions, newest } = rollup(library, initiative);
  const known = dotted(
    customers > 0 ? plural(customers, '{0} customer', '{0} customers') : undefined,
    plural(pieces, '{0} piece of evidence', '{0} pieces of evidence'),
    contradictions > 0 ? plural(contradictions, '{0} contradicts', '{0} contradict') : undefined,
    newest && t('newest {0}', newest),
  );
  return [
    dotted(
      status,
      sprint?.map((id) => library.findOf('sprint', id)?.title ?? id).join(', '),
      owner && t('owner {0}', memberName(library, owner) ?? owner),
      due && t('due {0}', due),
    ),
    ...problemStatements(library, initiative),
    outcomeText(initiative) ?? '',
    pieces > 0 ? known : t('No evidence yet. Validate before building.'),
  ];
}

function problemLines(problem: Problem): string[] {
  const { size, segment, status } = problem.values;
  const { affected, of, unit = '', cost, currency = '', per } = size ?? {};
  const share =
    affected === undefined ? undefined : of ? t('{0} of {1}', number(affected), number(of)) : number(affected);
  const price = cost === undefined ? undefined : `${number(cost)} ${currency}`.trim();
  return [
    dotted(status, segment),
    words(problem.body),
    openQuestion(problem.body) ?? '',
    dotted(share && `${share} ${unit}`.trim(), price && (per ? t('{0} per {1}', price, per) : price)),
  ];
}

/** A number as people read it: `200,000`. */
const number = (value: number): string => value.toLocaleString('en-US');

function evidenceLines({ values, body }: Evidence): string[] {
  const said = quotes(body).slice(0, 2);
  return [
    ...said.map(({ text }) => `“${firstSentences(plain(text), 2, LENGTH / 2)}”`),
    said.length > 0 ? '' : words(body),
    dotted(values.kind, values.stance, values.customer, values.segment, values.date),
    values.source ?? '',
  ];
}

function estimateLines(library: Library, estimate: Estimate, me: string | undefined): string[] {
  if (isHidden(library, estimate, me)) {
    return [t('Hidden until you have given your own estimate, or the round is revealed.')];
  }
  const numbers = factors.map((factor) => {
    const guess = estimate.values[factor];
    return guess === undefined ? undefined : `${factorName(factor)} ${guessText(guess)}`;
  });
  return [dotted(...numbers), words(estimate.body)];
}

function riskLines(library: Library, risk: Risk): string[] {
  const { state, cause, likelihood, impact, owner, by, mitigation, anchor } = risk.values;
  const severity = riskSeverity(risk.values);
  const numbers = severity && `${severity} (${likelihood} × ${impact})`;
  const replies = repliesOn(library, risk.id).length;
  return [
    dotted(numbers, state, cause, owner ? t('owner {0}', owner) : by && t('by {0}', by)),
    words(risk.body),
    mitigation ? t('Mitigation: {0}', firstSentences(mitigation, 2, LENGTH / 2)) : '',
    anchor?.path ? `${anchor.path}:${anchor.line ?? 1}` : '',
    replies > 0 ? plural(replies, '{0} reply', '{0} replies') : '',
  ];
}
