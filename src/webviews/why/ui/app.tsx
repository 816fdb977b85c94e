/** The why page: a line to go from initiative to initiative, the story of one, and in a walk-through who says what of it. */
import { useEffect } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import type { Story } from '../../../core/story/told.ts';
import { Empty } from '../../kit/notice.tsx';
import type { WhyState } from '../protocol.ts';
import { isInField } from './keys.ts';
import { MinutesOf } from './minutes.tsx';
import { useSession } from './session.ts';
import { StoryOf } from './story.tsx';
import { Top } from './top.tsx';
import { Said, Voices } from './voices.tsx';

export function App() {
  const session = useSession();
  const state = session.state.value;
  useEffect(() => void session.start(), [session]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => stepByKey(event, (by) => session.step(by));
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [session]);
  if (!state) return <Empty trouble={session.trouble.value} onRetry={() => void session.start()} />;
  return (
    <main>
      <Top {...state} />
      <Shown {...state} />
    </main>
  );
}

function Shown({ story, walk, minutes }: WhyState) {
  if (minutes) return <MinutesOf minutes={minutes} />;
  if (!story) {
    const none = walk
      ? t('There is no initiative to go through.')
      : t('There is no initiative yet. Create one in the Sprint view.');
    return <p class="empty">{none}</p>;
  }
  return (
    <>
      {walk ? <Said id={story.id} walk={walk} /> : null}
      <StoryOf key={story.id} story={walk ? withoutWords(story) : story} />
      {walk ? <Voices key={`${story.id} voices`} id={story.id} walk={walk} /> : null}
    </>
  );
}

/** What each said stands above the story already. */
const withoutWords = (story: Story): Story => ({
  ...story,
  sections: story.sections.filter(({ name }) => name !== 'acks'),
});

/** Alt with an arrow goes on and back, as it goes through a history elsewhere. */
function stepByKey(event: KeyboardEvent, step: (by: number) => void): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  // In a field, it goes from word to word on some systems.
  if (by === undefined || !event.altKey || isInField(event)) return;
  event.preventDefault();
  step(by);
}
