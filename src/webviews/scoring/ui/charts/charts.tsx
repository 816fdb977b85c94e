/** The four charts of the board: value against effort, chance of each rank, risks, and what would change the order. */
import './charts.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../core/base/l10n.ts';
import type { Scales } from '../../../../core/scoring/item.ts';
import { whenIdle } from '../../../kit/idle.ts';
import { Ranks } from './ranks.tsx';
import { Risks } from './risks.tsx';
import { SensitivityChart } from './sensitivity.tsx';
import { ValueEffort } from './valueEffort.tsx';

const charts = [ValueEffort, Ranks, Risks, SensitivityChart];

export function Charts({ scales }: { readonly scales: Scales }) {
  // One after the other, so that the page answers in between.
  const count = useCountTo(charts.length);
  return (
    <>
      <p class="charts-hint">{t('Hover over a mark, or use Tab and the arrow keys, for details.')}</p>
      <div class="charts">
        {charts.slice(0, count).map((Chart) => (
          <Chart key={Chart.name} scales={scales} />
        ))}
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
