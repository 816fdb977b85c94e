/** The ranking as a table of any length: sorted by its heads, opened in place, moved through with the arrow keys. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { printing, useAnchoredScroll, useKeptFocus, useRescuedFocus } from '../../kit/steady.ts';
import { useWindowed } from '../../kit/windowed.ts';
import type { BoardState } from '../protocol.ts';
import { ItemDetail } from './detail.tsx';
import { Head } from './head.tsx';
import type { Line } from './model/lines.ts';
import { columns } from './model/pageState.ts';
import { useSession } from './model/session.ts';
import { Row } from './row.tsx';

/** What sticks to the window's top while the page scrolls, in CSS pixels. */
const HEAD = 48;

/** How high a row is, a line between rows, and what is open below one, before they are drawn. */
const [ROW, SEPARATOR, DETAIL] = [30, 30, 700];

/** How far below the top of the page the rows begin in a wide window: where this is wrong, they are drawn anew once. */
const ABOVE = 150;

/** All columns, the one to select in included. */
const WIDTH = columns.length + 1;

export function Table({ state }: { readonly state: BoardState }) {
  const session = useSession();
  const [lines, open, shown] = [session.lines.value, session.open.value, session.shown.value];
  const isBeside = session.isWide.value;
  const body = useRef<HTMLTableElement>(null);
  const keys = useMemo(() => lines.map(({ key }) => key), [lines]);
  // What is open below its row.
  const opened = useMemo(() => new Set(isBeside ? [] : open), [open, isBeside]);
  const [current, setCurrent] = useState<string>();
  const first = lines.find(({ type }) => type === 'item')?.key;
  const stop = current !== undefined && keys.includes(current) ? current : first;
  const { items, height, list } = useWindowed({
    keys,
    body,
    guess: (index) => (lines[index]?.type === 'item' ? ROW + (opened.has(keys[index] ?? '') ? DETAIL : 0) : SEPARATOR),
    kept: current,
    covered: HEAD,
    above: ABOVE,
  });
  useKeptFocus(body);
  useRescuedFocus(body);
  useAnchoredScroll(body, list, keys, session.revision.value);

  const focusRow = useCallback(
    (index: number) => {
      const key = keys[index];
      if (key === undefined) return;
      setCurrent(key);
      list.scrollToIndex(index, { align: 'auto' });
      // The row may have to be drawn first.
      const opener = `[data-opens="${CSS.escape(key)}"]`;
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(opener)?.focus({ preventScroll: true }));
    },
    [keys, list],
  );
  useEffect(() => {
    if (shown === undefined) return;
    focusRow(keys.indexOf(shown));
    session.shown.value = undefined;
  }, [shown]);

  const isWhole = printing.value;
  const drawn = isWhole ? lines.map((_, index) => ({ index, start: 0 })) : items;
  const rowIndexes = useRowIndexes(lines, opened);
  return (
    <table
      class={isWhole ? 'table all' : 'table'}
      aria-label={t('Ranking')}
      aria-rowcount={1 + lines.length + lines.filter(({ key, type }) => type === 'item' && opened.has(key)).length}
      ref={body}
      // The head sticks within the table, so the table is as high as all of its lines.
      style={isWhole ? {} : { height: `calc(${height}px + var(--head))` }}
      onClick={({ target }) => {
        const row = (target as HTMLElement).closest('button, input') ? null : (target as HTMLElement).closest('.row');
        const id = row?.closest<HTMLElement>('[data-key]')?.dataset.key;
        if (id !== undefined && window.getSelection()?.isCollapsed !== false) session.toggle(id);
      }}
      onKeyDown={(event) => moveBetweenRows(event, lines, focusRow)}
      onFocusIn={(event) => {
        const line = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
        if (line?.dataset.key !== undefined) setCurrent(line.dataset.key);
      }}
    >
      <Head scales={state.scales} />
      {drawn.map(({ index, start }) => {
        const line = lines[index];
        const rowIndex = rowIndexes[index] ?? 0;
        if (!line) return null;
        return (
          <tbody
            key={line.key}
            class="line"
            data-index={index}
            data-key={line.key}
            ref={list.measureElement}
            style={isWhole ? {} : { transform: `translateY(${start - list.options.scrollMargin}px)` }}
          >
            {line.type === 'item' ? (
              <ItemLine
                {...{ line, rowIndex, state }}
                open={open.includes(line.key)}
                isBelow={opened.has(line.key)}
                current={line.key === stop}
              />
            ) : (
              <Separator line={line} rowIndex={rowIndex} />
            )}
          </tbody>
        );
      })}
    </table>
  );
}

interface ItemLineProps {
  readonly line: Extract<Line, { type: 'item' }>;
  readonly rowIndex: number;
  readonly state: BoardState;
  readonly open: boolean;
  /** Whether it is open below its row. */
  readonly isBelow: boolean;
  readonly current: boolean;
}

/** A row and, while it is open below it, all about it. */
function ItemLine({ line: { key, entry }, rowIndex, state, open, isBelow, current }: ItemLineProps) {
  const { nameOf, selected } = useSession();
  const { owner } = entry.item;
  return (
    <>
      <Row
        {...{ entry, rowIndex, open, current }}
        owner={owner === undefined ? undefined : nameOf(owner)}
        selected={selected.value.has(key)}
      />
      {isBelow ? (
        <tr aria-rowindex={rowIndex + 1} class="detail-row">
          <td colSpan={WIDTH} class="detail-cell">
            <ItemDetail {...{ entry, state }} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Where each line stands among all rows, those that are not drawn included; the head is the first. */
function useRowIndexes(lines: readonly Line[], opened: ReadonlySet<string>): readonly number[] {
  return useMemo(() => {
    let next = 2;
    return lines.map(({ key, type }) => {
      const index = next;
      next += type === 'item' && opened.has(key) ? 2 : 1;
      return index;
    });
  }, [lines, opened]);
}

/** Arrow keys, Home and End move from row to row while a row itself has the focus, not what is open below it. */
function moveBetweenRows(event: KeyboardEvent, lines: readonly Line[], focusRow: (index: number) => void): void {
  const target = event.target as HTMLElement;
  const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index);
  if (target.closest('.detail-row') || Number.isNaN(index)) return;
  const step = { ArrowDown: 1, ArrowUp: -1, Home: 1, End: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  let to = event.key === 'Home' ? 0 : event.key === 'End' ? lines.length - 1 : index + step;
  while (lines[to] && lines[to]?.type !== 'item') to += step;
  if (lines[to]) focusRow(to);
}

function Separator({ line, rowIndex }: { readonly line: Exclude<Line, { type: 'item' }>; readonly rowIndex: number }) {
  return (
    <tr aria-rowindex={rowIndex} class={`separator ${line.type === 'tier' ? 'tier' : line.group}`}>
      <th scope="rowgroup" colSpan={WIDTH}>
        <h2>{separatorText(line)}</h2>
      </th>
    </tr>
  );
}

function separatorText(line: Exclude<Line, { type: 'item' }>): string {
  if (line.type === 'tier') {
    return line.count === 1 ? t('Tier {0}', line.tier) : t('Tier {0} · {1} with no clear order', line.tier, line.count);
  }
  return line.group === 'unscored'
    ? plural(line.count, 'Not scored yet: {0}', 'Not scored yet: {0}')
    : plural(line.count, 'Not ranked: {0} cannot be compared yet', 'Not ranked: {0} cannot be compared yet');
}
