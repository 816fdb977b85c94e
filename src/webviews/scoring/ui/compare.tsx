/** Compares the ranking with an earlier one: what moved and why, what is new, what is gone. */
import './charts/charts.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { type Compared, compareRankings, type Moved, type Stand } from '../../../core/scoring/comparison.ts';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { LinkButton } from '../../kit/button.tsx';
import { Select } from '../../kit/field.tsx';
import { Problem } from '../../kit/notice.tsx';
import { sentenceOf } from '../../kit/work.ts';
import type { BoardState, Comparison } from '../protocol.ts';
import { type Facts, FactsTable } from './charts/figure.tsx';
import { useSession } from './model/session.ts';

type Asked = { readonly earlier?: Comparison; readonly trouble?: string };

export function Compare({ snapshots }: Pick<BoardState, 'snapshots'>) {
  const ranking = useSession().ranking.value;
  const [chosen, choose] = useState<string>();
  // Newest first.
  const snapshot = snapshots.find(({ id }) => id === chosen) ?? snapshots[0];
  const { earlier, trouble } = useEarlier(snapshot?.id, ranking);
  const compared = useMemo(() => (earlier ? compareRankings(earlier, ranking) : undefined), [earlier, ranking]);
  if (!snapshot) {
    return <p class="empty">{t('No snapshot was taken yet. Take one, and later rankings can be compared with it.')}</p>;
  }
  const choices = snapshots.map(({ id, title, taken }) => ({ value: id, text: taken ? `${title} · ${taken}` : title }));
  return (
    <section class="compare chart">
      <Select label={t('Compare with')} value={snapshot.id} choices={choices} onInput={choose} />
      <Problem text={trouble} />
      {compared ? <Differences {...compared} /> : null}
    </section>
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
        title={t('Not on the board any more')}
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

function summary(moved: number, added: number, gone: number, same: number): string {
  return [
    plural(moved, '{0} initiative moved', '{0} initiatives moved'),
    plural(added, '{0} is new', '{0} are new'),
    plural(gone, '{0} is gone', '{0} are gone'),
    plural(same, '{0} stands as it stood.', '{0} stand as they stood.'),
  ].join(', ');
}

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
