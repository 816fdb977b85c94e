/** The board: its head, and one of its parts below. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import { rankingOf } from '../../../core/scoring/ranking.ts';
import { setting } from '../../kit/kept.ts';
import { Empty } from '../../kit/notice.tsx';
import { panelOf } from '../../kit/tabs.tsx';
import type { BoardState } from '../protocol.ts';
import { CommitDialog } from './commit.tsx';
import { ItemDetail } from './detail.tsx';
import { useExports } from './exporting.ts';
import { type Entry, entriesOf, linesOf } from './model/lines.ts';
import { LostDrafts, NoItems, Notices } from './notices.tsx';
import { ChartsPart, ComparePart } from './parts.tsx';
import { useSession } from './session.ts';
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

function BoardPage({ state }: { readonly state: BoardState }) {
  const session = useSession();
  const items = session.items.value;
  const tab = session.page.tab.value;
  const ranking = useMemo(() => rankingOf(items, state.scales), [items, state.scales]);
  const show = useCallback((id: string) => session.show(id), [session]);
  useKeptScroll();
  return (
    <main>
      <div class="above" data-above>
        <Top state={state} />
        <Notices state={state} />
        <LostDrafts items={items} />
      </div>
      <div role="tabpanel" id={panelOf(tab)} aria-labelledby={`tab-${tab}`} class="panel">
        {tab === 'ranking' ? <RankingPart {...{ state, ranking }} /> : null}
        {tab === 'charts' ? <ChartsPart {...{ state, ranking, items }} onOpen={show} /> : null}
        {tab === 'compare' ? <ComparePart {...{ state, ranking, items }} onOpen={show} /> : null}
      </div>
    </main>
  );
}

interface RankingPartProps {
  readonly state: BoardState;
  readonly ranking: Ranking;
}

function RankingPart({ state, ranking }: RankingPartProps) {
  const session = useSession();
  const [items, revision, shown] = [session.items.value, session.revision.value, session.shown.value];
  const { page } = session;
  const [status, kind, search] = [page.status.value, page.kind.value, page.search.value];
  const [sort, open] = [page.sort.value, page.open.value];
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [committing, setCommitting] = useState(false);
  const entries = useMemo(() => entriesOf(ranking), [ranking]);
  const lines = useMemo(() => linesOf(entries, { status, kind, search }, sort), [entries, status, kind, search, sort]);
  const byId = useMemo(
    () =>
      new Map(
        Object.values(entries)
          .flat()
          .map((entry) => [entry.item.id, entry]),
      ),
    [entries],
  );
  const count = lines.filter(({ type }) => type === 'item').length;
  const chosen = items.filter(({ id }) => selected.has(id));
  const exports = useExports({ ranking, lines, state });
  const nameOf = useCallback(
    (id: string | undefined) => state.members.find((member) => member.id === id)?.name ?? id,
    [state.members],
  );
  const toggle = useCallback((id: string) => session.toggle(id), [session]);
  const select = useCallback((id: string, on: boolean) => {
    setSelected((before) => new Set([...[...before].filter((each) => each !== id), ...(on ? [id] : [])]));
  }, []);
  const detail = useCallback(
    (id: string) => {
      const entry: Entry | undefined = byId.get(id);
      return entry ? <ItemDetail {...{ entry, ranking, state }} /> : null;
    },
    [byId, ranking, state],
  );
  return (
    <>
      <div data-above>
        <Tools {...{ state, exports }} shown={count} selected={chosen.length} onCommit={() => setCommitting(true)} />
      </div>
      {count === 0 ? (
        <NoItems filtered={items.length > 0} />
      ) : (
        <Table
          {...{ lines, revision, sort, open, selected, detail, shown, nameOf }}
          onSort={setting(page.sort)}
          onToggle={toggle}
          onSelect={select}
        />
      )}
      {committing ? (
        <CommitDialog
          items={chosen}
          state={state}
          onClose={(done) => {
            setCommitting(false);
            if (done) setSelected(new Set());
          }}
        />
      ) : null}
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
