/** The outcome an initiative promised when it was committed, and how it differs from the one it promises now. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { compareTexts } from '../base/order.ts';
import { tidy } from '../face/cardLines.ts';
import type { Decision, Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { amountIn } from '../measure/comparison.ts';

type Promised = NonNullable<Decision['values']['outcome']>;

/** As the first decision says that says it; undefined where none does. */
export function promisedFor(library: Library, id: string): Promised | undefined {
  return library
    .children(id, 'decision')
    .filter(({ values }) => values.initiative === id && values.outcome?.target !== undefined)
    .toSorted((a, b) => compareTexts(a.values.created, b.values.created) || compareTexts(a.path, b.path))[0]?.values
    .outcome;
}

/** That the target or its day moved after somebody committed to it: whoever reaches an easier one should know. */
export function movedTarget(library: Library, { id, values, withheld }: Initiative): string | undefined {
  const promised = promisedFor(library, id);
  const { outcome: now } = values;
  if (!promised || withheld) return undefined;
  if (now?.target === undefined) return t('The target was {0} at the commitment; now there is none.', told(promised));
  if (isSame(promised, now)) {
    return promised.by === undefined || promised.by === now.by
      ? undefined
      : t('The target was due by {0} at the commitment.', dayWords(promised.by));
  }
  return t('The target was {0} at the commitment; now it is {1}.', told(promised), told(now));
}

const isSame = (one: Promised, other: Promised): boolean =>
  (amountIn(one.target) ?? one.target) === (amountIn(other.target) ?? other.target) && one.unit === other.unit;

const told = ({ target, unit = '' }: Promised): string => tidy(unit === '%' ? `${target}%` : `${target} ${unit}`);
