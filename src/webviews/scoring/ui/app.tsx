/** The board: its head, and one of its parts below. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import { entriesIn } from '../../../core/scoring/ranking.ts';
import { Empty } from '../../kit/notice.tsx';
import { panelOf } from '../../kit/tabs.tsx';
import type { BoardState } from '../protocol.ts';
import { Beside } from './beside.tsx';
import { Charts } from './charts/charts.tsx';
import { Compare } from './compare.tsx';
import { HeadHelp } from './head.tsx';
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
        {tab === 'compare' ? <Compare state={state} /> : null}
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
      {lines.value.length === 0 ? <NoItems filtered={items.value.length > 0} /> : <RankingAndItem state={state} />}
    </>
  );
}

/** The ranking, and beside it the open item where there is room. Escape closes what is open where the focus is. */
function RankingAndItem({ state }: Props) {
  const session = useSession();
  const beside = session.isWide.value ? session.open.value.at(-1) : undefined;
  const entry =
    beside === undefined ? undefined : entriesIn(session.ranking.value).find(({ item }) => item.id === beside);
  return (
    <section
      class={entry ? 'split' : undefined}
      aria-label={t('Ranking')}
      onKeyDown={(event) => {
        const { dataset } = (event.target as HTMLElement).closest<HTMLElement>('[data-key]') ?? {};
        const id = beside ?? dataset?.key;
        if (event.key !== 'Escape' || id === undefined || !session.open.value.includes(id)) return;
        event.preventDefault();
        session.dismiss(id);
      }}
    >
      <div class="list">
        <Table state={state} />
      </div>
      {entry ? <Beside key={beside} {...{ entry, state }} /> : null}
      <HeadHelp scales={state.scales} />
    </section>
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
