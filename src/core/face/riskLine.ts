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

export function riskLine(library: Library, { values }: Risk): string {
  const severity = riskSeverity(values);
  const { initiative: key = '', problem = '', state } = values;
  const initiative = library.initiativeOf(key);
  const threatened = initiative
    ? `${initiative.id} ${initiative.title}`
    : (library.findOf('problem', problem)?.shownId ?? problem);
  return dotted(severity ? severities[severity]() : t('Risk'), wordOf(kind.fields.state, state), threatened);
}
