/** The four charts of the board: value against effort, chance of each rank, risks, and what would change the order. */
import './charts.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../core/base/l10n.ts';
import type { Item, Scales } from '../../../../core/scoring/item.ts';
import type { Ranking } from '../../../../core/scoring/ranking.ts';
import type { ConfidenceIn } from '../../../../core/scoring/simulation.ts';
import { whenIdle } from '../model/idle.ts';
import type { Simulating } from '../model/simulation.ts';
import { Ranks } from './ranks.tsx';
import { Risks } from './risks.tsx';
import { SensitivityChart } from './sensitivity.tsx';
import { ValueEffort } from './valueEffort.tsx';

export interface ChartsProps {
  readonly ranking: Ranking;
  /** The items that are shown. */
  readonly items: readonly Item[];
  readonly scales: Scales;
  readonly simulation: Simulating;
  readonly confidence: ConfidenceIn;
  readonly onConfidence: (confidence: ConfidenceIn) => void;
  /** Opens an item, by its id. */
  readonly onOpen: (id: string) => void;
  /** Opens a record's file, by its id: a risk. */
  readonly onRecord: (id: string) => void;
}

export function Charts(props: ChartsProps): JSX.Element {
  const { ranking, items, scales, simulation, confidence, onConfidence, onOpen, onRecord } = props;
  // One after the other, so that the page answers in between.
  const count = useCountTo(4);
  return (
    <>
      <p class="charts-hint">{t('Point at a mark, or go to it with Tab and the arrow keys, to read what it says.')}</p>
      <div class="charts">
        {count > 0 ? <ValueEffort {...{ ranking, scales, onOpen }} /> : null}
        {count > 1 ? <Ranks {...{ items, simulation, confidence, onConfidence, onOpen }} /> : null}
        {count > 2 ? <Risks {...{ items, onRecord }} /> : null}
        {count > 3 ? <SensitivityChart {...{ ranking, onOpen }} /> : null}
      </div>
    </>
  );
}

/** Counts up to a number, one step whenever the page is idle. */
function useCountTo(most: number): number {
  const [count, setCount] = useState(0);
  useEffect(() => (count < most ? whenIdle(() => setCount(count + 1)) : undefined), [count, most]);
  return count;
}
