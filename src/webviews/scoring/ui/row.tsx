/** One initiative as one line: its place, its title and problem, what it scores and why, and what asks for talk. */
import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import { plural, t } from '../../../core/base/l10n.ts';
import { type Factor, factorName, factors } from '../../../core/scoring/factors.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { offScaleIn } from '../../../core/scoring/offScale.ts';
import type { Entry } from '../../../core/scoring/ranking.ts';
import { gapText, isOver } from '../../../core/scoring/readiness.ts';
import { factorText, scoreText } from '../../../core/scoring/scoreText.ts';
import { spreadOf } from '../../../core/scoring/spread.ts';
import { dotted } from '../../../core/text/joined.ts';
import { discussionChips, riskChip } from './chips.tsx';
import type { Column } from './model/pageState.ts';
import { useSession } from './model/session.ts';
import { estimatesText, evidenceTexts, kindName, medianText, spreadTexts, statusName } from './model/words.ts';

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

/**
 * The row. It is drawn again only when what it says has changed. Its cells are no components of their own: there are hundreds
 * in sight, and each would cost the first picture more than what it says.
 */
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
      {cell('rank', rank)}
      {titleCell({ entry, owner, open, tabIndex, onToggle: () => session.toggle(item.id) })}
      {cell('score', score === undefined ? undefined : scoreText(score))}
      {factors.map((factor) => factorCell(factor, entry))}
      {cell('challenges', discussionChips(item, { tabIndex, onChallenge: session.challenge }))}
      {cell('risks', riskChip(item))}
      {readinessCell(item)}
      {cell('estimates', estimatesText(item))}
      {cell('evidence', evidenceTexts(item).join(', '))}
      {cell('status', statusName(item.status))}
    </tr>
  );
}, saysTheSame);

/** Entries are made anew with every ranking; most of them say what they said before. */
function saysTheSame(before: RowProps, after: RowProps): boolean {
  const [{ entry: a, ...was }, { entry: b, ...is }] = [before, after];
  const sameEntry = a.item === b.item && a.rank === b.rank && a.score === b.score && a.reason === b.reason;
  return sameEntry && (Object.keys(is) as (keyof typeof is)[]).every((name) => was[name] === is[name]);
}

interface TitleProps extends Pick<RowProps, 'entry' | 'owner' | 'open'> {
  readonly tabIndex: number;
  readonly onToggle: () => void;
}

/** What it is called, and behind it, as far as there is room, whom it helps, or why it is not ranked with the others. */
function titleCell({ entry: { item, reason, missing }, owner, open, tabIndex, onToggle }: TitleProps) {
  const { id, title, trouble, problem } = item;
  const key = id === title ? undefined : id;
  const about = dotted(kindName(item.kind), statusName(item.status), owner);
  const lines = [`${key ?? ''} ${title}`.trim(), problem, about, reason, trouble];
  return (
    <th scope="row" class="cell title" title={lines.filter(Boolean).join('\n')}>
      <span class="what">
        <button
          type="button"
          class="opener"
          data-opens={id}
          tabIndex={tabIndex}
          aria-expanded={open}
          onClick={onToggle}
        >
          {key === undefined ? null : <span class="key">{key}</span>}
          <span class="name">{title}</span>
        </button>
        {trouble === undefined ? null : (
          <span class="trouble">
            ⚠<span class="unseen"> {trouble}</span>
          </span>
        )}
        {item.kind === 'feature' ? null : <span class="kind">{kindName(item.kind)}</span>}
      </span>
      {/* Which numbers are missing can be seen. */}
      <span class="story">{missing === undefined && reason !== undefined ? reason : problem}</span>
    </th>
  );
}

interface CellProps {
  /** What it is called where there is no head. */
  readonly name?: string;
  /** More of it, as a tooltip, and for who listens. */
  readonly tip?: string;
  /** Whether the number is only what the estimates come to. */
  readonly estimated?: boolean;
}

function cell(column: Column, children: ComponentChildren, { name, tip, estimated }: CellProps = {}) {
  return (
    <td key={column} class={estimated ? `cell ${column} estimated` : `cell ${column}`} title={tip} data-name={name}>
      {children}
    </td>
  );
}

/** The number alone; where it comes from and what is odd about it are its tooltip. */
function factorCell(factor: Factor, { item, numbers }: Entry) {
  const value = numbers[factor];
  const off = offScaleIn(item, factor);
  const isAgreed = item.agreed[factor] !== undefined;
  const spread = spreadOf(factor, item.voices);
  const from = isAgreed ? t('Agreed') : spread.numbers === 0 ? undefined : medianText(spread.numbers);
  const text = value === undefined ? undefined : factorText(factor, value);
  return cell(factor, off === undefined ? text : [text, offMark(off)], {
    name: factorName(factor),
    estimated: value !== undefined && !isAgreed,
    tip: dotted(from, ...spreadTexts(factor, spread), off),
  });
}

const offMark = (off: string) => (
  <span key="off" class="off">
    ⚠<span class="unseen"> {off}</span>
  </span>
);

function readinessCell({ status, missing }: Item) {
  if (isOver(status)) return cell('missing', undefined);
  if (missing.length > 0) {
    return cell('missing', plural(missing.length, '{0} missing', '{0} missing'), {
      tip: missing.map(gapText).join('\n'),
    });
  }
  return cell(
    'missing',
    <>
      <span class="tick">✓</span> {t('ready')}
    </>,
  );
}
