/** How bad a risk is: likelihood times impact, and the word for it. */
import { t, wordsFor } from '../base/l10n.ts';

export const severities = ['low', 'medium', 'high', 'critical'] as const;

export type Severity = (typeof severities)[number];

/** The severity of likelihood × impact, 1–25: up to 4 low, 9 medium, 15 high, else critical. */
export function severityOf(product: number): Severity {
  if (product <= 4) return 'low';
  if (product <= 9) return 'medium';
  return product <= 15 ? 'high' : 'critical';
}

/** The severity of a risk rated 1–5 twice; undefined while one of the two is missing. */
export function riskSeverity({ likelihood, impact }: Rating): Severity | undefined {
  return likelihood === undefined || impact === undefined ? undefined : severityOf(likelihood * impact);
}

type Rating = { readonly [Part in 'likelihood' | 'impact']?: number | undefined };

export const severityName = wordsFor<Severity>({
  low: () => t('low'),
  medium: () => t('medium'),
  high: () => t('high'),
  critical: () => t('critical'),
});
