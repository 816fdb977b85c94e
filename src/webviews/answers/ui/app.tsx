/** The page of answer times: four numbers, the weeks drawn, and what is open. */
import { useEffect } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Empty } from '../../kit/notice.tsx';
import type { AnswersState } from '../protocol.ts';
import { useSession } from './session.ts';
import { Weeks } from './weeks.tsx';

export function App() {
  const session = useSession();
  const state = session.state.value;
  useEffect(() => void session.start(), [session]);
  useEffect(() => session.tick(), [session]);
  if (!state) return <Empty trouble={session.trouble.value} onRetry={() => void session.start()} />;
  return (
    <main>
      <h1>{t('Answer Times')}</h1>
      {state.asked === 0 && state.undated === 0 ? <NoneYet /> : <Times {...state} />}
    </main>
  );
}

function NoneYet() {
  const session = useSession();
  return (
    <div class="empty">
      <p>{t('Nobody has asked anything yet. Ask from the line of code that raises the question.')}</p>
      <Button primary onClick={() => session.ask()}>
        {t('Ask the PM')}
      </Button>
    </div>
  );
}

function Times(state: AnswersState) {
  const { targetWords, undated, weeks } = state;
  return (
    <>
      <p class="quiet">
        {t('Your team answers within {0}. Only working hours count.', targetWords)}{' '}
        {undated > 0
          ? plural(
              undated,
              '{0} answer has no date, so it is not counted.',
              '{0} answers have no date, so they are not counted.',
            )
          : null}
      </p>
      <Numbers {...state} />
      <Weeks weeks={weeks} />
      <Open {...state} />
    </>
  );
}

function Numbers({ targetWords, words, answered, open, overdue }: AnswersState) {
  const none = t('none yet');
  const all = [
    { name: t('Median'), value: words.median, note: t('half of the answers took less') },
    { name: t('90%'), value: words.p90, note: t('nine of ten answers took less') },
    {
      name: t('In time'),
      value: words.within,
      note: t('within {0}; overdue ones count as missed', targetWords),
    },
    {
      name: t('Open'),
      value: String(open.length),
      note: overdue > 0 ? t('{0} overdue', overdue) : t('none overdue'),
      isBad: overdue > 0,
    },
  ];
  return (
    <dl class="numbers" aria-label={plural(answered, '{0} question answered', '{0} questions answered')}>
      {all.map(({ name, value, note, isBad }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="value">{value ?? none}</dd>
          <dd class={isBad ? 'bad' : 'quiet'}>
            {isBad ? <span aria-hidden="true">⚠ </span> : null}
            {note}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Open({ open }: AnswersState) {
  const session = useSession();
  return (
    <section aria-labelledby="open">
      <h2 id="open">{t('Open now')}</h2>
      {open.length === 0 ? <p class="quiet">{t('Every question is answered.')}</p> : null}
      <ul class="plain">
        {open.map(({ id, name, initiative, blocking, isLate, words }) => (
          <li key={id}>
            <span class={isLate ? 'time bad' : 'time'}>
              {isLate ? <span aria-hidden="true">⚠ </span> : null}
              {words ?? t('no date')}
            </span>{' '}
            <LinkButton onClick={() => session.open(id)}>{name}</LinkButton>{' '}
            <span class="quiet">{dotted(initiative, blocking && t('blocks work'))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
