/** Compares the ranking with an earlier one: what moved and why, what is new, what is gone. */
import './charts/charts.css';
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
  const moved = rows.filter(hasMoved);
  const same = rows.length - moved.length;
  return (
    <>
      <p class="how">{summary(moved.length, added.length, gone.length, same)}</p>
      {moved.length === 0 ? null : <MovedTable moved={moved} />}
      {added.length === 0 ? null : (
        <div class="listed">
          <h2>{t('New')}</h2>
          <ul>
            {added.map(({ id, title, after }) => (
              <li key={id}>
                <LinkButton onClick={() => session.show(id)}>{`${id} ${title}`}</LinkButton> {standText(after)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {gone.length === 0 ? null : (
        <div class="listed">
          <h2>{t('Not on the board any more')}</h2>
          <ul>
            {gone.map(({ id, before }) => (
              <li key={id}>
                {id} {standText(before)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
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

function MovedTable({ moved }: { readonly moved: readonly Moved[] }) {
  const session = useSession();
  return (
    <div class="facts">
      <table>
        <caption class="unseen">{t('What moved')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Initiative')}</th>
            <th scope="col">{t('Rank')}</th>
            <th scope="col">{t('Score')}</th>
            <th scope="col">{t('Why')}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((row) => (
            <tr key={row.id} data-id={row.id}>
              <th scope="row">
                <LinkButton onClick={() => session.show(row.id)}>{`${row.id} ${row.title}`}</LinkButton>
              </th>
              <td>{rankText(row)}</td>
              <td>{movedScore(row)}</td>
              <td>
                <ul class="plain">
                  {reasons(row).map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function reasons({ because }: Moved): readonly string[] {
  return because.length > 0 ? because : [t('Others moved past it.')];
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
