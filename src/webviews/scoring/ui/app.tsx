/** The board: its head, and one of its parts below. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Empty } from '../../kit/notice.tsx';
import { panelOf } from '../../kit/tabs.tsx';
import type { BoardState } from '../protocol.ts';
import { Charts } from './charts/charts.tsx';
import { Compare } from './compare.tsx';
import { useSession } from './model/session.ts';
import { LostDrafts, NoItems, Notices } from './notices.tsx';
import { Table } from './table.tsx';
import { Tools, Top } from './toolbar.tsx';

export function App() {
  const session = useSession();
  const state = session.state.value;
  useEffect(() => void session.start(), [session]);
  return state ? (
    <BoardPage state={state} />
  ) : (
    <Empty trouble={session.trouble.value} onRetry={() => void session.start()} />
  );
}

interface Props {
  readonly state: BoardState;
}

function BoardPage({ state }: Props) {
  const tab = useSession().page.tab.value;
  useKeptScroll();
  return (
    <main>
      <div class="above" data-above>
        <Top state={state} />
        <Notices state={state} />
        <LostDrafts />
      </div>
      <div role="tabpanel" id={panelOf(tab)} aria-labelledby={`tab-${tab}`} class="panel">
        {tab === 'ranking' ? <RankingPart state={state} /> : null}
        {tab === 'charts' ? <Charts scales={state.scales} /> : null}
        {tab === 'compare' ? <Compare snapshots={state.snapshots} /> : null}
      </div>
    </main>
  );
}

function RankingPart({ state }: Props) {
  const { items, lines } = useSession();
  return (
    <>
      <div data-above>
        <Tools state={state} />
      </div>
      {lines.value.length === 0 ? <NoItems filtered={items.value.length > 0} /> : <Table state={state} />}
    </>
  );
}

/** Goes back to where the page was scrolled to, and remembers where it is. */
function useKeptScroll(): void {
  const { page } = useSession();
  const restored = useRef(false);
  useLayoutEffect(() => {
    // The lines are drawn with what is known of their heights only after this.
    const frame = requestAnimationFrame(() => {
      window.scrollTo(0, page.top.value);
      restored.current = true;
    });
    const keep = (): void => {
      if (restored.current) page.top.value = Math.round(window.scrollY);
    };
    document.addEventListener('scrollend', keep);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scrollend', keep);
    };
  }, [page]);
}
