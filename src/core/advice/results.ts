/** Findings on a result where its numbers or days cannot be. */
import { t } from '../base/l10n.ts';
import { type AdoptionCounts, funnelOf } from '../measure/adoption.ts';
import type { Method, Side } from '../measure/comparison.ts';
import { funnelName, type Window } from '../measure/words.ts';
import type { Advice, ContextRecord } from '../records/record.ts';

type Half = Side & Window;
type Sourced = Pick<ContextRecord, 'source'>;

interface ResultValues {
  readonly method: Method;
  readonly baseline?: Half;
  readonly after?: Half;
  readonly adoption?: AdoptionCounts;
}

export function resultAdvice(record: ContextRecord<ResultValues>): Advice[] {
  const { method, baseline = {}, after = {}, adoption = {} } = record.values;
  return [
    ...halfAdvice(record, 'baseline', baseline),
    ...halfAdvice(record, 'after', after),
    ...(isMixed(baseline, after)
      ? [
          finding(
            record,
            ['after'],
            'unlike-sides',
            t('One side is a value and the other a count, so they are not compared.'),
          ),
        ]
      : []),
    ...orderAdvice(record, method, baseline, after),
    ...funnelAdvice(record, adoption),
  ];
}

function halfAdvice(record: Sourced, name: 'baseline' | 'after', { hits, of, from, to }: Half): Advice[] {
  const wrong: Advice[] = [];
  if (of === 0)
    wrong.push(finding(record, [name, 'of'], 'nobody-counted', t('Nobody was counted, so there is no data yet.')));
  else if (hits !== undefined && of !== undefined && hits > of) {
    wrong.push(
      finding(
        record,
        [name, 'hits'],
        'more-than-counted',
        t('{0} of {1} is impossible: more than were counted.', hits, of),
      ),
    );
  }
  if ((hits === undefined) !== (of === undefined)) {
    wrong.push(finding(record, [name], 'half-a-count', t('A count needs both: hits, and of how many.')));
  }
  if (from !== undefined && to !== undefined && to < from) {
    wrong.push(finding(record, [name, 'to'], 'window-backwards', t('This window ends before it starts.')));
  }
  return wrong;
}

const isCounted = ({ hits, of }: Half): boolean => hits !== undefined && of !== undefined;
const isMixed = (one: Half, other: Half): boolean =>
  (isCounted(one) && !isCounted(other) && other.value !== undefined) ||
  (isCounted(other) && !isCounted(one) && one.value !== undefined);

/** Before comes before after; an experiment measures both at once. */
function orderAdvice(record: Sourced, method: Method, baseline: Half, after: Half): Advice[] {
  const [before, since] = [baseline.to ?? baseline.from, after.from ?? after.to];
  if (before === undefined || since === undefined) return [];
  const isWrong = method === 'before-after' ? since < before : (after.to ?? since) < (baseline.from ?? before);
  return isWrong
    ? [
        finding(
          record,
          ['after', after.from === undefined ? 'to' : 'from'],
          'after-before-baseline',
          t('“After” was measured before the baseline was.'),
        ),
      ]
    : [];
}

/** Nobody is at a step who was not at the one before. */
function funnelAdvice(record: Sourced, adoption: AdoptionCounts): Advice[] {
  const rows = funnelOf(adoption);
  const { usedAgain, satisfied } = adoption;
  const wider = rows.flatMap(({ step, count }, at) => {
    const before = rows[at - 1];
    if (before === undefined || count <= before.count) return [];
    const message = t(
      '{0}: {1}, which is more than the {2} of the step before.',
      funnelName(step),
      count,
      before.count,
    );
    return [finding(record, ['adoption', step], 'wider-step', message)];
  });
  if (usedAgain === undefined || satisfied === undefined || satisfied <= usedAgain) return wider;
  const message = t('{0} of {1} is impossible: more than were counted.', satisfied, usedAgain);
  return [...wider, finding(record, ['adoption', 'satisfied'], 'more-than-counted', message)];
}

function finding(record: Sourced, field: readonly string[], code: string, message: string): Advice {
  const span = record.source.locate(field, 'value') ??
    record.source.locate(field.slice(0, 1), 'pair') ?? { start: 0, end: 3 };
  return { code, severity: 'warning', message, span, field };
}
