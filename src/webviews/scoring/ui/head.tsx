/** The head of the ranking: what each column is, what it counts, and the order of the rows. */
import { t } from '../../../core/base/l10n.ts';
import type { Scales } from '../../../core/scoring/item.ts';
import { announce } from '../../kit/live.tsx';
import { type Column, columns, largestFirst } from './model/pageState.ts';
import { useSession } from './model/session.ts';
import { columnHelp, columnName, columnUnit } from './model/words.ts';

interface Props {
  readonly scales: Scales;
}

export function Head({ scales }: Props) {
  return (
    <thead class="head">
      <tr aria-rowindex={1} class="row">
        <th scope="col" class="cell select">
          <span class="unseen">{t('Select')}</span>
        </th>
        {columns.map((column) => (
          <HeadCell key={column} {...{ column, scales }} />
        ))}
      </tr>
    </thead>
  );
}

const helpOf = (column: Column): string => `about-${column}`;

function HeadCell({ column, scales }: Props & { readonly column: Column }) {
  const { page } = useSession();
  const sort = page.sort.value;
  const isSorted = sort.column === column;
  const name = columnName(column);
  const unit = columnUnit(column, scales);
  const choose = (): void => {
    const descending = isSorted ? !sort.descending : largestFirst(column);
    page.sort.value = { column, descending };
    announce(descending ? t('Sorted by {0}, largest first.', name) : t('Sorted by {0}, smallest first.', name));
  };
  return (
    <th
      scope="col"
      class={`cell ${column}`}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="sorter"
        title={columnHelp(column, scales)}
        aria-describedby={helpOf(column)}
        onClick={choose}
      >
        <span class="label">
          <span class="full">{name}</span>
          <span class="letter" aria-hidden="true">
            {column === 'rank' ? '#' : name.charAt(0)}
          </span>
          <span class="way" aria-hidden="true">
            {isSorted ? (sort.descending ? '↓' : '↑') : ''}
          </span>
        </span>
        {unit === '' ? null : <span class="unit">{unit}</span>}
      </button>
    </th>
  );
}

/** What the columns are, for who listens; it stands outside of the table, in which it would be read as part of the head. */
export const HeadHelp = ({ scales }: Props) => (
  <div hidden>
    {columns.map((column) => (
      <p key={column} id={helpOf(column)}>
        {columnHelp(column, scales)}
      </p>
    ))}
  </div>
);
