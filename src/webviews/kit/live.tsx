/** The one place where results are spoken: politely, after what the person is hearing. */
import { signal } from '@preact/signals';

const said = signal('');

/** Has a sentence read out by screen readers; the same one twice is read twice. */
export function announce(text: string): void {
  // A change of white space makes an equal sentence a new one.
  said.value = text === said.value ? `${text}\u00a0` : text;
}

/** The live region; drawn once on a page, and before anything is said. */
export function LiveRegion() {
  return (
    <div class="unseen" role="status" aria-live="polite">
      {said}
    </div>
  );
}
