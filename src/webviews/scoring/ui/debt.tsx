/** The bridge of debt: whom it hits, or what time it costs, so that it can stand beside features. */
import { t } from '../../../core/base/l10n.ts';
import { readGuess } from '../../../core/scoring/factors.ts';
import { bridgedReach } from '../../../core/scoring/ranking.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { Fields } from '../../kit/form.tsx';
import { type About, type ItemForm, useItemForm } from './about.tsx';

export function DebtBridge({ item, state }: About) {
  const form = useItemForm('bridge', item);
  const { bridge } = item;
  const reach = bridgedReach(item, state.scales);
  const open = form.isOpen || bridge === undefined;
  return (
    <section>
      <h3>{t('What the debt costs')}</h3>
      {bridge === undefined ? (
        <p class="hint">{t('Say who it affects or how much time it costs, and it ranks beside features.')}</p>
      ) : (
        <p>
          {bridge.customers === undefined
            ? t('{0} person-weeks per {1}', bridge.saved ?? '–', state.scales.period)
            : t('{0} {1} per {2}', scoreText(bridge.customers), state.scales.reachUnit, state.scales.period)}
          {reach === undefined || bridge.customers !== undefined
            ? ''
            : ` ${t('= {0} {1}', scoreText(reach), state.scales.reachUnit)}`}
          {bridge.because === undefined ? null : <span class="quiet"> {bridge.because}</span>}
        </p>
      )}
      {open ? (
        <BridgeForm {...{ item, state, form }} />
      ) : (
        <Button onClick={form.open}>{t('Change What It Costs')}</Button>
      )}
    </section>
  );
}

/** Both are counted, so what may be a reach may be either. */
function counted(text: string) {
  const { guess, problem } = readGuess('reach', text);
  const value = typeof guess === 'number' ? guess : undefined;
  return { value, problem: problem !== undefined || guess !== value ? t('Enter one number of 0 or more.') : undefined };
}

function BridgeForm({ item, state, form }: Pick<About, 'item' | 'state'> & { readonly form: ItemForm }) {
  const { reachUnit, period, customersPerPersonWeek } = state.scales;
  const field = (name: 'customers' | 'saved' | 'because') => form.field(name, String(item.bridge?.[name] ?? ''));
  const because = field('because').value.trim();
  const [customers, saved] = [counted(field('customers').value), counted(field('saved').value)];
  const wrong = customers.problem ?? saved.problem;
  const blocked = wrong !== undefined || (customers.value ?? saved.value) === undefined || !form.dirty;
  const input = { customers: customers.value, saved: saved.value, because: because || undefined };
  return (
    <Fields
      form={form}
      label={t('What {0} costs', item.title)}
      save={t('Save')}
      blocked={blocked ? (wrong ?? t('Not saved. Enter one of the two numbers.')) : undefined}
      onSave={() => void form.save('scoreDebt', { initiative: item.id, ...input }, t('Saved.'))}
    >
      <div class="four">
        <TextField
          label={t('How many {0} it affects per {1}', reachUnit, period)}
          problem={customers.problem}
          {...field('customers')}
        />
        <TextField
          label={t('Or how many person-weeks fixing it would save per {0}', period)}
          problem={saved.problem}
          hint={
            customersPerPersonWeek === undefined
              ? t('Counts once because.yml has customersPerPersonWeek.')
              : t('A person-week counts as {0} {1}.', customersPerPersonWeek, reachUnit)
          }
          {...field('saved')}
        />
      </div>
      <TextArea label={t('How do you know?')} {...field('because')} />
    </Fields>
  );
}
