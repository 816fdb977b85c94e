/** The four charts of the board: value against effort, chance of each rank, risks, and what would change the order. */
import './charts.css';
import type { JSX } from 'preact';
import { t } from '../../../../core/l10n.ts';
import type { Item, Scales } from '../../../../core/scoring/item.ts';
import type { Ranking } from '../../../../core/scoring/ranking.ts';
import type { ConfidenceIn } from '../../../../core/scoring/simulation.ts';
import type { Simulating } from '../simulation.ts';
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
  return (
    <>
      <p class="charts-hint">{t('Point at a mark, or go to it with Tab and the arrow keys, to read what it says.')}</p>
      <div class="charts">
        <ValueEffort ranking={ranking} scales={scales} onOpen={onOpen} />
        <Ranks
          items={items}
          simulation={simulation}
          confidence={confidence}
          onConfidence={onConfidence}
          onOpen={onOpen}
        />
        <Risks items={items} onRecord={onRecord} />
        <SensitivityChart ranking={ranking} onOpen={onOpen} />
      </div>
    </>
  );
}
