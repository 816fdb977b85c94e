/** A check in this room: the turn of one person, and what is between two turns. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { Button } from '../../kit/button.tsx';
import { Problem } from '../../kit/notice.tsx';
import { useActing } from '../../kit/work.ts';
import type { HealthState } from '../protocol.ts';
import { useSession } from './session.ts';
import { Answering } from './turn.tsx';

interface Props {
  readonly state: HealthState;
  /** How many answered. */
  readonly people: number;
}

export function InRoom(props: Props) {
  const session = useSession();
  const adding = useActing(session);
  const turn = session.turn.value;
  const { state, people } = props;
  return turn ? (
    <Answering
      key={people}
      {...state}
      turn={turn}
      title={t('Person {0}', people + 1)}
      problem={adding.problem}
      busy={adding.busy}
      onDone={() => void adding.act('add', {})}
      onStartOver={() => session.nextTurn()}
    />
  ) : (
    <Between {...props} />
  );
}

/** The keyboard goes to the next person, or the check is closed. */
function Between({ state: { least }, people }: Props) {
  const session = useSession();
  const closing = useActing(session);
  const [isAsked, setAsked] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => around.current?.querySelector<HTMLElement>('button')?.focus(), [isAsked]);
  const left = least - people;
  return (
    <section ref={around} class="between" aria-labelledby="between">
      <h2 id="between">{plural(people, '{0} person answered', '{0} people answered')}</h2>
      <p>
        {left > 0
          ? plural(
              left,
              'Pass the keyboard on. Nothing is shown until {0} more person has answered.',
              'Pass the keyboard on. Nothing is shown until {0} more people have answered.',
            )
          : t(
              'Pass the keyboard on, or close the check when everyone has answered. The results are revealed once, to all of you.',
            )}
      </p>
      <p class="quiet">{t('The totals exist only in the memory of this tab. Closing it deletes them.')}</p>
      <Problem text={closing.problem} />
      {isAsked ? (
        <div class="foot">
          <Button onClick={() => setAsked(false)}>{t('Keep Them')}</Button>
          <Button onClick={() => void session.discard()}>{t('Discard All Answers')}</Button>
        </div>
      ) : (
        <div class="foot">
          <Button primary onClick={() => session.nextTurn()}>
            {t('Next Person')}
          </Button>
          {left > 0 ? null : (
            <Button disabled={closing.busy} onClick={() => void closing.act('close', {})}>
              {t('Close and Reveal')}
            </Button>
          )}
          <Button onClick={() => setAsked(true)}>{t('Discard…')}</Button>
        </div>
      )}
    </section>
  );
}
