/** The one place where results are spoken: politely, after what the person is hearing. */
import { useEffect, useState } from 'preact/hooks';
import { Store, useStore } from './store.ts';

const said = new Store<{ readonly text: string; readonly count: number }>({ text: '', count: 0 });

/** Has a sentence read out by screen readers; the same one twice is read twice. */
export function announce(text: string): void {
  said.set({ text, count: said.value.count + 1 });
}

/** The live region; drawn once on a page, and before anything is said. */
export function LiveRegion() {
  const latest = useStore(said, (value) => value);
  const [shown, show] = useState('');
  useEffect(() => {
    // A change of white space makes an equal sentence a new one.
    show(latest.text === '' ? '' : latest.text + '\u00a0'.repeat(latest.count % 2));
  }, [latest]);
  return (
    <div class="unseen" role="status" aria-live="polite">
      {shown}
    </div>
  );
}
