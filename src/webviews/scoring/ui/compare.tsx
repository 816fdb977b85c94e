/** Compares the ranking with an earlier one: what moved and why, what is new, what is gone. */
import './charts/charts.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { dayWords } from '../../../core/base/dayWords.ts';
import { plural, t } from '../../../core/base/l10n.ts';
import {
  type Compared,
  compareRankings,
  type Extent,
  isSameExtent,
  type Moved,
  type Stand,
} from '../../../core/scoring/comparison.ts';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { type Facts, FactsTable } from '../../kit/charts/figure.tsx';
import { Select } from '../../kit/field.tsx';
import { Problem } from '../../kit/notice.tsx';
import { sentenceOf } from '../../kit/work.ts';
import type { BoardState, Comparison } from '../protocol.ts';
import { useSession } from './model/session.ts';
import { SnapshotButton } from './snapshotButton.tsx';

type Asked = { readonly earlier?: Comparison; readonly trouble?: string };

export function Compare({ state }: { readonly state: BoardState }) {
  const { snapshots, otherSnapshots, scope } = state;
  const ranking = useSession().ranking.value;
  const [chosen, choose] = useState<string>();
  // Newest first.
  const snapshot = snapshots.find(({ id }) => id === chosen) ?? snapshots[0];
  const { earlier, trouble } = useEarlier(snapshot?.id, ranking);
  const extent = useMemo(() => extentOf(scope), [scope]);
  const compared = useMemo(
    () => (earlier ? compareRankings(earlier, ranking, extent) : undefined),
    [earlier, ranking, extent],
  );
  const label = labelOf(state);
  const choices = snapshots.map(({ id, title, taken, of }) => ({
    value: id,
    text: dotted(title, taken && dayWords(taken), of),
  }));
  return (
    <section class="compare chart">
      <div class="foot">
        {snapshot ? (
          <Select label={t('Compare with')} value={snapshot.id} choices={choices} onInput={choose} />
        ) : (
          <p>{t('No snapshot of {0} yet. Take one to compare later rankings with it.', label)}</p>
        )}
        <SnapshotButton scope={scope} />
      </div>
      <Others otherSnapshots={otherSnapshots} />
      <Problem text={trouble} />
      {earlier && compared ? (
        <ScopeNote {...{ earlier, compared, label }} isSame={isSameExtent(earlier, extent)} />
      ) : null}
      {compared ? <Differences {...compared} /> : null}
    </section>
  );
}

const extentOf = (scope: BoardState['scope']): Extent => ({
  sprint: scope.kind === 'sprint' ? scope.id : undefined,
  quarter: scope.kind === 'quarter' ? scope.quarter : undefined,
});

/** What the board shows now, as its choice calls it. */
function labelOf({ scope, scopes }: BoardState): string {
  const key = JSON.stringify(scope);
  return scopes.find((each) => JSON.stringify(each.scope) === key)?.label ?? '';
}

/** The snapshots of other scopes, with a way to each. */
function Others({ otherSnapshots }: Pick<BoardState, 'otherSnapshots'>) {
  const session = useSession();
  return otherSnapshots.length === 0 ? null : (
    <ul class="plain" aria-label={t('Other snapshots')}>
      {otherSnapshots.map(({ scope, label, count }) => (
        <li key={label}>
          {plural(count, '{0} snapshot of {1}', '{0} snapshots of {1}', label)}{' '}
          <Button label={t('Show {0}', label)} onClick={() => void session.setScope(scope)}>
            {t('Show')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface NoteProps {
  readonly earlier: Comparison;
  readonly compared: Compared;
  /** What the board shows now. */
  readonly label: string;
  /** Whether that is what the snapshot is of. */
  readonly isSame: boolean;
}

/** Says what is left out because one of the two rankings is of less than the other. */
function ScopeNote({ earlier, compared: { outside }, label, isSame }: NoteProps) {
  if (isSame) return null;
  return (
    <p class="scopes">
      {t('The snapshot is of {0}, and the board shows {1}. Only what is in both is compared.', earlier.of, label)}{' '}
      {outside.here === 0
        ? null
        : plural(outside.here, '{0} here is not in {1}.', '{0} here are not in {1}.', earlier.of)}{' '}
      {outside.there === 0 ? null : plural(outside.there, '{0} is not in {1}.', '{0} are not in {1}.', label)}
    </p>
  );
}

/** The snapshot's scores and the reasons since, asked for again when the ranking changed. */
function useEarlier(id: string | undefined, ranking: Ranking): Asked {
  const { channel } = useSession();
  const [asked, setAsked] = useState<Asked>({});
  useEffect(() => {
    if (id === undefined) return undefined;
    let wanted = true;
    const settle = (next: Asked): void => {
      if (wanted) setAsked(next);
    };
    channel.request('compare', { snapshot: id }).then(
      (earlier) => settle({ earlier }),
      (error: unknown) => settle({ trouble: sentenceOf(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [channel, id, ranking]);
  return asked.earlier !== undefined && asked.earlier.id !== id ? {} : asked;
}

function Differences({ rows, added, gone }: Compared) {
  const session = useSession();
  const show = (id: string): void => session.show(id);
  const moved = rows.filter(hasMoved);
  const same = rows.length - moved.length;
  return (
    <>
      <p class="how">{summary(moved.length, added.length, gone.length, same)}</p>
      {moved.length === 0 ? null : <FactsTable title={t('What moved')} {...movedFacts(moved)} onOpen={show} />}
      <Listed
        title={t('New')}
        rows={added.map(({ id, title, after }) => ({
          id,
          name: <LinkButton onClick={() => show(id)}>{`${id} ${title}`}</LinkButton>,
          stand: after,
        }))}
      />
      <Listed
        title={t('No longer on the board')}
        rows={gone.map(({ id, before }) => ({ id, name: id, stand: before }))}
      />
    </>
  );
}

interface ListedProps {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly name: ComponentChildren; readonly stand: Stand }[];
}

function Listed({ title, rows }: ListedProps) {
  return rows.length === 0 ? null : (
    <div class="listed">
      <h2>{title}</h2>
      <ul>
        {rows.map(({ id, name, stand }) => (
          <li key={id}>
            {name} {standText(stand)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const summary = (moved: number, added: number, gone: number, same: number): string =>
  dotted(t('{0} moved', moved), t('{0} new', added), t('{0} removed', gone), t('{0} unchanged', same));

function hasMoved({ before, after, changed }: Moved): boolean {
  return changed.length > 0 || before.rank !== after.rank || hasOtherScore(before, after);
}

/** Scores are kept to the hundredth, so a smaller difference is none. */
function hasOtherScore(before: Stand, after: Stand): boolean {
  return (
    Math.abs((before.score ?? 0) - (after.score ?? 0)) > 0.01 ||
    (before.score === undefined) !== (after.score === undefined)
  );
}

function movedFacts(moved: readonly Moved[]): Facts {
  return {
    columns: [t('Initiative'), t('Rank'), t('Score'), t('Why')],
    rows: moved.map((row) => ({
      id: row.id,
      name: `${row.id} ${row.title}`,
      cells: [rankText(row), movedScore(row), <Reasons key={row.id} {...row} />],
    })),
  };
}

function Reasons({ because }: Moved) {
  const reasons = because.length > 0 ? because : [t('Others moved past it.')];
  return (
    <ul class="plain">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function rankText({ before, after }: Moved): string {
  const place = (rank: number | undefined): string => (rank === undefined ? '–' : String(rank));
  if (before.rank === after.rank) return place(after.rank);
  const arrow = before.rank === undefined || after.rank === undefined ? '' : after.rank < before.rank ? ' ↑' : ' ↓';
  return `${place(before.rank)} → ${place(after.rank)}${arrow}`;
}

function movedScore({ before, after }: Moved): string {
  const now = scoreText(after.score);
  return hasOtherScore(before, after) ? `${scoreText(before.score)} → ${now}` : now;
}

function standText({ rank, score }: Stand): string {
  if (score === undefined) return t('without a score');
  return rank === undefined ? t('score {0}', scoreText(score)) : t('rank {0}, score {1}', rank, scoreText(score));
}
