/** The charts and the comparison, with what they need of the page. */
import { useMemo, useState } from 'preact/hooks';
import type { Item } from '../../../core/scoring/item.ts';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import { type ConfidenceIn, hasRanges } from '../../../core/scoring/simulation.ts';
import { useStore } from '../../kit/store.ts';
import type { BoardState } from '../protocol.ts';
import { Charts } from './charts/charts.tsx';
import { Compare } from './compare.tsx';
import { useSession } from './session.ts';
import { useSimulation } from './simulation.ts';

interface Props {
  readonly state: BoardState;
  readonly ranking: Ranking;
  readonly items: readonly Item[];
  readonly onOpen: (id: string) => void;
}

export function ChartsPart({ state, ranking, items, onOpen }: Props) {
  const session = useSession();
  const { status, kind } = useStore(session.page, (page) => page);
  const [chosen, setChosen] = useState<ConfidenceIn>();
  const shown = useMemo(
    () => items.filter((item) => (status === '' || item.status === status) && (kind === '' || item.kind === kind)),
    [items, status, kind],
  );
  const ranges = useMemo(() => hasRanges(shown), [shown]);
  const confidence = chosen ?? (ranges ? 'ignored' : 'multiplied');
  const simulation = useSimulation(shown, state.scales, confidence);
  return (
    <Charts
      {...{ ranking, simulation, confidence, onOpen }}
      items={shown}
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
