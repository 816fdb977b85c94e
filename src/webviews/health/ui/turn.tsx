/** The turn of one person: nine sentences, each answered by a key, and words of their own. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import type { HealthState } from '../protocol.ts';
import { type Turn, useSession } from './session.ts';

interface Props extends Pick<HealthState, 'items' | 'levels'> {
  readonly turn: Turn;
  /** Whose turn it is. */
  readonly title: string;
  /** Why the answers cannot be sent, as a sentence. */
  readonly problem?: string | undefined;
  readonly busy?: boolean;
  readonly onDone: () => void;
  readonly onStartOver: () => void;
  /** Gives up the turn, where there is another way than to end it. */
  readonly onLeave?: () => void;
  /** What has to be said before it can be sent. */
  readonly children?: ComponentChildren;
}

/** One person answers: a key from 1 to 5 answers, and goes on to the next sentence. */
export function Answering({
  items,
  levels,
  turn,
  title,
  problem,
  busy,
  onDone,
  onStartOver,
  onLeave,
  children,
}: Props) {
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
        if (missing === 0 && !busy) onDone();
        else announce(plural(missing, '{0} statement is not answered yet.', '{0} statements are not answered yet.'));
      }}
    >
      <h2>{title}</h2>
      <p class="quiet">{t('Press 1 to 5 to answer: 1 is “{0}”, 5 is “{1}”.', levels[0] ?? '', levels.at(-1) ?? '')}</p>
      {items.map(({ item, sentence }) => (
        <Sentence key={item} item={item} sentence={sentence} levels={levels} given={turn.levels[item]} />
      ))}
      <TextArea
        label={t('Anything to add? (optional)')}
        hint={t('Everyone will read it. It is kept separate from your answers, but people may recognize your wording.')}
        value={turn.comment}
        onInput={(text) => session.write(text)}
      />
      <Problem text={problem} />
      {children}
      <div class="foot">
        <Button primary submits disabled={missing > 0 || busy === true}>
          {t('Done')}
        </Button>
        <Button onClick={onStartOver}>{t('Start Over')}</Button>
        {onLeave ? <Button onClick={onLeave}>{t('Cancel')}</Button> : null}
        <span class="quiet">
          {missing > 0 ? plural(missing, '{0} statement to go', '{0} statements to go') : t('All answered')}
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
