/** The why page: a line to go from initiative to initiative, and the story of one. */
import { useEffect } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/notice.tsx';
import type { WhyState } from '../protocol.ts';
import { useSession } from './session.ts';
import { StoryOf } from './story.tsx';

export function App() {
  const session = useSession();
  const state = session.state.value;
  useEffect(() => void session.start(), [session]);
  if (!state) return <Empty trouble={session.trouble.value} onRetry={() => void session.start()} />;
  return (
    <main onKeyDown={(event) => stepByKey(event, session.step.bind(session))}>
      <Top {...state} />
      {state.story ? (
        <StoryOf key={state.story.id} story={state.story} />
      ) : (
        <p class="empty">{t('There is no initiative yet. Make one in the Sprint view.')}</p>
      )}
    </main>
  );
}

/** Alt with an arrow goes on and back, as it goes through a history elsewhere. */
function stepByKey(event: KeyboardEvent, step: (by: number) => void): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined || !event.altKey) return;
  event.preventDefault();
  step(by);
}

function Top({ list, story }: WhyState) {
  const session = useSession();
  if (!story) return null;
  const at = list.items.findIndex(({ id }) => id === story.id);
  return (
    <nav class="top" aria-label={t('Initiatives')}>
      <span class="quiet">{at < 0 ? list.label : t('{0}: {1} of {2}', list.label, at + 1, list.items.length)}</span>
      <Button disabled={at <= 0} onClick={() => session.step(-1)}>
        {t('Previous')}
      </Button>
      <Button disabled={at < 0 || at === list.items.length - 1} onClick={() => session.step(1)}>
        {t('Next')}
      </Button>
      <Button onClick={() => void session.copy()}>{t('Copy as Markdown')}</Button>
    </nav>
  );
}
