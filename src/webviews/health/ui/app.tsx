/** The page of health checks: one in this room or apart, or what earlier ones say. */
import { useEffect } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { Button } from '../../kit/button.tsx';
import { Select } from '../../kit/field.tsx';
import { Empty } from '../../kit/notice.tsx';
import type { HealthState } from '../protocol.ts';
import { AnsweringApart, Apart } from './apart.tsx';
import { InRoom } from './inRoom.tsx';
import { Results } from './results.tsx';
import { useSession } from './session.ts';
import { Trend } from './trend.tsx';

export function App() {
  const session = useSession();
  const state = session.state.value;
  useEffect(() => void session.start(), [session]);
  if (!state) return <Empty trouble={session.trouble.value} onRetry={() => void session.start()} />;
  return (
    <main>
      <h1 tabIndex={-1}>{t('Team Health')}</h1>
      <Body state={state} />
    </main>
  );
}

/** A check that goes on, or what earlier ones say. */
function Body({ state }: { readonly state: HealthState }) {
  const turn = useSession().turn.value;
  if (state.room) return <InRoom state={state} people={state.room.people} />;
  if (turn?.round !== undefined) return <AnsweringApart state={state} turn={turn} round={turn.round} />;
  return <Earlier {...state} />;
}

function Earlier(state: HealthState) {
  const { rounds, hidden, trend } = state;
  const session = useSession();
  useEffect(() => {
    // Whoever ended a turn, or began or revealed a check, goes on from the top, and hears where they are.
    if (session.hasEnded) document.querySelector<HTMLElement>('main > h1')?.focus();
    session.hasEnded = false;
  });
  // What goes on, and what a team has not tried yet, stands above what is known already.
  const isFirst = state.apart.round !== undefined || rounds.length === 0;
  const apart = <Apart apart={state.apart} least={state.least} />;
  const shown = rounds.find(({ id }) => id === session.chosen.value) ?? rounds[0];
  return (
    <>
      <Start {...state} />
      {isFirst ? apart : null}
      {hidden > 0 ? (
        <p class="quiet">
          {plural(
            hidden,
            '{0} check is not shown: too few people answered, or its counts cannot be right.',
            '{0} checks are not shown: too few people answered, or their counts cannot be right.',
          )}
        </p>
      ) : null}
      {shown && rounds.length > 1 ? (
        <div class="which">
          <Select
            label={t('Check')}
            value={shown.id}
            choices={rounds.map(({ id, name }) => ({ value: id, text: name }))}
            onInput={(id) => {
              session.chosen.value = id;
            }}
          />
        </div>
      ) : null}
      {shown ? <Results key={shown.id} round={shown} levels={state.levels} /> : null}
      {trend ? <Trend {...trend} /> : null}
      {isFirst ? null : apart}
    </>
  );
}

/** What a check is, and its beginning. */
function Start({ rounds, least, items }: HealthState) {
  const session = useSession();
  return (
    <div class="start">
      <p class={rounds.length > 0 ? 'quiet' : undefined}>
        {t(
          'Sit together and pass the keyboard around. Each person rates {0} statements, in about two minutes. Only totals are kept, in memory. Nothing is shown or saved until {1} people have answered.',
          items.length,
          least,
        )}
      </p>
      <Button primary={rounds.length === 0} onClick={() => void session.begin()}>
        {t('Start a Check in This Room')}
      </Button>
    </div>
  );
}
