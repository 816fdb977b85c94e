/** The frame of a chart: its title, how to read it, the drawing, and the same facts as a table. */
import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import { LinkButton } from '../button.tsx';
import { Drawing, type DrawingProps } from './drawing.tsx';

export interface Facts {
  readonly columns: readonly string[];
  readonly rows: readonly Fact[];
}

interface Fact {
  /** What its name opens. */
  readonly id: string;
  /** The first cell. */
  readonly name: string;
  readonly cells: readonly ComponentChildren[];
}

type Drawn<Data> = Pick<DrawingProps<Data>, 'data' | 'draw' | 'height'> &
  Partial<Pick<DrawingProps<Data>, 'label' | 'onChoose'>>;

interface FigureProps<Data> extends Drawn<Data> {
  /** For the page's style. */
  readonly name: string;
  readonly title: string;
  /** How to read it, in sentences; what is no sentence here is left out. */
  readonly how: readonly (string | undefined)[];
  /** Show as table; asked for when somebody unfolds it. */
  readonly facts: (data: Data) => Facts;
  /** Why there is nothing to draw, where that is so. */
  readonly empty?: string | undefined;
  /** Whether the table tells something although there is nothing to draw. */
  readonly tabled?: boolean;
  readonly controls?: ComponentChildren;
  /** Opens what a row of the table is about, and what a point stands for where nothing else does that; nothing, without it. */
  readonly onOpen?: ((id: string) => void) | undefined;
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

function Folded<Data>({ title, data, facts, onOpen }: FigureProps<Data>) {
  const [open, setOpen] = useState(false);
  const told = useMemo(() => (open ? facts(data) : undefined), [open, facts, data]);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('Show as table')}</summary>
      {told ? <FactsTable {...told} {...{ title, onOpen }} /> : null}
    </details>
  );
}

/** Facts as a table; the name of a row opens what it is about. */
export function FactsTable({ title, columns, rows, onOpen }: Facts & Pick<FigureProps<Facts>, 'title' | 'onOpen'>) {
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
              <th scope="row">{onOpen ? <LinkButton onClick={() => onOpen(id)}>{name}</LinkButton> : name}</th>
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
