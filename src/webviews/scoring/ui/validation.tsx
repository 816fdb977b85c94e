/** Planning how to find out whether customers need it, where nothing speaks for it yet. */
import { t } from '../../../core/base/l10n.ts';
import type { Detail } from '../../../core/scoring/detail.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { Button } from '../../kit/button.tsx';
import { Select, TextField } from '../../kit/field.tsx';
import { FormFoot, useFocusWhenOpened, useForm } from '../../kit/form.tsx';
import { announceSaved } from './saved.ts';
import { useSession } from './session.ts';

interface Props {
  readonly item: Item;
  readonly detail: Detail;
}

/** Drawn only where there is a problem to validate and no evidence, or somebody objects that nobody needs it. */
export function Validation({ item, detail }: Props) {
  const form = useForm(`validation:${item.id}`);
  const objection = detail.objections.find(({ kind, state }) => kind === 'no-need' && state === 'open');
  const problem = detail.problems[0];
  const wanted = item.missing.includes('evidence') || objection !== undefined || form.dirty;
  if (!problem || !wanted) return null;
  return (
    <section>
      <h3>{t('Validation')}</h3>
      <p class="hint">{t('Plan how to find out before building: {0}', problem.title)}</p>
      {!form.isOpen ? (
        <Button onClick={() => form.open()}>{t('Plan a Validation')}</Button>
      ) : (
        <Plan {...{ item, form, problem: problem.id, objection: objection?.id }} />
      )}
    </section>
  );
}

interface PlanProps extends Pick<Props, 'item'> {
  readonly form: ReturnType<typeof useForm>;
  readonly problem: string;
  readonly objection: string | undefined;
}

function Plan({ item, form, problem, objection }: PlanProps) {
  const around = useFocusWhenOpened(`validation:${item.id}`);
  const session = useSession();
  const state = session.state.value;
  const method = (form.typed('method') ?? '').trim();
  const count = (form.typed('n') ?? '').trim();
  const n = /^\d{1,6}$/.test(count) ? Number(count) : 0;
  const due = form.typed('due') ?? '';
  const owner = form.typed('owner') ?? state?.me?.id ?? '';
  const blocked = method === '' || n < 1 || due === '';
  const save = async (): Promise<void> => {
    if (blocked) return;
    const more = { ...(owner === '' ? {} : { owner }), ...(objection === undefined ? {} : { objection }) };
    if (!(await form.act('planValidation', { problem, method, n, due, ...more }))) return;
    form.discard();
    announceSaved(session, item, t('The validation is planned.'));
  };
  return (
    <form ref={around} onSubmit={(event) => event.preventDefault()} aria-label={t('Plan a validation')}>
      <div class="four">
        <TextField
          label={t('Method')}
          value={form.typed('method') ?? ''}
          hint={t('Interviews, usability test, survey, fake door …')}
          onInput={(value) => form.type('method', value)}
        />
        <TextField
          label={t('With how many')}
          value={form.typed('n') ?? ''}
          problem={count === '' || n >= 1 ? undefined : t('Give a whole number of at least 1.')}
          onInput={(value) => form.type('n', value)}
        />
        <TextField label={t('Due')} type="date" value={due} onInput={(value) => form.type('due', value)} />
        <Select
          label={t('Owner')}
          value={owner}
          choices={[
            { value: '', text: t('Nobody yet') },
            ...(state?.members ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onInput={(value) => form.type('owner', value)}
        />
      </div>
      <FormFoot form={form} save={t('Save Plan')} blocked={blocked} onSave={() => void save()} />
    </form>
  );
}
