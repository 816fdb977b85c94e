/** The ranking as a table of any length: sorted by its heads, opened in place, moved through with the arrow keys. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { announce } from '../../kit/live.tsx';
import { useAnchoredScroll, useKeptFocus, usePrinting, useRescuedFocus } from '../../kit/steady.ts';
import { useWindowed } from '../../kit/windowed.ts';
import type { Line } from './model/lines.ts';
import { type Column, columns, type Sort } from './model/pageState.ts';
import { columnName } from './model/words.ts';
import { Row } from './row.tsx';

export interface TableProps {
  readonly lines: readonly Line[];
  /** Changes when the data behind the lines does, and not when the person sorts or filters. */
  readonly revision: number;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly open: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (id: string, selected: boolean) => void;
  /** A member's name. */
  readonly nameOf: (id: string | undefined) => string | undefined;
  /** What an open item shows below its row. */
  readonly detail: (id: string) => ComponentChildren;
  /** The item the page was asked to show. */
  readonly shown: { readonly id: string; readonly count: number } | undefined;
}

/** What sticks to the window's top while the page scrolls, in CSS pixels. */
const HEAD = 34;

/** All columns, the one to select in included. */
const WIDTH = columns.length + 1;

/** Columns whose largest comes first when one asks for them. */
const largestFirst = (column: Column): boolean => column !== 'rank' && column !== 'title' && column !== 'effort';

export function Table(props: TableProps) {
  const { lines, open, revision } = props;
  const body = useRef<HTMLTableElement>(null);
  const keys = useMemo(() => lines.map(({ key }) => key), [lines]);
  const opened = useMemo(() => new Set(open), [open]);
  const [current, setCurrent] = useState<string>();
  const printing = usePrinting();
  const first = lines.find(({ type }) => type === 'item')?.key;
  const stop = current !== undefined && keys.includes(current) ? current : first;
  const { items, height, list } = useWindowed({
    keys,
    body,
    guess: (index) => (lines[index]?.type === 'item' ? (opened.has(keys[index] ?? '') ? 700 : 49) : 30),
    kept: current,
    covered: HEAD,
  });
  useKeptFocus(body);
  useRescuedFocus(body);
  useAnchoredScroll(body, list, keys, revision);

  const focusRow = useCallback(
    (index: number) => {
      const key = keys[index];
      if (key === undefined) return;
      setCurrent(key);
      list.scrollToIndex(index, { align: 'auto' });
      // The row may have to be drawn first.
      requestAnimationFrame(() => openerOf(body.current, key)?.focus({ preventScroll: true }));
    },
    [keys, list],
  );
  useEffect(() => {
    if (props.shown) focusRow(keys.indexOf(props.shown.id));
  }, [props.shown]);

  const drawn = printing ? lines.map((_, index) => ({ index, start: 0 })) : items;
  const rowIndexes = useRowIndexes(lines, opened);
  return (
    <table
      class={printing ? 'table all' : 'table'}
      aria-label={t('Ranking')}
      aria-rowcount={1 + lines.length + lines.filter(({ key, type }) => type === 'item' && opened.has(key)).length}
      ref={body}
      style={printing ? {} : { paddingBottom: `${height}px` }}
      onKeyDown={(event) => moveBetweenRows(event, lines, focusRow)}
      onFocusIn={(event) => {
        const line = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
        if (line?.dataset.key !== undefined) setCurrent(line.dataset.key);
      }}
    >
      <Head sort={props.sort} onSort={props.onSort} />
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
            style={printing ? {} : { transform: `translateY(${start - list.options.scrollMargin}px)` }}
          >
            {line.type === 'item' ? (
              <ItemLine {...{ line, rowIndex, table: props }} open={opened.has(line.key)} current={line.key === stop} />
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
  readonly table: TableProps;
  readonly open: boolean;
  readonly current: boolean;
}

/** A row and, while it is open, all about it. */
function ItemLine({ line, rowIndex, table, open, current }: ItemLineProps) {
  return (
    <>
      <Row
        {...{ rowIndex, open, current }}
        entry={line.entry}
        owner={table.nameOf(line.entry.item.owner)}
        selected={table.selected.has(line.key)}
        onToggle={table.onToggle}
        onSelect={table.onSelect}
      />
      {open ? (
        <tr aria-rowindex={rowIndex + 1} class="detail-row">
          <td colSpan={WIDTH} class="detail-cell">
            {table.detail(line.key)}
          </td>
        </tr>
      ) : null}
    </>
  );
}

function openerOf(body: HTMLElement | null, key: string): HTMLElement | null | undefined {
  return body?.querySelector<HTMLElement>(`[data-opens="${CSS.escape(key)}"]`);
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

function Head({ sort, onSort }: Pick<TableProps, 'sort' | 'onSort'>) {
  const choose = (column: Column): void => {
    const descending = sort.column === column ? !sort.descending : largestFirst(column);
    onSort({ column, descending });
    const name = columnName(column);
    announce(descending ? t('Sorted by {0}, largest first.', name) : t('Sorted by {0}, smallest first.', name));
  };
  return (
    <thead class="head">
      <tr aria-rowindex={1} class="row">
        <th scope="col" class="cell select">
          <span class="unseen">{t('Select')}</span>
        </th>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            class={`cell ${column}`}
            aria-sort={sort.column !== column ? 'none' : sort.descending ? 'descending' : 'ascending'}
          >
            <button type="button" class="sorter" onClick={() => choose(column)}>
              {columnName(column)}
              <span class="way" aria-hidden="true">
                {sort.column !== column ? '' : sort.descending ? '↓' : '↑'}
              </span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Separator({ line, rowIndex }: { readonly line: Exclude<Line, { type: 'item' }>; readonly rowIndex: number }) {
  return (
    <tr aria-rowindex={rowIndex} class={`separator ${line.type}`}>
      <th scope="rowgroup" colSpan={WIDTH}>
        <h2>{separatorText(line)}</h2>
      </th>
    </tr>
  );
}

function separatorText(line: Exclude<Line, { type: 'item' }>): string {
  if (line.type === 'tier') {
    return line.count === 1
      ? t('Tier {0}', line.tier)
      : t('Tier {0}: {1} too close to tell apart', line.tier, line.count);
  }
  return line.group === 'unscored'
    ? plural(line.count, 'Not scored yet: {0}', 'Not scored yet: {0}')
    : plural(
        line.count,
        'Beside the ranking: {0} counts something else',
        'Beside the ranking: {0} count something else',
      );
}
