/** Planning how to find out whether customers need it, where nothing speaks for it yet. */
import { t } from '../../../core/base/l10n.ts';
import { Button } from '../../kit/button.tsx';
import { Select, TextField } from '../../kit/field.tsx';
import { Fields } from '../../kit/form.tsx';
import { type About, type ItemForm, useItemForm } from './about.tsx';

/** Drawn only where there is a problem to validate and no evidence, or somebody objects that nobody needs it. */
export function Validation({ item, detail, state }: About) {
  const form = useItemForm('validation', item);
  const objection = detail.objections.find(({ kind, state }) => kind === 'no-need' && state === 'open');
  const problem = detail.problems[0];
  const wanted = item.missing.includes('evidence') || objection !== undefined || form.dirty;
  if (!problem || !wanted) return null;
  const about = { problem: problem.id, objection: objection?.id };
  return (
    <section>
      <h3>{t('Validation')}</h3>
      <p class="hint">{t('Plan how to find out before building: {0}', problem.title)}</p>
      {form.isOpen ? (
        <Plan {...{ form, about, state }} />
      ) : (
        <Button onClick={form.open}>{t('Plan a Validation')}</Button>
      )}
    </section>
  );
}

/** What is planned is about the problem, and the objection that asks for it. */
function Plan({ form, about, state }: Pick<About, 'state'> & { readonly form: ItemForm; readonly about: object }) {
  const [method, count, due] = [form.field('method'), form.field('n'), form.field('due')];
  const owner = form.field('owner', state.me?.id);
  const typed = count.value.trim();
  const n = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  const input = { ...about, method: method.value.trim(), n, due: due.value, owner: owner.value || undefined };
  const blocked = input.method === '' || n < 1 || input.due === '';
  return (
    <Fields
      form={form}
      label={t('Plan a validation')}
      save={t('Save Plan')}
      blocked={blocked ? t('Not saved. Enter a method, a number and a day.') : undefined}
      onSave={() => void form.save('planValidation', input, t('The validation is planned.'))}
    >
      <div class="four">
        <TextField label={t('Method')} hint={t('Interviews, usability test, survey, fake door …')} {...method} />
        <TextField
          label={t('How many')}
          problem={typed === '' || n >= 1 ? undefined : t('Enter a whole number of at least 1.')}
          {...count}
        />
        <TextField label={t('Due')} type="date" {...due} />
        <Select
          label={t('Owner')}
          choices={[
            { value: '', text: t('Nobody yet') },
            ...state.members.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          {...owner}
        />
      </div>
    </Fields>
  );
}
