/** The bridge of debt: whom it hits, or what time it costs, so that it can stand beside features. */
import { t } from '../../../core/base/l10n.ts';
import { readGuess } from '../../../core/scoring/factors.ts';
import type { Item, Scales } from '../../../core/scoring/item.ts';
import { bridgedReach } from '../../../core/scoring/ranking.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { FormFoot, useFocusWhenOpened, useForm } from '../../kit/form.tsx';
import { announceSaved } from './saved.ts';
import { useSession } from './session.ts';

interface Props {
  readonly item: Item;
  readonly scales: Scales;
}

export function DebtBridge({ item, scales }: Props) {
  const form = useForm(`bridge:${item.id}`);
  const { bridge } = item;
  const reach = bridgedReach(item, scales);
  const open = form.isOpen || bridge === undefined;
  return (
    <section>
      <h3>{t('What the debt costs')}</h3>
      {bridge === undefined ? (
        <p class="hint">{t('Say whom it hits or what time it costs: then it ranks beside features.')}</p>
      ) : (
        <p>
          {bridge.customers === undefined
            ? t('{0} person-weeks per {1}', bridge.saved ?? '–', scales.period)
            : t('{0} {1} per {2}', scoreText(bridge.customers), scales.reachUnit, scales.period)}
          {reach === undefined || bridge.customers !== undefined
            ? ''
            : ` ${t('= {0} {1}', scoreText(reach), scales.reachUnit)}`}
          {bridge.because === undefined ? null : <span class="quiet"> {bridge.because}</span>}
        </p>
      )}
      {open ? (
        <BridgeForm {...{ item, scales, form }} />
      ) : (
        <Button onClick={() => form.open()}>{t('Change What It Costs')}</Button>
      )}
    </section>
  );
}

/** Both are counted, so what may be a reach may be either. */
function counted(text: string): { readonly value: number | undefined; readonly problem: string | undefined } {
  const read = readGuess('reach', text);
  if ('problem' in read || (read.guess !== undefined && typeof read.guess !== 'number')) {
    return { value: undefined, problem: t('Give one number of 0 or more.') };
  }
  return { value: read.guess, problem: undefined };
}

function BridgeForm({ item, scales, form }: Props & { readonly form: ReturnType<typeof useForm> }) {
  const around = useFocusWhenOpened(`bridge:${item.id}`);
  const session = useSession();
  const text = (field: 'customers' | 'saved'): string => form.typed(field) ?? String(item.bridge?.[field] ?? '');
  const [customers, saved] = [counted(text('customers')), counted(text('saved'))];
  const because = (form.typed('because') ?? item.bridge?.because ?? '').trim();
  const blocked =
    customers.problem !== undefined ||
    saved.problem !== undefined ||
    (customers.value === undefined && saved.value === undefined);
  const save = async (): Promise<void> => {
    if (blocked) return;
    const numbers = {
      ...(customers.value === undefined ? {} : { customers: customers.value }),
      ...(saved.value === undefined ? {} : { saved: saved.value }),
    };
    const why = because === '' ? {} : { because };
    if (!(await form.act('scoreDebt', { initiative: item.id, ...numbers, ...why }))) return;
    form.discard();
    announceSaved(session, item, t('Saved.'));
  };
  return (
    <form ref={around} onSubmit={(event) => event.preventDefault()} aria-label={t('What {0} costs', item.title)}>
      <div class="four">
        <TextField
          label={t('It hits this many {0} per {1}', scales.reachUnit, scales.period)}
          value={text('customers')}
          problem={customers.problem}
          onInput={(value) => form.type('customers', value)}
        />
        <TextField
          label={t('Or: paying it back saves this many person-weeks per {0}', scales.period)}
          value={text('saved')}
          problem={saved.problem}
          hint={
            scales.customersPerPersonWeek === undefined
              ? t('Counts once the team agrees on customersPerPersonWeek in because.yml.')
              : t('One counts as {0} {1}.', scales.customersPerPersonWeek, scales.reachUnit)
          }
          onInput={(value) => form.type('saved', value)}
        />
      </div>
      <TextArea
        label={t('How do we know?')}
        value={form.typed('because') ?? item.bridge?.because ?? ''}
        onInput={(value) => form.type('because', value)}
      />
      <FormFoot form={form} save={t('Save')} blocked={blocked || !form.dirty} onSave={() => void save()} />
    </form>
  );
}
