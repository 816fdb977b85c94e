/** The frame of a chart: its title, how to read it, the drawing, and the same facts as a table. */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { t } from '../../../../core/base/l10n.ts';
import { LinkButton } from '../../../kit/button.tsx';

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

interface FigureProps {
  /** For the page's style. */
  readonly name: string;
  readonly title: string;
  /** How to read it, in a sentence or two. */
  readonly how: string;
  /** The same as a table; asked for when somebody unfolds it. */
  readonly facts: () => Facts;
  /** Why there is nothing to draw, where that is so. */
  readonly empty?: string | undefined;
  /** Whether the table tells something although there is nothing to draw. */
  readonly tabled?: boolean;
  readonly controls?: ComponentChildren;
  readonly onOpen: (id: string) => void;
  readonly children: ComponentChildren;
}

export function Figure({
  name,
  title,
  how,
  facts,
  empty,
  tabled,
  controls,
  onOpen,
  children,
}: FigureProps): JSX.Element {
  const id = useId();
  return (
    <section class={`chart chart-${name}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="how">{how}</p>
      {controls}
      {empty === undefined ? children : <p class="empty">{empty}</p>}
      {empty === undefined || tabled ? <Folded title={title} facts={facts} onOpen={onOpen} /> : null}
    </section>
  );
}

type TableProps = Pick<FigureProps, 'title' | 'facts' | 'onOpen'>;

function Folded(props: TableProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('The same as a table')}</summary>
      {open ? <FactsTable {...props} /> : null}
    </details>
  );
}

function FactsTable({ title, facts, onOpen }: TableProps) {
  const { columns, rows } = useMemo(facts, [facts]);
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
