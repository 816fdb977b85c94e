/** Challenges of a number: their history, deciding the open ones, and making a new one with evidence. */
import { t } from '../../../core/base/l10n.ts';
import type { Detail, GivenChallenge } from '../../../core/scoring/detail.ts';
import { type Factor, factorName, factors, readGuess } from '../../../core/scoring/factors.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { challengeStateName } from '../../../core/scoring/words.ts';
import { Button } from '../../kit/button.tsx';
import { Check, Select, TextArea, TextField } from '../../kit/field.tsx';
import { FormFoot, useFocusWhenOpened, useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { factorText } from './model/words.ts';
import { RecordLinks } from './recordLinks.tsx';
import { announceSaved } from './saved.ts';
import { useSession } from './session.ts';

interface Props {
  readonly item: Item;
  readonly detail: Detail;
  readonly me: string | undefined;
  readonly nameOf: (id: string) => string;
  /** The numbers the item is ranked by. */
  readonly current: (factor: Factor) => number | undefined;
}

export function Challenges({ item, detail, me, nameOf, current }: Props) {
  const form = useForm(`challenge:${item.id}`);
  const open = form.isOpen;
  return (
    <section>
      <h3>{t('Challenges')}</h3>
      {detail.challenges.length === 0 ? <p class="hint">{t('Nobody has challenged a number.')}</p> : null}
      {detail.challenges.map((challenge) => (
        <OneChallenge key={challenge.id} {...{ challenge, item, me, nameOf }} />
      ))}
      {open ? (
        <NewChallenge {...{ form, item, detail, current }} />
      ) : (
        <Button onClick={() => form.open()}>{t('Challenge a Number')}</Button>
      )}
    </section>
  );
}

interface OneProps extends Pick<Props, 'item' | 'me' | 'nameOf'> {
  readonly challenge: GivenChallenge;
}

function OneChallenge({ challenge, item, me, nameOf }: OneProps) {
  const { by, created, factor, from, to, reason, evidence, state, resolvedBy, resolved, replies } = challenge;
  const who = [by === undefined ? [] : nameOf(by), created?.slice(0, 10) ?? []].flat().join(', ');
  const decided = [resolvedBy === undefined ? [] : nameOf(resolvedBy), resolved?.slice(0, 10) ?? []].flat().join(', ');
  return (
    <article class="card" aria-label={t('Challenge of {0}', factorName(factor))}>
      <div class="line-of">
        <strong>
          {factorName(factor)}: {factorText(factor, from)} → {factorText(factor, to)}
        </strong>
        <span class={state === 'open' ? 'state waiting' : 'state'}>{challengeStateName(state)}</span>
        <span class="quiet">{decided === '' ? who : `${who} · ${decided}`}</span>
      </div>
      <p>{reason}</p>
      {evidence.length === 0 ? null : (
        <p class="quiet">
          {t('Evidence:')} <RecordLinks records={evidence} />
        </p>
      )}
      {replies.map((reply, index) => (
        <p class="reply" key={index}>
          {reply.by === undefined ? null : <b>{nameOf(reply.by)}</b>} {reply.text}
        </p>
      ))}
      {state === 'open' ? <Decide {...{ challenge, item, mine: by !== undefined && by === me }} /> : null}
    </article>
  );
}

interface DecideProps extends Pick<OneProps, 'challenge' | 'item'> {
  readonly mine: boolean;
}

/** Accepting takes a gesture, words if one likes; rejecting takes words. */
function Decide({ challenge, item, mine }: DecideProps) {
  const session = useSession();
  const form = useForm(`decide:${challenge.id}`);
  const reason = (form.typed('reason') ?? '').trim();
  const asking = form.typed('asking') !== undefined && reason === '';
  const said = reason === '' ? {} : { reason };
  const done = (words: string): void => {
    form.discard();
    announceSaved(session, item, words);
  };
  const accept = async (): Promise<void> => {
    if (await form.act('acceptChallenge', { id: challenge.id, ...said })) done(t('Challenge accepted.'));
  };
  const reject = async (): Promise<void> => {
    if (reason === '') {
      form.type('asking', '');
      return announce(t('Say why before rejecting it.'));
    }
    if (await form.act('rejectChallenge', { id: challenge.id, reason })) done(t('Challenge rejected.'));
  };
  const withdraw = async (): Promise<void> => {
    if (await form.act('withdrawChallenge', { id: challenge.id, ...said })) done(t('Challenge withdrawn.'));
  };
  const about = factorName(challenge.factor);
  return (
    <div class="decide">
      <TextField
        label={t('Your answer')}
        value={form.typed('reason') ?? ''}
        problem={asking ? t('Say why before rejecting it.') : undefined}
        onInput={(value) => form.type('reason', value)}
      />
      <div class="foot">
        <Button
          primary
          disabled={form.busy}
          label={t('Accept the challenge of {0}', about)}
          onClick={() => void accept()}
        >
          {t('Accept')}
        </Button>
        <Button disabled={form.busy} label={t('Reject the challenge of {0}', about)} onClick={() => void reject()}>
          {t('Reject')}
        </Button>
        {mine ? (
          <Button
            disabled={form.busy}
            label={t('Withdraw the challenge of {0}', about)}
            onClick={() => void withdraw()}
          >
            {t('Withdraw')}
          </Button>
        ) : null}
      </div>
      <Problem text={form.problem} />
    </div>
  );
}

interface NewProps extends Pick<Props, 'item' | 'detail' | 'current'> {
  readonly form: ReturnType<typeof useForm>;
}

function NewChallenge({ form, item, detail, current }: NewProps) {
  const around = useFocusWhenOpened(`challenge:${item.id}`);
  const session = useSession();
  const factor = factors.find((each) => each === form.typed('factor')) ?? 'reach';
  const from = current(factor);
  const typed = form.typed('to') ?? '';
  const read = readGuess(factor, typed);
  const to = 'guess' in read && typeof read.guess === 'number' ? read.guess : undefined;
  const reason = (form.typed('reason') ?? '').trim();
  const picked = (form.typed('evidence') ?? '').split('\n').filter(Boolean);
  const save = async (): Promise<void> => {
    if (to === undefined || reason === '') return announce(t('Not saved: give a number and the reason.'));
    const more = { ...(from === undefined ? {} : { from }), ...(picked.length === 0 ? {} : { evidence: picked }) };
    if (!(await form.act('challenge', { initiative: item.id, factor, to, reason, ...more }))) return;
    form.discard();
    announceSaved(session, item, t('Your challenge is saved.'));
  };
  return (
    <form class="card" ref={around} onSubmit={(event) => event.preventDefault()} aria-label={t('Challenge a number')}>
      <div class="four">
        <Select
          label={t('Number')}
          value={factor}
          choices={factors.map((each) => ({
            value: each,
            text: `${factorName(each)} (${factorText(each, current(each))})`,
          }))}
          onInput={(value) => form.type('factor', value)}
        />
        <TextField
          label={t('Should be')}
          value={typed}
          problem={challengeProblem(typed, read, to, from)}
          onInput={(value) => form.type('to', value)}
          onEnter={() => void save()}
        />
      </div>
      <TextArea
        label={t('Because')}
        value={form.typed('reason') ?? ''}
        onInput={(value) => form.type('reason', value)}
      />
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
      <FormFoot
        form={form}
        save={t('Save Challenge')}
        blocked={to === undefined || reason === '' || to === from}
        onSave={() => void save()}
      />
    </form>
  );
}

function challengeProblem(
  typed: string,
  read: ReturnType<typeof readGuess>,
  to: number | undefined,
  from: number | undefined,
): string | undefined {
  if (typed.trim() === '') return undefined;
  if ('problem' in read) return read.problem;
  if (to === undefined) return t('A challenge names one number.');
  return to === from ? t('That is the number it has.') : undefined;
}
