/** How a wording check becomes advice in a file: quiet, with the reason and a better example, dismissible. */
import { t } from '../base/l10n.ts';
import type { Advice, Span } from '../records/record.ts';
import type { WordingFinding } from '../wording/wording.ts';

export function wordingAdvice(finding: WordingFinding, span: Span): Advice {
  return {
    code: finding.check,
    severity: 'hint',
    message: `${finding.message} ${t('For example: “{0}”', finding.example)}`,
    span,
    dismissible: true,
  };
}
