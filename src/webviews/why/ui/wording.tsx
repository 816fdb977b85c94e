/** What could be said better about a piece of the story, beside it: why, an example, and two ways on; quietly what was dismissed. */
import { t } from '../../../core/base/l10n.ts';
import type { StoryWording } from '../../../core/story/told.ts';
import { LinkButton } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { Fields, useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { useSession } from './session.ts';

export function Wording({ all }: { readonly all: readonly StoryWording[] }) {
  if (all.length === 0) return null;
  return (
    <ul class="plain wording" aria-label={t('Wording')}>
      {all.map((one) => (
        <li key={`${one.id} ${one.check} ${one.nth} ${one.words}`}>
          {one.dismissed === undefined ? <Advice {...one} /> : <Dismissed {...one} />}
        </li>
      ))}
    </ul>
  );
}

function Advice(one: StoryWording) {
  const { id, check, nth, words, says, example, hasRewrite } = one;
  const session = useSession();
  const form = useForm(session, `dismiss ${id} ${check} ${nth}`);
  return (
    <>
      <p>
        <span class="flag">
          <span aria-hidden="true">✎ </span>
        </span>
        <q>{words}</q> {says}
      </p>
      <p class="quiet">{t('For example: “{0}”', example)}</p>
      <p class="do">
        <LinkButton onClick={() => session.run('rewriteWords', id, { id, check, nth })}>
          {hasRewrite ? t('Rewrite') : t('Show in Record')}
        </LinkButton>
        {form.isOpen ? null : <LinkButton onClick={form.open}>{t('Dismiss…')}</LinkButton>}
      </p>
      {form.isOpen ? <Reason {...one} /> : null}
    </>
  );
}

/** Advice goes with a reason alone, which others read in the record. */
function Reason({ id, check, nth }: StoryWording) {
  const session = useSession();
  const form = useForm(session, `dismiss ${id} ${check} ${nth}`);
  const reason = form.field('reason');
  const isEmpty = reason.value.trim() === '';
  const save = async (): Promise<void> => {
    const done = await form.act('dismiss', { id, check, reason: reason.value });
    if (done) announce(t('Dismissed.'));
  };
  return (
    <Fields
      form={form}
      label={t('Dismiss Advice')}
      save={t('Dismiss')}
      onSave={() => void save()}
      blocked={isEmpty ? t('Say why the advice does not apply here.') : undefined}
    >
      <TextField label={t('Why does it not apply here? Your reason is saved in the record.')} {...reason} />
    </Fields>
  );
}

function Dismissed({ id, words, dismissed, check }: StoryWording) {
  const session = useSession();
  const said = dismissed === '' ? t('Dismissed: {0}.', check) : t('Dismissed: {0}. {1}', check, dismissed ?? '');
  return (
    <p class="quiet dismissed">
      <q>{words}</q> <LinkButton onClick={() => session.run('openRecordToSide', id)}>{said}</LinkButton>
    </p>
  );
}
