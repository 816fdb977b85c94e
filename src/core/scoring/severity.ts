/** How bad a risk is: likelihood times impact, and the word for it. */
import { t } from '../base/l10n.ts';

export const severities = ['low', 'medium', 'high', 'critical'] as const;

export type Severity = (typeof severities)[number];

/** The severity of likelihood × impact, 1–25: up to 4 low, 9 medium, 15 high, else critical. */
export function severityOf(product: number): Severity {
  if (product <= 4) return 'low';
  if (product <= 9) return 'medium';
  return product <= 15 ? 'high' : 'critical';
}

/** The severity of a risk rated 1–5 twice; undefined while one of the two is missing. */
export function riskSeverity(risk: {
  readonly likelihood?: number | undefined;
  readonly impact?: number | undefined;
}): Severity | undefined {
  if (risk.likelihood === undefined || risk.impact === undefined) return undefined;
  return severityOf(risk.likelihood * risk.impact);
}

const severityNames: Readonly<Record<Severity, () => string>> = {
  low: () => t('low'),
  medium: () => t('medium'),
  high: () => t('high'),
  critical: () => t('critical'),
};

export const severityName = (severity: Severity): string => severityNames[severity]();
