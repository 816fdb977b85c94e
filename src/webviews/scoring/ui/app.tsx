/** The board: its head, and one of its parts below. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import { rankingOf } from '../../../core/scoring/ranking.ts';
import { Button } from '../../kit/button.tsx';
import { LiveRegion } from '../../kit/live.tsx';
import { useStore } from '../../kit/store.ts';
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
  const { state, trouble } = useStore(session.board, (board) => board);
  useEffect(() => void session.start(), [session]);
  return (
    <>
      <LiveRegion />
      {state ? (
        <BoardPage state={state} />
      ) : trouble === undefined ? (
        <p class="empty">{t('Reading the records…')}</p>
      ) : (
        <div class="empty">
          <p class="problem">⚠ {trouble}</p>
          <Button primary onClick={() => void session.start()}>
            {t('Try Again')}
          </Button>
        </div>
      )}
    </>
  );
}

function BoardPage({ state }: { readonly state: BoardState }) {
  const session = useSession();
  const items = useStore(session.board, (board) => board.items);
  const tab = useStore(session.page, (page) => page.tab);
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
  const { items, revision } = useStore(session.board, (board) => board);
  const { status, kind, search, sort, open } = useStore(session.page, (page) => page);
  const shown = useStore(session.shown, (value) => value);
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
          onSort={(next) => session.page.patch({ sort: next })}
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
      window.scrollTo(0, page.value.top);
      restored.current = true;
    });
    const keep = (): void => {
      if (restored.current) page.patch({ top: Math.round(window.scrollY) });
    };
    document.addEventListener('scrollend', keep);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scrollend', keep);
    };
  }, [page]);
}
