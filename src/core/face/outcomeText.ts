/** The outcome of an initiative in a line. */

import { t } from '../base/l10n.ts';
import type { Initiative } from '../kinds/all.ts';
import { oneLine } from '../text/foreignText.ts';

/** An outcome as people say it: `Setup time: 20 → 3 minutes by 2026-12-01`; undefined where none is promised. */
export function outcomeText(initiative: Initiative): string | undefined {
  const { metric, unit, baseline, target, by } = initiative.values.outcome ?? {};
  const numbers = [baseline, target].some((value) => value !== undefined)
    ? `${baseline ?? '?'} → ${target ?? '?'}${unit ? (unit === '%' ? unit : ` ${unit}`) : ''}`
    : undefined;
  const parts = [metric, numbers].filter(Boolean).join(': ');
  if (parts === '') return undefined;
  return oneLine(by ? t('{0} by {1}', parts, by) : parts);
}
