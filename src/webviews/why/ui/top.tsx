/** The line above the page: where one is, how to go on, and in a walk-through how long one has talked. */
import { useEffect } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import { tallyWords } from '../../../core/story/walkWords.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button } from '../../kit/button.tsx';
import type { WhyState } from '../protocol.ts';
import { clockWords, counted, switched } from './clock.ts';
import { useSession } from './session.ts';

/** How often the clock is drawn, in milliseconds. */
const TICK = 1000;

export function Top({ list, story, walk, minutes }: WhyState) {
  const session = useSession();
  if (!story && !walk) return null;
  const count = list.items.length;
  const at = minutes ? count : list.items.findIndex(({ id }) => id === story?.id);
  const place = at < 0 || minutes ? list.label : t('{0}: {1} of {2}', list.label, at + 1, count);
  const isLast = at === count - 1;
  return (
    <nav class="top" aria-label={t('Initiatives')}>
      <span class="quiet">{dotted(place, walk && story && tallyWords(walk.tally))}</span>
      {walk && story ? <Timer id={story.id} /> : null}
      <Button disabled={at <= 0} onClick={() => session.step(-1)}>
        {t('Previous')}
      </Button>
      {minutes ? null : (
        <Button primary={walk !== undefined} disabled={at < 0 || (isLast && !walk)} onClick={() => session.step(1)}>
          {walk && isLast ? t('Finish') : t('Next')}
        </Button>
      )}
      {walk && !minutes ? null : (
        <Button primary={minutes !== undefined} onClick={() => void session.copy()}>
          {minutes ? t('Copy Minutes') : t('Copy as Markdown')}
        </Button>
      )}
      {walk ? (
        <Button label={t('End Walk-Through')} onClick={() => void session.walk('out')}>
          {t('End')}
        </Button>
      ) : (
        <Button onClick={() => void session.walk('start')}>{t('Walk Through')}</Button>
      )}
    </nav>
  );
}

/** The time is drawn and not spoken: it would talk into what people say. */
function Timer({ id }: { readonly id: string }) {
  const { clock } = useSession();
  const { until, spent } = clock.value;
  const runs = until !== undefined;
  useEffect(() => {
    if (!runs) return undefined;
    const count = (): void => {
      clock.value = counted(clock.value, id, Date.now());
    };
    const ticking = setInterval(() => {
      if (!document.hidden) count();
    }, TICK);
    return () => {
      clearInterval(ticking);
      // What was talked about until now goes to this one, and not to the next.
      count();
    };
  }, [runs, id, clock]);
  return (
    <span class="timer">
      {runs || spent[id] !== undefined ? (
        <span role="timer" aria-live="off">
          {clockWords(spent[id] ?? 0)}
        </span>
      ) : null}
      <Button
        onClick={() => {
          clock.value = switched(clock.value, id, Date.now());
        }}
      >
        {runs ? t('Stop Timer') : t('Start Timer')}
      </Button>
    </span>
  );
}
