/** A check in this room: the turn of one person, and what is between two turns. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { useActing } from '../../kit/work.ts';
import type { HealthState } from '../protocol.ts';
import { type Turn, useSession } from './session.ts';

interface Props {
  readonly state: HealthState;
  /** How many answered. */
  readonly people: number;
}

export function InRoom(props: Props) {
  const turn = useSession().turn.value;
  return turn ? <Answering key={props.people} {...props} turn={turn} /> : <Between {...props} />;
}

/** One person answers: a key from 1 to 5 answers, and goes on to the next sentence. */
function Answering({ state: { items, levels }, people, turn }: Props & { readonly turn: Turn }) {
  const session = useSession();
  const around = useRef<HTMLFormElement>(null);
  const missing = items.filter(({ item }) => turn.levels[item] === undefined).length;
  const focus = (what: string): void => around.current?.querySelector<HTMLElement>(what)?.focus();
  useEffect(() => focus('input'), []);
  /** Answers the sentence that has the focus, or else the first that is open, and goes on. */
  const onKey = (event: KeyboardEvent): void => {
    const level = /^[1-5]$/.test(event.key) ? Number(event.key) : undefined;
    const target = event.target as HTMLElement;
    if (level === undefined || event.ctrlKey || event.altKey || event.metaKey || target.matches('textarea')) return;
    const at = items.findIndex(({ item }) => target.getAttribute('name') === item);
    const open = at < 0 ? items.findIndex(({ item }) => turn.levels[item] === undefined) : at;
    const answered = items[open];
    if (!answered) return;
    event.preventDefault();
    session.answer(answered.item, level);
    const next = items[open + 1];
    focus(next ? `input[name="${next.item}"][value="${turn.levels[next.item] ?? 1}"]` : 'textarea');
  };
  return (
    <form
      ref={around}
      aria-label={t('Your answers')}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === 0) void session.endTurn();
        else announce(plural(missing, '{0} sentence is not answered yet.', '{0} sentences are not answered yet.'));
      }}
    >
      <h2>{t('Person {0}', people + 1)}</h2>
      <p class="quiet">{t('Press 1 to 5 to answer: 1 is “{0}”, 5 is “{1}”.', levels[0] ?? '', levels.at(-1) ?? '')}</p>
      {items.map(({ item, sentence }) => (
        <Sentence key={item} item={item} sentence={sentence} levels={levels} given={turn.levels[item]} />
      ))}
      <TextArea
        label={t('Anything to add? (optional)')}
        hint={t('Everybody will read it. It is kept apart from your answers, but others may know you by your words.')}
        value={turn.comment}
        onInput={(text) => session.write(text)}
      />
      <div class="foot">
        <Button primary submits disabled={missing > 0}>
          {t('Done')}
        </Button>
        <Button onClick={() => session.nextTurn()}>{t('Start Over')}</Button>
        <span class="quiet">
          {missing > 0 ? plural(missing, '{0} sentence to go', '{0} sentences to go') : t('All answered')}
        </span>
      </div>
    </form>
  );
}

interface SentenceProps {
  readonly item: string;
  readonly sentence: string;
  readonly levels: readonly string[];
  readonly given: number | undefined;
}

function Sentence({ item, sentence, levels, given }: SentenceProps) {
  const session = useSession();
  return (
    <fieldset class="sentence">
      <legend>{sentence}</legend>
      <div class="levels">
        {levels.map((words, at) => (
          <label key={words} title={words}>
            <input
              type="radio"
              name={item}
              value={at + 1}
              checked={given === at + 1}
              aria-label={`${at + 1}, ${words}`}
              onChange={() => session.answer(item, at + 1)}
            />
            <span aria-hidden="true">{at + 1}</span>
          </label>
        ))}
      </div>
    </fieldset>
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
              'Pass the keyboard on. Nothing is shown before {0} more person answered.',
              'Pass the keyboard on. Nothing is shown before {0} more people answered.',
            )
          : t(
              'Pass the keyboard on, or close the check when everybody has answered. It is revealed once, to all of you.',
            )}
      </p>
      <p class="quiet">{t('The totals are in the memory of this page alone. They are gone when you close its tab.')}</p>
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
