/** Objections with what came of them, and answering the open ones. */
import { t } from '../../../core/base/l10n.ts';
import type { Detail, GivenObjection } from '../../../core/scoring/detail.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { objectionName, objectionStateName } from '../../../core/scoring/words.ts';
import { Button } from '../../kit/button.tsx';
import { Select, TextField } from '../../kit/field.tsx';
import { useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { RecordLinks } from './recordLinks.tsx';
import { useSession } from './session.ts';

interface Props {
  readonly item: Item;
  readonly detail: Detail;
  readonly me: string | undefined;
  readonly nameOf: (id: string) => string;
}

export function Objections({ item, detail, me, nameOf }: Props) {
  const session = useSession();
  return (
    <section>
      <h3>{t('Objections')}</h3>
      {detail.objections.length === 0 ? <p class="hint">{t('Nobody objects.')}</p> : null}
      {detail.objections.map((objection) => (
        <OneObjection key={objection.id} {...{ objection, me, nameOf }} />
      ))}
      <Button onClick={() => session.run('object', item.id)}>{t('Object…')}</Button>
    </section>
  );
}

function OneObjection({
  objection,
  me,
  nameOf,
}: Pick<Props, 'me' | 'nameOf'> & { readonly objection: GivenObjection }) {
  const { by, created, kind, state, words, outcome } = objection;
  return (
    <article class="card" aria-label={objectionName(kind)}>
      <div class="line-of">
        <strong>{objectionName(kind)}</strong>
        <span class={state === 'open' ? 'state waiting' : 'state'}>{objectionStateName(state)}</span>
        <span class="quiet">{[by === undefined ? [] : nameOf(by), created?.slice(0, 10) ?? []].flat().join(', ')}</span>
      </div>
      {words === '' ? null : <p>{words}</p>}
      {outcome.length === 0 ? null : (
        <p class="quiet">
          {t('What came of it:')} <RecordLinks records={outcome} />
        </p>
      )}
      {state === 'open' || state === 'validating' ? (
        <Answer objection={objection} mine={by !== undefined && by === me} />
      ) : null}
    </article>
  );
}

const answers = {
  'too-complex': ['scoped-down', 'upheld'],
  'debt-first': ['debt-scored', 'upheld'],
  'no-need': ['evidence-shown', 'validating', 'upheld'],
  other: ['upheld', 'scoped-down', 'debt-scored', 'evidence-shown', 'validating'],
} as const satisfies Record<GivenObjection['kind'], readonly GivenObjection['state'][]>;

function Answer({ objection, mine }: { readonly objection: GivenObjection; readonly mine: boolean }) {
  const form = useForm(`object:${objection.id}`);
  const choices: readonly GivenObjection['state'][] = mine
    ? [...answers[objection.kind], 'withdrawn']
    : answers[objection.kind];
  const state = choices.find((each) => each === form.typed('state')) ?? choices[0] ?? 'upheld';
  const reason = (form.typed('reason') ?? '').trim();
  const save = async (): Promise<void> => {
    const said = reason === '' ? {} : { reason };
    if (!(await form.act('answerObjection', { id: objection.id, state, ...said }))) return;
    form.discard();
    announce(t('The objection is answered: {0}.', objectionStateName(state)));
  };
  return (
    <div class="decide">
      <div class="four">
        <Select
          label={t('Outcome')}
          value={state}
          choices={choices.map((each) => ({ value: each, text: objectionStateName(each) }))}
          onInput={(value) => form.type('state', value)}
        />
        <TextField
          label={t('In words')}
          value={form.typed('reason') ?? ''}
          onInput={(value) => form.type('reason', value)}
        />
      </div>
      <div class="foot">
        <Button
          disabled={form.busy}
          label={t('Answer: {0}', objectionName(objection.kind))}
          onClick={() => void save()}
        >
          {t('Answer')}
        </Button>
      </div>
      <Problem text={form.problem} />
    </div>
  );
}
