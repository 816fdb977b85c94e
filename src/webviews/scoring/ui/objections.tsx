/** Objections with what came of them, and answering the open ones. */
import { t } from '../../../core/base/l10n.ts';
import type { GivenObjection } from '../../../core/scoring/detail.ts';
import { objectionName, objectionStateName } from '../../../core/scoring/words.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Select, TextField } from '../../kit/field.tsx';
import { useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { type About, RecordLinks, signed } from './about.tsx';
import { useSession } from './model/session.ts';

export function Objections({ item, detail }: About) {
  const session = useSession();
  return (
    <section>
      <h3>{t('Objections')}</h3>
      {detail.objections.length === 0 ? <p class="hint">{t('Nobody objects.')}</p> : null}
      {detail.objections.map((objection) => (
        <OneObjection key={objection.id} {...objection} />
      ))}
      <Button onClick={() => session.run('object', item.id)}>{t('Raise Objection…')}</Button>
    </section>
  );
}

function OneObjection(objection: GivenObjection) {
  const session = useSession();
  const { by, created, kind, state, words, outcome } = objection;
  return (
    <article class="card" aria-label={objectionName(kind)}>
      <div class="line-of">
        <strong>{objectionName(kind)}</strong>
        <span class={state === 'open' ? 'state waiting' : 'state'}>{objectionStateName(state)}</span>
        <span class="quiet">{signed(session, by, created)}</span>
      </div>
      {words === '' ? null : <p>{words}</p>}
      {outcome.length === 0 ? null : (
        <p class="quiet">
          {t('Answered by:')} <RecordLinks records={outcome} />
        </p>
      )}
      {state === 'open' || state === 'validating' ? <Answer {...objection} /> : null}
    </article>
  );
}

const answers = {
  'too-complex': ['scoped-down', 'upheld'],
  'debt-first': ['debt-scored', 'upheld'],
  'no-need': ['evidence-shown', 'validating', 'upheld'],
  other: ['upheld', 'scoped-down', 'debt-scored', 'evidence-shown', 'validating'],
} as const satisfies Record<GivenObjection['kind'], readonly GivenObjection['state'][]>;

/** The rule of the guide that an objection is about. */
const weighedBy: Readonly<Record<GivenObjection['kind'], string>> = {
  'too-complex': 'bets',
  'debt-first': 'debt',
  'no-need': 'evidence',
  other: 'score',
};

function Answer({ id, kind, by }: GivenObjection) {
  const session = useSession();
  const form = useForm(session, `object:${id}`);
  const mine = by !== undefined && by === session.state.value?.me?.id;
  const choices: readonly GivenObjection['state'][] = mine ? [...answers[kind], 'withdrawn'] : answers[kind];
  const state = choices.find((each) => each === form.typed('state')) ?? choices[0] ?? 'upheld';
  const words = form.field('reason');
  const reason = words.value.trim();
  const save = async (): Promise<void> => {
    const done = await form.act('answerObjection', { id, state, reason: reason || undefined });
    if (done) announce(t('The objection is answered: {0}.', objectionStateName(state)));
  };
  return (
    <div class="decide">
      <div class="four">
        <Select
          label={t('Result')}
          choices={choices.map((each) => ({ value: each, text: objectionStateName(each) }))}
          {...form.field('state')}
          value={state}
        />
        <TextField label={t('Explanation')} {...words} />
      </div>
      <div class="foot">
        <Button disabled={form.busy} label={t('Answer: {0}', objectionName(kind))} onClick={() => void save()}>
          {t('Answer')}
        </Button>
        <LinkButton onClick={() => session.guide(weighedBy[kind])}>{t('How to Weigh It')}</LinkButton>
      </div>
      <Problem text={form.problem} />
    </div>
  );
}
