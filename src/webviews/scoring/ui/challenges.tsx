/** Challenges of a number: their history, deciding the open ones, and making a new one with evidence. */
import { t } from '../../../core/base/l10n.ts';
import type { GivenChallenge } from '../../../core/scoring/detail.ts';
import { factorName, factors, type Guess, readGuess } from '../../../core/scoring/factors.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { factorText } from '../../../core/scoring/scoreText.ts';
import { disputedIn } from '../../../core/scoring/spread.ts';
import { challengeStateName } from '../../../core/scoring/words.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button } from '../../kit/button.tsx';
import { Check, Select, TextArea, TextField } from '../../kit/field.tsx';
import { Fields } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { type About, type ItemForm, RecordLinks, signed, useItemForm } from './about.tsx';
import { useSession } from './model/session.ts';

export function Challenges(about: About) {
  const { item, detail } = about;
  const form = useItemForm('challenge', item);
  return (
    <section>
      <h3>{t('Challenges')}</h3>
      {detail.challenges.length === 0 ? <p class="hint">{t('Nobody has challenged a number.')}</p> : null}
      {detail.challenges.map((challenge) => (
        <OneChallenge key={challenge.id} {...{ challenge, item }} />
      ))}
      {form.isOpen ? (
        <NewChallenge {...about} form={form} />
      ) : (
        <Button onClick={form.open}>{t('Challenge Estimate')}</Button>
      )}
    </section>
  );
}

interface OneProps {
  readonly challenge: GivenChallenge;
  readonly item: Item;
}

function OneChallenge({ challenge, item }: OneProps) {
  const session = useSession();
  const { by, created, factor, from, to, reason, evidence, state, resolvedBy, resolved, replies } = challenge;
  return (
    <article class="card" aria-label={t('Challenge of {0}', factorName(factor))}>
      <div class="line-of">
        <strong>
          {factorName(factor)}: {factorText(factor, from)} → {factorText(factor, to)}
        </strong>
        <span class={state === 'open' ? 'state waiting' : 'state'}>{challengeStateName(state)}</span>
        <span class="quiet">{dotted(signed(session, by, created), signed(session, resolvedBy, resolved))}</span>
      </div>
      <p>{reason}</p>
      {evidence.length === 0 ? null : (
        <p class="quiet">
          {t('Evidence:')} <RecordLinks records={evidence} />
        </p>
      )}
      {replies.map((reply, index) => (
        <p class="reply" key={index}>
          {reply.by === undefined ? null : <b>{session.nameOf(reply.by)}</b>} {reply.text}
        </p>
      ))}
      {state === 'open' ? <Decide {...{ challenge, item }} /> : null}
    </article>
  );
}

/** Accepting takes a gesture, words if one likes; rejecting takes words. */
function Decide({ challenge: { id, by, factor }, item }: OneProps) {
  const me = useSession().state.value?.me?.id;
  const form = useItemForm('decide', item, id);
  const answer = form.field('reason');
  const reason = answer.value.trim();
  const said = { id, reason: reason || undefined };
  const reject = (): void => {
    if (reason !== '') void form.save('rejectChallenge', said, t('Challenge rejected.'));
    else {
      form.type('asking', '');
      announce(t('Say why before you reject it.'));
    }
  };
  const about = factorName(factor);
  const deeds = [
    {
      text: t('Accept'),
      label: t('Accept the challenge of {0}', about),
      primary: true,
      onClick: () => void form.save('acceptChallenge', said, t('Challenge accepted.')),
    },
    { text: t('Reject'), label: t('Reject the challenge of {0}', about), onClick: reject },
    {
      text: t('Withdraw'),
      label: t('Withdraw the challenge of {0}', about),
      onClick: () => void form.save('withdrawChallenge', said, t('Challenge withdrawn.')),
    },
  ];
  const asking = form.typed('asking') !== undefined && reason === '';
  return (
    <div class="decide">
      <TextField
        label={t('Your answer')}
        problem={asking ? t('Say why before you reject it.') : undefined}
        {...answer}
      />
      <div class="foot">
        {deeds.slice(0, by !== undefined && by === me ? 3 : 2).map(({ text, ...deed }) => (
          <Button key={text} disabled={form.busy} {...deed}>
            {text}
          </Button>
        ))}
      </div>
      <Problem text={form.problem} />
    </div>
  );
}

function NewChallenge({ form, item, detail, numbers }: About & { readonly form: ItemForm }) {
  const factor = factors.find((each) => each === form.typed('factor')) ?? disputedIn(item.voices)[0] ?? 'reach';
  const from = numbers[factor];
  const typed = form.field('to');
  const { guess, problem } = readGuess(factor, typed.value);
  const to = typeof guess === 'number' ? guess : undefined;
  const because = form.field('reason');
  const reason = because.value.trim();
  const picked = (form.typed('evidence') ?? '').split('\n').filter(Boolean);
  const evidence = picked.length === 0 ? undefined : picked;
  const input = { initiative: item.id, factor, from, to, reason, evidence };
  const blocked = to === undefined || reason === '' || to === from;
  return (
    <Fields
      form={form}
      class="card"
      label={t('Challenge a number')}
      save={t('Save Challenge')}
      blocked={blocked ? t('Not saved. Enter a number and the reason.') : undefined}
      onSave={() => void form.save('challenge', input, t('Your challenge is saved.'))}
    >
      <div class="four">
        <Select
          label={t('Number')}
          choices={factors.map((each) => ({
            value: each,
            text: `${factorName(each)} (${factorText(each, numbers[each])})`,
          }))}
          {...form.field('factor')}
          value={factor}
        />
        <TextField label={t('Should be')} problem={problem ?? challengeProblem(guess, from)} {...typed} />
      </div>
      <TextArea label={t('Because')} {...because} />
      {detail.evidence.length === 0 ? null : (
        <fieldset>
          <legend>{t('Evidence for it')}</legend>
          {detail.evidence.slice(0, 12).map(({ id, title }) => (
            <Check
              key={id}
              label={title}
              checked={picked.includes(id)}
              onChange={(on) =>
                form.type('evidence', [...picked.filter((each) => each !== id), ...(on ? [id] : [])].join('\n'))
              }
            />
          ))}
        </fieldset>
      )}
    </Fields>
  );
}

function challengeProblem(to: Guess | undefined, from: number | undefined): string | undefined {
  if (to === undefined) return undefined;
  if (typeof to !== 'number') return t('A challenge names one number.');
  return to === from ? t('That is already the value.') : undefined;
}
