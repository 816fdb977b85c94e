/** Advice on numbers that are accepted and lie off the scales people agreed on. */
import { t } from '../base/l10n.ts';
import type { Advice, ContextRecord, FieldPath } from '../records/record.ts';
import { type Factor, factorName, factors, type Guess, rungsOf } from '../scoring/factors.ts';
import { asPercent, offScale, pointsOf } from '../scoring/offScale.ts';

/** Advice on the numbers of a record; `at`: the map they stand in. */
export function scaleAdvice(
  record: ContextRecord,
  guesses: { readonly [F in Factor]?: Guess | undefined } | undefined,
  at: FieldPath = [],
): Advice[] {
  return factors.flatMap((factor) => numberAdvice(record, factor, guesses?.[factor], [...at, factor]));
}

/** Advice on one number, or on each of a range. */
export function numberAdvice(
  record: ContextRecord,
  factor: Factor,
  guess: Guess | undefined,
  path: FieldPath,
): Advice[] {
  return (guess === undefined ? [] : pointsOf(guess)).flatMap(([step, value]): Advice[] => {
    const off = offScale(factor, value);
    if (off === undefined) return [];
    const field = [...path, ...step];
    return [
      {
        code: 'off-scale',
        severity: off === 'fraction' ? 'warning' : 'info',
        message: off === 'moonshot' ? t('A confidence under 50 is a bet.') : messageFor(factor, value, off),
        span: record.source.locate(field, 'value') ?? { start: 0, end: 3 },
        field,
        dismissible: true,
      },
    ];
  });
}

function messageFor(factor: Factor, value: number, off: 'fraction' | 'off'): string {
  if (off === 'off') {
    const scale = (rungsOf(factor) ?? []).toReversed().join(', ');
    return t('{0} {1} is off the scale: {2}.', factorName(factor), value, scale);
  }
  if (factor === 'reach') return t('Reach counts people or events, and {0} is less than one. Is it a share?', value);
  return t('Confidence is in percent, so {0} is almost nothing. Did you mean {1}?', value, asPercent(value));
}
