/** The confidence that evidence speaks for: suggested with its reason; the person decides. */
import { t } from '../base/l10n.ts';
import { factorList } from './factors.ts';
import type { Suggestion } from './item.ts';

type Evidenced = Suggestion['evidenced'][number];

const evidencable: readonly Evidenced[] = ['reach', 'impact', 'effort'];

/** Reach, impact and effort each evidenced or not: three of them 100 percent, two 80, fewer 50. Source: Intercom, "RICE". */
export function suggestedConfidence(evidenced: readonly Evidenced[]): Suggestion {
  const known = evidencable.filter((factor) => evidenced.includes(factor));
  return { confidence: known.length === 3 ? 100 : known.length === 2 ? 80 : 50, evidenced: known };
}

/** Why, as a sentence that goes on behind the number. */
export function whySuggested({ evidenced }: Suggestion): string {
  return evidenced.length === 0
    ? t('because no evidence supports reach, impact or effort yet.')
    : t('because evidence supports {0} of 3: {1}.', evidenced.length, factorList(evidenced));
}

/** Whether people are surer than what speaks for it. */
export function isAboveSuggestion(stated: number | undefined, { confidence }: Suggestion): boolean {
  return stated !== undefined && stated > confidence;
}
