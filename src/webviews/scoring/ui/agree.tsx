/** Moderating a round: reveal it, start another, and write down the numbers the team agreed on. */
import { plural, t } from '../../../core/base/l10n.ts';
import { factorName, factors, readGuess } from '../../../core/scoring/factors.ts';
import type { Item, Scales } from '../../../core/scoring/item.ts';
import { bridgedReach } from '../../../core/scoring/ranking.ts';
import { isBlind } from '../../../core/scoring/readiness.ts';
import { spreadOf } from '../../../core/scoring/spread.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { FormFoot, useFocusWhenOpened, useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { useActing } from '../../kit/work.ts';
import { announceSaved } from './saved.ts';
import { useSession } from './session.ts';

interface Props {
  readonly item: Item;
  readonly scales: Scales;
  readonly nameOf: (id: string) => string;
}

export function Agree({ item, scales, nameOf }: Props) {
  const round = useActing();
  const session = useSession();
  const form = useForm(`agree:${item.id}`);
  const open = form.isOpen;
  const inRound = async (action: 'revealRound' | 'startRound', words: string): Promise<void> => {
    if (await round.act(action, { initiative: item.id })) announce(words);
  };
  const agreedAll = factors.every((factor) => item.agreed[factor] !== undefined);
  return (
    <section>
      <h3>{t('Agree')}</h3>
      <p class="hint">{agreedText(item, nameOf)}</p>
      <div class="foot">
        {item.round.revealed || item.round.given === 0 ? null : (
          <Button disabled={round.busy} onClick={() => void inRound('revealRound', t('The round is revealed.'))}>
            {plural(item.round.given, 'Reveal {0} Estimate', 'Reveal {0} Estimates')}
          </Button>
        )}
        {item.round.given === 0 ? null : (
          <Button disabled={round.busy} onClick={() => void inRound('startRound', t('A new round is open.'))}>
            {t('Start Round {0}', item.round.number + 1)}
          </Button>
        )}
        {open ? null : (
          <Button onClick={() => form.open()}>{agreedAll ? t('Change Agreed Numbers') : t('Agree Numbers')}</Button>
        )}
      </div>
      <Problem text={round.problem} />
      {open ? <AgreeForm {...{ item, scales, form }} onSaved={(words) => announceSaved(session, item, words)} /> : null}
    </section>
  );
}

function agreedText({ agreedOn, agreedBy, agreed, round }: Item, nameOf: Props['nameOf']): string {
  const count = factors.filter((factor) => agreed[factor] !== undefined).length;
  if (count === 0) return t('No number is agreed yet: the ranking takes the medians one may see.');
  const what = count === 4 ? t('All four are agreed') : plural(count, '{0} of 4 is agreed', '{0} of 4 are agreed');
  const when = [agreedOn ?? [], agreedBy === undefined ? [] : nameOf(agreedBy)].flat().join(', ');
  const again = round.number > 1 && !round.revealed ? ` ${t('Round {0} is open.', round.number)}` : '';
  return when === '' ? `${what}.${again}` : `${what} (${when}).${again}`;
}

interface FormProps extends Pick<Props, 'item' | 'scales'> {
  readonly form: ReturnType<typeof useForm>;
  readonly onSaved: (words: string) => void;
}

/** Four numbers, prefilled with what was agreed, else with the medians one may see. */
function AgreeForm({ item, scales, form, onSaved }: FormProps) {
  const around = useFocusWhenOpened(`agree:${item.id}`);
  const voices = isBlind(item) ? [] : item.voices;
  const fields = factors.map((factor) => {
    const bridged = factor === 'reach' ? bridgedReach(item, scales) : undefined;
    const known = item.agreed[factor] ?? bridged ?? spreadOf(factor, voices).median;
    const text = form.typed(factor) ?? (known === undefined ? '' : String(known));
    const read = readGuess(factor, text);
    const guess = 'guess' in read ? read.guess : undefined;
    const problem =
      'problem' in read
        ? read.problem
        : guess === undefined || typeof guess === 'number'
          ? undefined
          : t('An agreed number is one number.');
    return { factor, text, guess, problem };
  });
  const numbers = fields.filter(({ guess }) => typeof guess === 'number');
  const blocked = numbers.length === 0 || fields.some(({ problem }) => problem !== undefined);
  const save = async (): Promise<void> => {
    if (blocked) return;
    const input = Object.fromEntries(numbers.map(({ factor, guess }) => [factor, guess]));
    if (!(await form.act('agreeScore', { initiative: item.id, ...input }))) return;
    form.discard();
    onSaved(t('Agreed.'));
  };
  return (
    <form ref={around} onSubmit={(event) => event.preventDefault()} aria-label={t('Agreed numbers of {0}', item.title)}>
      <div class="four">
        {fields.map(({ factor, text, problem }) => (
          <TextField
            key={factor}
            label={factorName(factor)}
            value={text}
            problem={problem}
            onInput={(value) => form.type(factor, value)}
            onEnter={() => void save()}
          />
        ))}
      </div>
      <FormFoot form={form} save={t('Save Agreed Numbers')} blocked={blocked} onSave={() => void save()} />
    </form>
  );
}
