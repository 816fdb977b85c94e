/** Moderating a round: reveal it, start another, and write down the numbers the team agreed on. */
import { plural, t } from '../../../core/base/l10n.ts';
import { factorName, factors, readGuess } from '../../../core/scoring/factors.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { bridgedReach } from '../../../core/scoring/ranking.ts';
import { isBlind } from '../../../core/scoring/readiness.ts';
import { spreadOf } from '../../../core/scoring/spread.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { Fields } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { useActing } from '../../kit/work.ts';
import { type About, type ItemForm, signed, useItemForm } from './about.tsx';
import { type Session, useSession } from './model/session.ts';

export function Agree({ item, state }: About) {
  const session = useSession();
  const round = useActing(session);
  const form = useItemForm('agree', item);
  const { number, given, revealed } = item.round;
  const inRound = async (action: 'revealRound' | 'startRound', words: string): Promise<void> => {
    if (await round.act(action, { initiative: item.id })) announce(words);
  };
  const agreedAll = factors.every((factor) => item.agreed[factor] !== undefined);
  return (
    <section>
      <h3>{t('Agreed score')}</h3>
      <p class="hint">{agreedText(item, session)}</p>
      <div class="foot">
        {revealed || given === 0 ? null : (
          <Button disabled={round.busy} onClick={() => void inRound('revealRound', t('The round is revealed.'))}>
            {plural(given, 'Reveal {0} Estimate', 'Reveal {0} Estimates')}
          </Button>
        )}
        {given === 0 ? null : (
          <Button disabled={round.busy} onClick={() => void inRound('startRound', t('A new round has started.'))}>
            {t('Start Round {0}', number + 1)}
          </Button>
        )}
        {form.isOpen ? null : (
          <Button onClick={form.open}>{agreedAll ? t('Change Agreed Score') : t('Set Agreed Score')}</Button>
        )}
      </div>
      <Problem text={round.problem} />
      {form.isOpen ? <AgreeForm {...{ item, state, form }} /> : null}
    </section>
  );
}

function agreedText({ agreedOn, agreedBy, agreed, round }: Item, session: Session): string {
  const count = factors.filter((factor) => agreed[factor] !== undefined).length;
  if (count === 0) return t('No agreed score yet. The ranking uses the median of the visible estimates.');
  const what =
    count === 4
      ? t('All four numbers are agreed')
      : plural(count, '{0} of 4 numbers is agreed', '{0} of 4 numbers are agreed');
  const who = signed(session, agreedBy, agreedOn);
  const again = round.number > 1 && !round.revealed ? ` ${t('Round {0} is open.', round.number)}` : '';
  return who === '' ? `${what}.${again}` : `${what} (${who}).${again}`;
}

/** Four numbers, prefilled with what was agreed, else with the medians one may see. */
function AgreeForm({ item, state, form }: Pick<About, 'item' | 'state'> & { readonly form: ItemForm }) {
  const voices = isBlind(item) ? [] : item.voices;
  const fields = factors.map((factor) => {
    const bridged = factor === 'reach' ? bridgedReach(item, state.scales) : undefined;
    const field = form.field(factor, String(item.agreed[factor] ?? bridged ?? spreadOf(factor, voices).median ?? ''));
    const { guess, problem } = readGuess(factor, field.value);
    const many = guess === undefined || typeof guess === 'number' ? undefined : t('Enter one number.');
    return { factor, field, guess, problem: problem ?? many };
  });
  const numbers = fields.filter(({ guess }) => typeof guess === 'number');
  const blocked = numbers.length === 0 || fields.some(({ problem }) => problem !== undefined);
  const input = Object.fromEntries(numbers.map(({ factor, guess }) => [factor, guess]));
  return (
    <Fields
      form={form}
      label={t('Agreed score of {0}', item.title)}
      save={t('Save Agreed Score')}
      blocked={blocked ? t('Not saved. Correct the fields with a message.') : undefined}
      onSave={() => void form.save('agreeScore', { initiative: item.id, ...input }, t('Agreed.'))}
    >
      <div class="four">
        {fields.map(({ factor, field, problem }) => (
          <TextField key={factor} label={factorName(factor)} problem={problem} {...field} />
        ))}
      </div>
    </Fields>
  );
}
