/** What the window is like, as signals. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether a media query holds now. */
export function matching(query: string): ReadonlySignal<boolean> {
  const list = window.matchMedia(query);
  const holds = signal(list.matches);
  list.addEventListener('change', ({ matches }) => {
    holds.value = matches;
  });
  return holds;
}
