/** Who says what of an initiative in a walk-through: one key chooses who speaks, and one key says it. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import { objectionName } from '../../../core/scoring/words.ts';
import type { WalkSaid, WalkStop, WalkVoice } from '../../../core/story/walkTold.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Select, TextField } from '../../kit/field.tsx';
import { Fields, type Form, openForm, useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { isTyping } from './keys.ts';
import { useSession } from './session.ts';

const KEYS = { e: 'can-explain', a: 'question', o: 'objection' } as const;

/** Beside the words, so that they are found at a glance. */
export const SIGNS: Readonly<Record<WalkSaid, string>> = { 'can-explain': '✓', question: '?', objection: '✕' };

/** As many people as there are digits to choose them by. */
const DIGITS = 9;

interface About {
  readonly id: string;
  readonly walk: WalkStop;
}

/** The draft of what somebody says of an initiative. */
const formName = (id: string): string => `say ${id}`;

/** What each has said in their own words, each with a way to say it another way. */
export function Said({ id, walk: { voices } }: About) {
  const session = useSession();
  const spoken = voices.filter(({ said }) => said !== undefined);
  if (spoken.length === 0) return null;
  return (
    <section class="said" aria-label={t('Said so far')}>
      <ul class="plain">
        {spoken.map((voice) => (
          <li key={voice.id}>
            <strong>{voice.name}</strong>{' '}
            <span class="quiet">{dotted(voice.says, voice.words && `“${voice.words}”`)}</span>{' '}
            <LinkButton
              onClick={() => {
                session.choose(voice.id);
                openForm(session, formName(id), { said: voice.said ?? 'question', text: voice.words });
              }}
            >
              {t('Change…')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is always in sight: who speaks, and what they can say. */
export function Voices({ id, walk }: About) {
  const session = useSession();
  const speaker = session.speakerIn(walk);
  const form = useForm(session, formName(id));
  const said = saidIn(form);
  const say = async (state: WalkSaid, more: { text?: string; objection?: string | undefined } = {}) => {
    const { text = '', objection = 'other' } = more;
    // Who speaks at this moment: a key may come before the last one is drawn.
    const by = session.speakerIn(session.state.value?.walk ?? walk);
    if (more.text !== undefined) form.discard();
    const isWritten = await session.say({
      initiative: id,
      state,
      ...(by && { by: by.id }),
      ...(text !== '' && { text }),
      ...(state === 'objection' && { objection }),
    });
    if (isWritten) announce(t('Noted: {0}', by?.name ?? t('you')));
    else if (text !== '') openForm(session, formName(id), { said: state, text, kind: objection });
  };
  const begin = (state: WalkSaid): void => {
    if (state === 'can-explain') void say(state);
    else openForm(session, formName(id), { said: state });
  };
  const around = useRef<HTMLElement>(null);
  useFocusBack(around, form.isOpen);
  const choose = (voice: string, at: number): void => {
    session.choose(voice);
    around.current?.querySelectorAll<HTMLElement>('.chip')[at]?.focus({ preventScroll: true });
  };
  const isOpen = () => session.drafts.value[formName(id)]?.open !== undefined;
  useKeys({ voices: walk.voices, choose, begin, isOpen, leave: form.discard });
  return (
    <aside ref={around} class="voices" aria-label={t('Who says what')}>
      <Speakers all={walk.voices} speaker={speaker} />
      {form.isOpen ? (
        <Words form={form} said={said} speaker={speaker} onSave={(more) => void say(said, more)} />
      ) : (
        <div class="foot">
          <Say letter="E" primary onClick={() => begin('can-explain')}>
            {t('I can explain why')}
          </Say>
          <Say letter="A" onClick={() => begin('question')}>
            {t('Ask…')}
          </Say>
          <Say letter="O" onClick={() => begin('objection')}>
            {t('Raise Objection…')}
          </Say>
        </div>
      )}
      <Refusal />
    </aside>
  );
}

/** When the field is gone that had the focus, it goes to who speaks: the next key is pressed there. */
function useFocusBack(around: RefObject<HTMLElement>, isOpen: boolean): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) {
      const chip = around.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
      (chip ?? around.current?.querySelector('button'))?.focus({ preventScroll: true });
    }
    wasOpen.current = isOpen;
  }, [around, isOpen]);
}

const saidIn = (form: Form): WalkSaid => Object.values(KEYS).find((each) => each === form.typed('said')) ?? 'question';

/** Why it was not written, with the way to mend that where nobody knows who writes. */
function Refusal() {
  const session = useSession();
  const refusal = session.refusal.value;
  if (refusal === undefined) return null;
  return (
    <p class="problem">
      <span aria-hidden="true">⚠ </span>
      {refusal}{' '}
      {session.state.value?.walk?.me === undefined ? (
        <LinkButton onClick={() => session.run('chooseMe')}>{t('Set My Identity…')}</LinkButton>
      ) : null}
    </p>
  );
}

interface Keys {
  readonly voices: readonly WalkVoice[];
  readonly choose: (id: string, at: number) => void;
  readonly begin: (said: WalkSaid) => void;
  /** Whether words are being typed, or are about to be: their letters are no keys. */
  readonly isOpen: () => boolean;
  /** Turns away from what was begun. */
  readonly leave: () => void;
}

function useKeys({ voices, choose, begin, isOpen, leave }: Keys): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leave();
      if (isTyping(event) || isOpen()) return;
      const at = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
      const voice = voices[at];
      const said = Object.entries(KEYS).find(([letter]) => letter === event.key.toLowerCase())?.[1];
      if (!voice && !said) return;
      event.preventDefault();
      if (voice) choose(voice.id, at);
      else if (said) begin(said);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

interface SpeakersProps {
  readonly all: readonly WalkVoice[];
  readonly speaker: WalkVoice | undefined;
}

function Speakers({ all, speaker }: SpeakersProps) {
  const session = useSession();
  if (all.length === 0) return <p class="quiet">{t('because.yml lists no team members yet.')}</p>;
  return (
    <fieldset class="speakers">
      <legend class="unseen">{t('Who speaks')}</legend>
      {all.map((voice, index) => (
        <button
          key={voice.id}
          type="button"
          class="chip"
          aria-pressed={voice.id === speaker?.id}
          aria-keyshortcuts={index < DIGITS ? String(index + 1) : undefined}
          onClick={() => session.choose(voice.id)}
        >
          {index < DIGITS ? <span class="cap">{index + 1}</span> : null}
          {voice.name}
          {voice.said ? (
            <span class="says">
              <span aria-hidden="true">{SIGNS[voice.said]} </span>
              {voice.says}
            </span>
          ) : null}
        </button>
      ))}
    </fieldset>
  );
}

interface SayProps {
  readonly letter: string;
  readonly primary?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Say({ letter, children, ...button }: SayProps) {
  return (
    <Button {...button} keys={letter}>
      {children} <span class="cap">{letter}</span>
    </Button>
  );
}

interface WordsProps {
  readonly form: Form;
  readonly said: WalkSaid;
  readonly speaker: WalkVoice | undefined;
  readonly onSave: (more: { readonly text: string; readonly objection?: string }) => void;
}

const sorts = ['too-complex', 'debt-first', 'no-need', 'other'] as const;

function Words({ form, said, speaker, onSave }: WordsProps) {
  const words = form.field('text');
  const sort = form.field('kind', 'other');
  const name = speaker?.name ?? t('You');
  const isEmpty = said !== 'can-explain' && words.value.trim() === '';
  const asks = {
    'can-explain': t('{0}, in your own words: why does it matter? (optional)', name),
    question: t('{0}, what do you need to know?', name),
    objection: t('{0}, what do you object to?', name),
  };
  const saves = { 'can-explain': t('I can explain why'), question: t('Ask'), objection: t('Raise Objection') };
  return (
    <div class="words">
      <Fields
        form={form}
        label={asks[said]}
        save={saves[said]}
        onSave={() => onSave({ text: words.value, objection: sort.value })}
        blocked={isEmpty ? asks[said] : undefined}
        beside={<SaidInstead form={form} said={said} />}
      >
        <TextField label={asks[said]} {...words} />
        {said === 'objection' ? (
          <Select
            label={t('What is your objection?')}
            choices={sorts.map((value) => ({ value, text: objectionName(value) }))}
            {...sort}
          />
        ) : null}
      </Fields>
    </div>
  );
}

/** The same words may be another answer than the one they began as. */
function SaidInstead({ form, said }: { readonly form: Form; readonly said: WalkSaid }) {
  const others = {
    'can-explain': t('I can explain why'),
    question: t('It is a question'),
    objection: t('It is an objection'),
  };
  return (
    <span class="quiet">
      {Object.values(KEYS)
        .filter((each) => each !== said)
        .map((each) => (
          <LinkButton key={each} onClick={() => form.type('said', each)}>
            {others[each]}
          </LinkButton>
        ))}
    </span>
  );
}
