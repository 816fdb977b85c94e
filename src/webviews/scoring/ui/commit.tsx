/** Committing to a sprint: what is missing is shown first, then why one commits anyway, then it is done. */
import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { gapText } from '../../../core/scoring/readiness.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button } from '../../kit/button.tsx';
import { Select, TextArea } from '../../kit/field.tsx';
import { useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import type { BoardState } from '../protocol.ts';
import { useSession } from './model/session.ts';

interface Props {
  /** What is to be committed. */
  readonly ids: readonly string[];
  readonly state: BoardState;
  readonly onClose: () => void;
}

/** The dialog for some items; none of them is checked any more once they are committed. */
export function CommitDialog({ ids, state, onClose }: Props) {
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useForm(session, 'commit');
  const items = session.items.value.filter(({ id }) => ids.includes(id));
  useEffect(() => dialog.current?.showModal(), []);
  const { scope, sprints } = state;
  const shown = sprints.find(({ id }) => scope.kind === 'sprint' && id === scope.id);
  const chosen = (shown ?? sprints[0])?.id;
  const sprint = form.field('sprint', chosen);
  const why = form.field('reason');
  const reason = why.value.trim();
  const lacking = items.filter(({ missing }) => missing.length > 0).length;
  const asked = lacking > 0 && reason === '' && form.typed('asked') !== undefined;
  const commit = async (): Promise<void> => {
    if (lacking > 0 && reason === '') {
      form.type('asked', '');
      dialog.current?.querySelector('textarea')?.focus();
      return announce(t('Say why you commit it although something is missing.'));
    }
    const initiatives = items.map(({ id }) => id);
    const input = { initiatives, sprint: sprint.value, reason: reason || undefined };
    if (!(await form.act('commitToSprint', input))) return;
    announce(plural(items.length, '{0} initiative is committed.', '{0} initiatives are committed.'));
    // Closed first, it gives the focus back to where it came from.
    dialog.current?.close();
    for (const id of initiatives) session.select(id, false);
  };
  return (
    <dialog ref={dialog} aria-labelledby="commit-title" onClose={onClose}>
      <h2 id="commit-title">{t('Commit to Sprint')}</h2>
      {sprints.length === 0 ? (
        <Problem text={t('There is no sprint yet. Create one first.')} />
      ) : (
        <Select
          label={t('Sprint')}
          choices={sprints.map(({ id, title, away }) => ({ value: id, text: dotted(title, away) }))}
          {...sprint}
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
          hint={t('Saved with the decision, together with what was missing.')}
          problem={asked ? t('Say why you commit it although something is missing.') : undefined}
          {...why}
        />
      )}
      <div class="foot">
        <Button primary disabled={form.busy || sprint.value === ''} onClick={() => void commit()}>
          {plural(items.length, 'Commit {0} Initiative', 'Commit {0} Initiatives')}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{t('Cancel')}</Button>
      </div>
      <Problem text={form.problem} />
    </dialog>
  );
}
