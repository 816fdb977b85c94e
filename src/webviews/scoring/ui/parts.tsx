/** The charts and the comparison, with what they need of the page. */
import { useMemo, useState } from 'preact/hooks';
import type { Item } from '../../../core/scoring/item.ts';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import { type ConfidenceIn, hasRanges } from '../../../core/scoring/simulation.ts';
import type { BoardState } from '../protocol.ts';
import { Charts } from './charts/charts.tsx';
import { Compare } from './compare.tsx';
import { useSimulation } from './model/simulation.ts';
import { useSession } from './session.ts';

interface Props {
  readonly state: BoardState;
  readonly ranking: Ranking;
  readonly items: readonly Item[];
  readonly onOpen: (id: string) => void;
}

export function ChartsPart({ state, ranking, items, onOpen }: Props) {
  const session = useSession();
  const [chosen, setChosen] = useState<ConfidenceIn>();
  const ranges = useMemo(() => hasRanges(items), [items]);
  const confidence = chosen ?? (ranges ? 'ignored' : 'multiplied');
  const simulation = useSimulation(items, state.scales, confidence);
  return (
    <Charts
      {...{ ranking, items, simulation, confidence, onOpen }}
      scales={state.scales}
      onConfidence={setChosen}
      onRecord={(id) => session.run('openRecord', id)}
    />
  );
}

export function ComparePart({ state, ranking, onOpen }: Props) {
  const [chosen, setChosen] = useState<string>();
  return <Compare {...{ ranking, chosen, onOpen }} snapshots={state.snapshots} onChoose={setChosen} />;
}
