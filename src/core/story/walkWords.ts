/** Parts of a walk-through in words, the same wherever they are read. */
import { plural, t } from '../base/l10n.ts';
import type { MinutesRow, WalkTally } from './walkTold.ts';

/** `3 of 5 people can explain why`. */
export function tallyWords({ can, of }: WalkTally): string {
  if (of === 0) return t('Nobody to ask');
  return plural(of, '{1} of {0} person can explain why', '{1} of {0} people can explain why', can);
}

/** `PAY-142 · Urgent updates reach people in time`. */
export const titleWords = ({ called, title }: Pick<MinutesRow, 'called' | 'title'>): string =>
  called === title ? called : `${called} · ${title}`;
