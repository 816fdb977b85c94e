/** The frame of a chart: its title, how to read it, the drawing, and the same facts as a table. */
import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { t } from '../../../../core/base/l10n.ts';
import { LinkButton } from '../../../kit/button.tsx';
import { Drawing, type Drawn } from './drawing.tsx';

export interface Facts {
  readonly columns: readonly string[];
  readonly rows: readonly Fact[];
}

interface Fact {
  /** What its name opens. */
  readonly id: string;
  /** The first cell. */
  readonly name: string;
  readonly cells: readonly (string | number)[];
}

interface FigureProps<Data> {
  /** For the page's style. */
  readonly name: string;
  readonly title: string;
  /** How to read it, in sentences; what is no sentence here is left out. */
  readonly how: readonly (string | undefined)[];
  /** The same object as long as the same is to be drawn. */
  readonly data: Data;
  readonly draw: (data: Data, width: number) => Drawn;
  /** In CSS pixels: kept free until it is drawn. */
  readonly height: number;
  /** The same as a table; asked for when somebody unfolds it. */
  readonly facts: (data: Data) => Facts;
  /** Why there is nothing to draw, where that is so. */
  readonly empty?: string | undefined;
  /** Whether the table tells something although there is nothing to draw. */
  readonly tabled?: boolean;
  /** What it is a drawing of, for screen readers; the title, where nothing else is said. */
  readonly label?: string;
  readonly controls?: ComponentChildren;
  /** Opens what a row of the table is about, and what a point stands for where nothing else does that. */
  readonly onOpen: (id: string) => void;
  readonly onChoose?: (id: string) => void;
  /** What stands below the drawing. */
  readonly children?: ComponentChildren;
}

export function Figure<Data>(props: FigureProps<Data>) {
  const { name, title, how, empty, tabled, controls, children, onOpen } = props;
  const id = useId();
  return (
    <section class={`chart chart-${name}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="how">{how.filter(Boolean).join(' ')}</p>
      {controls}
      {empty === undefined ? (
        <>
          <Drawing label={title} onChoose={onOpen} {...props} />
          {children}
        </>
      ) : (
        <p class="empty">{empty}</p>
      )}
      {empty === undefined || tabled ? <Folded {...props} /> : null}
    </section>
  );
}

function Folded<Data>(props: FigureProps<Data>) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('The same as a table')}</summary>
      {open ? <FactsTable {...props} /> : null}
    </details>
  );
}

function FactsTable<Data>({ title, data, facts, onOpen }: FigureProps<Data>) {
  const { columns, rows } = useMemo(() => facts(data), [facts, data]);
  return (
    <section class="facts" aria-label={title}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells }, at) => (
            <tr key={`${id} ${at}`} data-id={id}>
              <th scope="row">
                <LinkButton onClick={() => onOpen(id)}>{name}</LinkButton>
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
