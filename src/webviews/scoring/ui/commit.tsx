/** Committing to a sprint: what is missing is shown first, then why one commits anyway, then it is done. */
import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { gapText } from '../../../core/scoring/readiness.ts';
import { Button } from '../../kit/button.tsx';
import { Select, TextArea } from '../../kit/field.tsx';
import { useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import type { BoardState } from '../protocol.ts';

interface Props {
  readonly items: readonly Item[];
  readonly state: BoardState;
  /** `done` is false when the person turned away. */
  readonly onClose: (done: boolean) => void;
}

export function CommitDialog({ items, state, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useForm('commit');
  const done = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  const chosen = state.scope.kind === 'sprint' ? state.scope.id : state.sprints[0]?.id;
  const sprint = form.typed('sprint') ?? chosen ?? '';
  const reason = (form.typed('reason') ?? '').trim();
  const lacking = items.filter(({ missing }) => missing.length > 0).length;
  const asked = lacking > 0 && reason === '' && form.typed('asked') !== undefined;
  const commit = async (): Promise<void> => {
    if (lacking > 0 && reason === '') {
      form.type('asked', '');
      dialog.current?.querySelector('textarea')?.focus();
      return announce(t('Say why you commit although something is missing.'));
    }
    const initiatives = items.map(({ id }) => id);
    const said = reason === '' ? {} : { reason };
    if (!(await form.act('commitToSprint', { initiatives, sprint, ...said }))) return;
    form.discard();
    announce(plural(items.length, '{0} initiative is committed.', '{0} initiatives are committed.'));
    done.current = true;
    // Closed first, it gives the focus back to where it came from.
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="commit-title" onClose={() => onClose(done.current)}>
      <h2 id="commit-title">{t('Commit to Sprint')}</h2>
      {state.sprints.length === 0 ? (
        <p class="problem">⚠ {t('There is no sprint yet. Make one first.')}</p>
      ) : (
        <Select
          label={t('Sprint')}
          value={sprint}
          choices={state.sprints.map(({ id, title }) => ({ value: id, text: title }))}
          onInput={(value) => form.type('sprint', value)}
        />
      )}
      <ul class="plain commitments">
        {items.map((item) => (
          <li key={item.id}>
            <strong>{item.title}</strong>
            {item.missing.length === 0 ? (
              <div>
                <span class="tick">✓</span> {t('Nothing is missing.')}
              </div>
            ) : (
              <ul>
                {item.missing.map((gap) => (
                  <li key={gap}>{gapText(gap)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {lacking === 0 ? null : (
        <TextArea
          label={t('Why commit although something is missing?')}
          hint={t('It is recorded with the decision, beside what was missing.')}
          problem={asked ? t('Say why you commit although something is missing.') : undefined}
          value={form.typed('reason') ?? ''}
          onInput={(value) => form.type('reason', value)}
        />
      )}
      <div class="foot">
        <Button primary disabled={form.busy || sprint === ''} onClick={() => void commit()}>
          {plural(items.length, 'Commit {0} Initiative', 'Commit {0} Initiatives')}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{t('Cancel')}</Button>
      </div>
      <Problem text={form.problem} />
    </dialog>
  );
}
