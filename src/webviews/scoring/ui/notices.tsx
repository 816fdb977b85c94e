/** What a person should know before they trust the ranking: who they are, what cannot be read, what was left behind. */
import { plural, t } from '../../../core/base/l10n.ts';
import { Button } from '../../kit/button.tsx';
import { announce } from '../../kit/live.tsx';
import { setDraft } from '../../kit/work.ts';
import type { BoardState } from '../protocol.ts';
import { useSession } from './model/session.ts';

export function Notices({ state }: { readonly state: BoardState }) {
  const session = useSession();
  return (
    <>
      {state.me === undefined ? (
        <section class="notice">
          <p>
            {state.members.length === 0
              ? t('The team has no members yet. Add them to because.yml, then set your identity to estimate.')
              : t('Because does not know who you are. Choose your name to estimate and to see the others’ numbers.')}
          </p>
          {state.members.length === 0 ? null : (
            <Button onClick={() => session.run('chooseMe')}>{t('Set My Identity…')}</Button>
          )}
        </section>
      ) : null}
      {state.troubles.length === 0 ? null : (
        <details class="notice">
          <summary>
            <span aria-hidden="true">⚠ </span>
            {plural(
              state.troubles.length,
              '{0} file with scores cannot be read, and does not count until it is fixed.',
              '{0} files with scores cannot be read, and do not count until they are fixed.',
            )}
          </summary>
          <ul class="plain">
            {state.troubles.map(({ path, id, message }) => (
              <li key={path}>
                <code>{path}</code> {message}{' '}
                {id === undefined ? null : (
                  <Button label={t('Open {0}', path)} onClick={() => session.run('openRecord', id)}>
                    {t('Open')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Nothing to rank, and what to do about it. */
export function NoItems({ filtered }: { readonly filtered: boolean }) {
  const session = useSession();
  return (
    <div class="empty">
      {filtered ? (
        <>
          <p>{t('No initiative matches the filters.')}</p>
          <Button onClick={() => session.clearFilters()}>{t('Clear Filters')}</Button>
        </>
      ) : (
        <p>{t('There is no initiative here. Show another sprint or quarter, or add initiatives to this one.')}</p>
      )}
    </div>
  );
}

/** The forms about one item carry its id behind a colon. */
const itemForms = /^(?:estimate|challenge|agree|bridge|slices|validation):(.+)$/;

/** What was typed about items that have gone from the board meanwhile: nothing typed is lost without asking. */
export function LostDrafts() {
  const session = useSession();
  const drafts = session.drafts.value;
  const here = new Set(session.items.value.map(({ id }) => id));
  const lost = session.page.open.value
    .filter((id) => !here.has(id))
    .flatMap((id) => {
      const forms = Object.keys(drafts).filter((form) => itemForms.exec(form)?.[1] === id);
      const text = forms
        .flatMap((form) => Object.entries(drafts[form] ?? {}))
        .filter(([field, value]) => field !== 'open' && value !== '');
      return text.length === 0
        ? []
        : [{ id, forms, text: text.map(([field, value]) => `${field}: ${value}`).join('\n') }];
    });
  return (
    <>
      {lost.map(({ id, forms, text }) => (
        <section class="notice" key={id} aria-label={t('What you typed about {0}', id)}>
          <p>{t('{0} is no longer on this board. What you typed about it is kept:', id)}</p>
          <pre>{text}</pre>
          <div class="foot">
            <Button
              onClick={() => {
                const copied = session.channel.request('copy', { text }).then(() => t('Copied.'));
                void copied.catch(() => t('Could not copy it.')).then(announce);
              }}
            >
              {t('Copy')}
            </Button>
            <Button
              onClick={() => {
                for (const form of forms) setDraft(session, form, undefined);
                session.toggle(id, false);
              }}
            >
              {t('Discard')}
            </Button>
          </div>
        </section>
      ))}
    </>
  );
}
