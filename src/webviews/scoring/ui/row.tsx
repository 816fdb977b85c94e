/** One initiative as a row: what it scores and why, in as many words as fit. */
import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import { plural, t } from '../../../core/base/l10n.ts';
import { type Factor, factors } from '../../../core/scoring/factors.ts';
import { offScaleIn } from '../../../core/scoring/offScale.ts';
import type { Entry } from '../../../core/scoring/ranking.ts';
import { gapText, isBlind, isOver } from '../../../core/scoring/readiness.ts';
import { factorText, scoreText } from '../../../core/scoring/scoreText.ts';
import { severityOf } from '../../../core/scoring/severity.ts';
import { spreadOf } from '../../../core/scoring/spread.ts';
import { worstRisk } from './model/lines.ts';
import type { Column } from './model/pageState.ts';
import { useSession } from './model/session.ts';
import {
  columnName,
  estimatesText,
  evidenceTexts,
  kindName,
  openTexts,
  risksTexts,
  spreadTexts,
  statusName,
} from './model/words.ts';

interface RowProps {
  readonly entry: Entry;
  /** The name of who owns it. */
  readonly owner: string | undefined;
  readonly rowIndex: number;
  readonly open: boolean;
  readonly selected: boolean;
  /** Whether this row is the table's one tab stop. */
  readonly current: boolean;
}

/** The row. It is drawn again only when what it says has changed. */
export const Row = memo(({ entry, owner, rowIndex, open, selected, current }: RowProps) => {
  const session = useSession();
  const { item, rank, score } = entry;
  const tabIndex = current ? 0 : -1;
  return (
    <tr aria-rowindex={rowIndex} class={open ? 'row opened' : 'row'}>
      <td class="cell select">
        <input
          type="checkbox"
          checked={selected}
          tabIndex={tabIndex}
          aria-label={t('Select {0}', item.title)}
          onChange={(event) => session.select(item.id, event.currentTarget.checked)}
        />
      </td>
      <Cell column="rank">{rank ?? '–'}</Cell>
      <th scope="row" class="cell title">
        <button
          type="button"
          class="opener"
          data-opens={item.id}
          tabIndex={tabIndex}
          aria-expanded={open}
          onClick={() => session.toggle(item.id)}
        >
          <span class="twistie" aria-hidden="true" />
          <span class="name">{item.title}</span>
        </button>
        <div class="about">
          {item.id === item.title ? null : <span class="key">{item.id}</span>}
          <span>{kindName(item.kind)}</span>
          <span>{statusName(item.status)}</span>
          {owner === undefined ? null : <span>{owner}</span>}
        </div>
        {entry.reason === undefined ? null : <div class="note">{entry.reason}</div>}
        {item.trouble === undefined ? null : <div class="note warn">⚠ {item.trouble}</div>}
      </th>
      <Cell column="score">{score === undefined ? '–' : <strong>{scoreText(score)}</strong>}</Cell>
      {factors.map((factor) => (
        <FactorCell key={factor} factor={factor} entry={entry} />
      ))}
      <Cell column="estimates">
        {isBlind(item) && item.round.given > 0 ? (
          <span class="blind">
            {plural(item.round.given, '{0} has estimated', '{0} have estimated')}
            <small>{t('hidden until you estimate')}</small>
          </span>
        ) : (
          estimatesText(item)
        )}
      </Cell>
      <Cell column="challenges" marked={item.openChallenges + item.openObjections > 0}>
        <Stacked texts={openTexts(item)} />
      </Cell>
      <Cell column="risks" marked={severityOf(worstRisk(item)) === 'critical'}>
        <Stacked texts={risksTexts(item)} />
      </Cell>
      <Cell column="evidence" marked={item.evidence.contradicts > 0}>
        <Stacked texts={evidenceTexts(item)} />
      </Cell>
      <Cell column="missing">
        {isOver(item.status) ? (
          '–'
        ) : item.missing.length === 0 ? (
          <>
            <span class="tick">✓</span> {t('ready')}
          </>
        ) : (
          <span title={item.missing.map(gapText).join('\n')}>
            {plural(item.missing.length, '{0} missing', '{0} missing')}
          </span>
        )}
      </Cell>
    </tr>
  );
}, saysTheSame);

/** Entries are made anew with every ranking; most of them say what they said before. */
function saysTheSame(before: RowProps, after: RowProps): boolean {
  const [{ entry: a, ...was }, { entry: b, ...is }] = [before, after];
  const sameEntry = a.item === b.item && a.rank === b.rank && a.score === b.score && a.reason === b.reason;
  return sameEntry && (Object.keys(is) as (keyof typeof is)[]).every((name) => was[name] === is[name]);
}

/** The first on its line, the others small below. */
function Stacked({ texts: [first, ...others] }: { readonly texts: readonly string[] }) {
  return (
    <>
      {first}
      {others.map((text) => (
        <small key={text}>{text}</small>
      ))}
    </>
  );
}

interface CellProps {
  readonly column: Column;
  readonly children: ComponentChildren;
  /** Whether it deserves a look. */
  readonly marked?: boolean;
}

function Cell({ column, children, marked }: CellProps) {
  return (
    <td class={marked ? `cell ${column} marked` : `cell ${column}`}>
      <span class="tag">{columnName(column)}</span>
      <span class="value">{children}</span>
    </td>
  );
}

function FactorCell({ factor, entry: { item, numbers } }: { readonly factor: Factor; readonly entry: Entry }) {
  const spread = spreadOf(factor, item.voices);
  const off = offScaleIn(item, factor);
  return (
    <Cell column={factor}>
      {factorText(factor, numbers[factor])}
      {item.agreed[factor] === undefined ? null : <small>{t('agreed')}</small>}
      {off === undefined ? null : <small class="apart">⚠ {off}</small>}
      {spreadTexts(factor, spread).map((text) => (
        <small key={text}>{text}</small>
      ))}
      {spread.disagrees ? <small class="apart">≠ {t('far apart')}</small> : null}
    </Cell>
  );
}
