/** How a result says that people adopted it: the funnel, and what kind of feature that makes it. */
import { t } from '../base/l10n.ts';
import { type AdoptionCounts, funnelOf, type Quadrant, quadrantOf, type Share, tarsOf } from '../measure/adoption.ts';
import { funnelName, numberText, quadrantName, quadrantText, shareText } from '../measure/words.ts';
import type { QuadrantTold, ResultTold } from './told.ts';

/** The kinds as they are drawn. */
const drawn: readonly Quadrant[] = ['overperforming', 'core', 'project', 'liability'];

export function adoptionTold(counts: AdoptionCounts = {}): Pick<ResultTold, 'funnel' | 'quadrant'> {
  const funnel = funnelOf(counts).map(({ step, count, ofBefore, ofFirst }) => ({
    name: funnelName(step),
    count: numberText(count),
    ofBefore: ofBefore ? shareText(ofBefore) : '',
    ofFirst: ofFirst ? shareText(ofFirst) : '',
  }));
  return { funnel, quadrant: quadrantTold(counts) };
}

function quadrantTold({ used, usedAgain, satisfied }: AdoptionCounts): QuadrantTold | undefined {
  const { retention, satisfaction } = tarsOf({ adopted: used, retained: usedAgain, satisfied });
  const found = quadrantOf(retention, satisfaction);
  if (!found || !retention || !satisfaction) return undefined;
  return {
    name: quadrantName(found.quadrant),
    words: quadrantText(found),
    retention: limits(retention),
    satisfaction: limits(satisfaction),
    numbers: [
      t('{0} of those who used it came back', shareText(retention)),
      t('{0} of those are satisfied', shareText(satisfaction)),
    ],
    cells: drawn.map((each) => ({ name: quadrantName(each), isHere: each === found.quadrant })),
  };
}

const limits = ({ share, low, high }: Share) => ({ share, low, high });
