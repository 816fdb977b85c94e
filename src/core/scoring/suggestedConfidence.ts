/** The confidence that evidence speaks for: suggested with its reason; the person decides. */
import { t } from '../base/l10n.ts';
import { factorName } from './factors.ts';
import type { Suggestion } from './item.ts';

type Evidenced = Suggestion['evidenced'][number];

const evidencable: readonly Evidenced[] = ['reach', 'impact', 'effort'];

/** Reach, impact and effort each evidenced or not: three of them 100 percent, two 80, fewer 50. Source: Intercom, "RICE". */
export function suggestedConfidence(evidenced: readonly Evidenced[]): Suggestion {
  const known = evidencable.filter((factor) => evidenced.includes(factor));
  return { confidence: known.length === 3 ? 100 : known.length === 2 ? 80 : 50, evidenced: known };
}

/** Why, as a sentence. */
export function whySuggested({ confidence, evidenced }: Suggestion): string {
  const names = (those: readonly Evidenced[]): string =>
    those.map((factor) => factorName(factor).toLowerCase()).reduce((some, last) => t('{0} and {1}', some, last));
  const open = evidencable.filter((factor) => !evidenced.includes(factor));
  if (evidenced.length === 0) return t('{0}%: nothing speaks for reach, impact or effort yet.', confidence);
  if (open.length === 0)
    return t('{0}%: reach, impact and effort are all backed by evidence or engineers.', confidence);
  return evidenced.length === 1
    ? t('{0}%: only {1} is backed by evidence or engineers, {2} are not.', confidence, names(evidenced), names(open))
    : t('{0}%: {1} are backed by evidence or engineers, {2} is not.', confidence, names(evidenced), names(open));
}

/** Whether people are surer than what speaks for it. */
export function isAboveSuggestion(stated: number | undefined, { confidence }: Suggestion): boolean {
  return stated !== undefined && stated > confidence;
}
