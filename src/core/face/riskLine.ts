/** A risk in one line: how bad, what became of it, what it threatens. */
import { t } from '../base/l10n.ts';
import type { Risk } from '../kinds/all.ts';
import { risk as kind } from '../kinds/risk.ts';
import type { Library } from '../library/library.ts';
import { wordOf } from '../records/field.ts';
import { riskSeverity } from '../scoring/severity.ts';
import { dotted } from '../text/joined.ts';

const severities = {
  low: () => t('Low risk'),
  medium: () => t('Medium risk'),
  high: () => t('High risk'),
  critical: () => t('Critical risk'),
};

/** How likely it is, how bad, and where it comes from, as far as somebody said so. */
export function riskFacts({ values: { likelihood, impact, cause } }: Risk): string {
  const { fields } = kind;
  return dotted(
    likelihood !== undefined && t('Likelihood {0} {1}', likelihood, wordOf(fields.likelihood, likelihood)),
    impact !== undefined && t('impact {0} {1}', impact, wordOf(fields.impact, impact)),
    cause !== 'unknown' && t('cause {0}', cause),
  );
}

export function riskLine(library: Library, { values }: Risk): string {
  const severity = riskSeverity(values);
  const { initiative: key = '', problem = '', state } = values;
  const initiative = library.initiativeOf(key);
  const threatened = initiative
    ? `${initiative.id} ${initiative.title}`
    : (library.findOf('problem', problem)?.shownId ?? problem);
  return dotted(severity ? severities[severity]() : t('Risk'), wordOf(kind.fields.state, state), threatened);
}
