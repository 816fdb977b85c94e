/** A check among people who are apart: who takes part, who has done what, and what you can do next. */
import { useState } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Check } from '../../kit/field.tsx';
import { Problem } from '../../kit/notice.tsx';
import { type Acting, type Input, useActing } from '../../kit/work.ts';
import type { ApartAction, ApartRoundTold, ApartTold, HealthState } from '../protocol.ts';
import { type Turn, useSession } from './session.ts';
import { Answering } from './turn.tsx';

/** The turn of the person at this computer, whose answers are sealed and sent. */
export function AnsweringApart({
  state,
  turn,
  round,
}: {
  readonly state: HealthState;
  readonly turn: Turn;
  readonly round: string;
}) {
  const session = useSession();
  const sending = useActing(session);
  const { levels, comment } = turn;
  const [trusted, setTrusted] = useState(false);
  return (
    <Answering
      {...state}
      turn={turn}
      title={t('Your answers')}
      problem={sending.problem}
      busy={sending.busy}
      onDone={() => void sending.act('sendHealthAnswers', { round, levels, comment, ...(trusted && { trusted }) })}
      onStartOver={() => session.nextTurn(round)}
      onLeave={() => session.leaveTurn()}
    >
      <p class="quiet">{t('Git will show that you answered, and when, but not what.')}</p>
      {session.doubt.value === 'new-key' ? (
        <Check label={t('I compared the new keys with their owners.')} checked={trusted} onChange={setTrusted} />
      ) : null}
    </Answering>
  );
}

interface Props {
  readonly apart: ApartTold;
  readonly least: number;
}

export function Apart({ apart, least }: Props) {
  const acting = useActing(useSession());
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">{t('Remote, each at their own computer')}</h2>
      {apart.round ? (
        <Round apart={apart} round={apart.round} acting={acting} />
      ) : (
        <NoRound apart={apart} least={least} acting={acting} />
      )}
      <Problem text={acting.problem} />
    </section>
  );
}

interface Doing {
  readonly acting: Acting;
  readonly does: ApartAction;
  readonly input?: Input;
  readonly label: string;
  readonly primary?: boolean;
}

function Doing({ acting, does, input = {}, label, primary = false }: Doing) {
  return (
    <Button primary={primary} disabled={acting.busy} onClick={() => void acting.act(does, input)}>
      {label}
    </Button>
  );
}

/** Who takes part so far, and how one does. */
function NoRound({ apart, least, acting }: Props & { readonly acting: Acting }) {
  const { hasKey, isKeyHere, with: taking, without, canStart } = apart;
  return (
    <>
      <p class="quiet">
        {t(
          'Everyone answers on their own. Answers are encrypted and added up through the repository. Unless most of you put your keys together, nobody can read a single one: not the person who closes the check, and not anyone who reads all of git. Git does show who took part, and when.',
        )}
      </p>
      <p>
        {taking.length === 0 ? t('Nobody is taking part yet.') : t('Taking part: {0}.', taking.join(', '))}{' '}
        {taking.length > 0 && without.length > 0 ? (
          <span class="quiet">{t('Not yet: {0}.', without.join(', '))}</span>
        ) : null}
      </p>
      {hasKey && !isKeyHere ? (
        <p>
          {t(
            'Your key is not on this computer, or the window forgot it. Use the computer where you chose “Take Part”, or make a new key and tell the others that it is yours.',
          )}
        </p>
      ) : null}
      <Forgetful apart={apart} />
      {hasKey && !canStart ? (
        <p class="quiet">{t('A check needs {0} people. Push your key, and pull the keys of the others.', least)}</p>
      ) : null}
      <div class="foot">
        {hasKey && isKeyHere ? null : (
          <Doing acting={acting} does="makeHealthKey" label={hasKey ? t('Make a New Key') : t('Take Part')} />
        )}
        {canStart ? <Doing acting={acting} does="openHealthRound" label={t('Start a Remote Check')} /> : null}
      </div>
    </>
  );
}

/** Where the editor may forget secrets, that is said before somebody relies on them. */
function Forgetful({ apart: { mayForget } }: Pick<Props, 'apart'>) {
  if (!mayForget) return null;
  return (
    <p class="quiet">
      {t(
        'In a browser, your key may be gone once the window is closed or reloaded. Keep it open until the check is over, or take part from the editor on your own computer.',
      )}
    </p>
  );
}

interface RoundProps extends Pick<Props, 'apart'> {
  readonly round: ApartRoundTold;
  readonly acting: Acting;
}

function Round({ apart, round, acting }: RoundProps) {
  const session = useSession();
  const [late, setLate] = useState(false);
  const { id, phase, isIn, hasAnswered, hasAdded, canClose } = round;
  const needsKey = isIn && (phase === 'open' || phase === 'closed');
  const can = needsKey && apart.isKeyHere;
  return (
    <>
      <p>{whatNext(round)}</p>
      <Problem text={round.trouble} />
      {needsKey && !can ? <Problem text={keyIsElsewhere(phase)} /> : null}
      {round.people.length > 0 ? <People {...round} /> : null}
      {can && phase === 'open' ? (
        <p class="quiet">{t('Before you answer for the first time, compare the keys with their owners.')}</p>
      ) : null}
      <p class="quiet">
        {t('Commit and push what you do here. Pull to see what the others did.')}{' '}
        <LinkButton onClick={() => session.open(id)}>{t('Open Record')}</LinkButton>
      </p>
      {can ? <Forgetful apart={apart} /> : null}
      {can && phase === 'closed' && session.doubt.value === 'left-out' ? (
        <Check label={t('My answers came too late. Add my part without them.')} checked={late} onChange={setLate} />
      ) : null}
      <div class="foot">
        {can && phase === 'open' ? (
          <Button primary={!hasAnswered} onClick={() => session.nextTurn(id)}>
            {hasAnswered ? t('Answer Again') : t('Answer')}
          </Button>
        ) : null}
        {canClose ? (
          <Doing acting={acting} does="closeHealthRound" input={{ round: id }} label={t('Close the Check')} />
        ) : null}
        {can && phase === 'closed' ? (
          <Doing
            acting={acting}
            does="addHealthPart"
            input={{ round: id, ...(late && { late }) }}
            primary={!hasAdded}
            label={hasAdded ? t('Add Your Part Again') : t('Add Your Part')}
          />
        ) : null}
        {phase === 'ready' ? (
          <Doing acting={acting} does="revealHealthRound" input={{ round: id }} primary label={t('Reveal')} />
        ) : null}
      </div>
    </>
  );
}

/** What somebody can do whose key for a check is not where they are. */
function keyIsElsewhere(phase: ApartRoundTold['phase']): string {
  const gone =
    phase === 'open'
      ? t('The key you take part with is not on this computer, so you cannot answer here.')
      : t('The key you take part with is not on this computer, so you cannot add your part here.');
  return `${gone} ${t('Use the computer where you chose “Take Part”. If the key is lost, leave this check to the others, and make a new key once it is over.')}`;
}

function whatNext({ phase, people, missing }: ApartRoundTold): string {
  const answered = people.filter((one) => one.answered).length;
  if (phase === 'open') return t('{0} of {1} people have answered.', answered, people.length);
  // There are enough parts where they do not fit together.
  if (phase === 'closed' && missing === 0) return t('The check is closed.');
  if (phase === 'closed') {
    return plural(
      missing,
      'The check is closed. {0} more part is needed to compute the totals.',
      'The check is closed. {0} more parts are needed to compute the totals.',
    );
  }
  if (phase === 'ready') return t('There are enough parts. Reveal the totals when everyone can look.');
  return t('This check cannot be completed.');
}

/** Who takes part: their keys, to compare, and what each has done. */
function People({ people, phase }: Pick<ApartRoundTold, 'people' | 'phase'>) {
  const isOpen = phase === 'open';
  return (
    <table class="people" aria-label={t('Who takes part')}>
      <thead>
        <tr>
          <th scope="col">{t('Name')}</th>
          <th scope="col">{t('Key')}</th>
          <th scope="col">{isOpen ? t('Answered') : t('Counts')}</th>
          {isOpen ? null : <th scope="col">{t('Part')}</th>}
        </tr>
      </thead>
      <tbody>
        {people.map(({ name, isMe, fingerprint, answered, counts, added, replaced }, at) => (
          <tr key={`${at} ${name}`}>
            <th scope="row">{isMe ? t('{0} (you)', name) : name}</th>
            <td>
              <code>{fingerprint}</code>
              {replaced ? (
                <span class="flag">
                  {' '}
                  <span aria-hidden="true">⚠</span> {t('replaced')}
                </span>
              ) : null}
            </td>
            <td>{(isOpen ? answered : counts) ? t('yes') : t('no')}</td>
            {isOpen ? null : <td>{added ? t('added') : t('not yet')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
