/** The scores on a card: what an initiative scores, where people disagree, and what waits for an answer, in one line. */

import { t } from '../base/l10n.ts';
import { itemOf } from '../board/item.ts';
import { scalesOf } from '../board/scales.ts';
import {
  hiddenWords,
  isScored,
  measure,
  openWords,
  type Summary,
  scoreWords,
  spanText,
  summaryOf,
} from '../board/summary.ts';
import type { CardLine, Segment } from '../face/cardLines.ts';
import { line, seg, tidy } from '../face/cardLines.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { type Factor, factorName, factors } from '../scoring/factors.ts';
import type { Item, Scales } from '../scoring/item.ts';
import { offScaleIn } from '../scoring/offScale.ts';

/** `RICE 640 · effort 2–6 person-weeks, estimates disagree · 1 open challenge`; no line where nobody gave a number. */
export function scoreLine(library: Library, initiative: Initiative, me: string | undefined): readonly CardLine[] {
  const item = itemOf(library, initiative, me);
  if (!isScored(item)) return [];
  const scales = scalesOf(library);
  const summary = summaryOf(item, scales);
  const units = { ...scales, reachUnit: item.unit ?? scales.reachUnit };
  const parts: Segment[][] = [
    // Of what is hidden and not agreed there is no more to say than that.
    summary.hidden > 0 && summary.score === undefined && summary.beside === undefined ? [] : [seg(scoreSaid(summary))],
    summary.hidden > 0 ? [seg(hiddenWords(summary.hidden))] : spreadSaid(summary, units),
    ...factors.flatMap((factor) => offScaleSaid(item, factor)),
    ...openWords(item).map((words) => [seg(words)]),
  ].filter((part) => part.length > 0);
  return [line('scores', ...parts.flatMap((part, index) => (index > 0 ? [seg(' · '), ...part] : part)))];
}

function scoreSaid(summary: Summary): string {
  return summary.score === undefined || summary.beside !== undefined
    ? scoreWords(summary)
    : t('RICE {0}', scoreWords(summary));
}

/** A number that was hardly meant as it is written. */
function offScaleSaid(item: Item, factor: Factor): Segment[][] {
  const word = offScaleIn(item, factor);
  return word === undefined ? [] : [[seg(t('{0}: {1}', factorName(factor).toLowerCase(), word), 'warning')]];
}

/** Where people disagree, at most two factors; where they do not, the effort. */
function spreadSaid({ spreads, disputed }: Summary, scales: Scales): Segment[] {
  const shown: readonly Factor[] = disputed.length > 0 ? disputed.toReversed().slice(0, 2) : ['effort'];
  const said = shown.flatMap((factor) => {
    const span = spanText(spreads[factor]);
    return span === undefined ? [] : `${factorName(factor).toLowerCase()} ${tidy(measure(factor, span, scales))}`;
  });
  if (said.length === 0) return [];
  const words = seg(said.join(', '));
  return disputed.length === 0 ? [words] : [words, seg(', '), seg(t('estimates disagree'), 'warning')];
}
