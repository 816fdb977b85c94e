/** Where a page was scrolled to, through reload and restart. */
import type { Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** Goes back to where the page was scrolled to, and remembers where it is. */
export function useKeptScroll(top: Signal<number>): void {
  useLayoutEffect(() => {
    window.scrollTo(0, top.value);
    const keep = (): void => {
      top.value = Math.round(window.scrollY);
    };
    document.addEventListener('scrollend', keep);
    return () => document.removeEventListener('scrollend', keep);
  }, [top]);
}
