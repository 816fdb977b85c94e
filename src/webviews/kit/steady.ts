/** Keeps what a person is doing where it is while the page changes around them: the focus, and what they look at. */
import { signal } from '@preact/signals';
import type { Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { setting } from './kept.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (element: Element | null): element is Field =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');

/** Gives the focus back to what had it, caret included, where moving a row in the page took it away. */
export function useKeptFocus(within: RefObject<HTMLElement>): void {
  const active = document.activeElement;
  const had = active instanceof HTMLElement && within.current?.contains(active) ? active : undefined;
  const caret = isField(active) ? [active.selectionStart, active.selectionEnd] : undefined;
  useLayoutEffect(() => {
    if (!had?.isConnected || document.activeElement === had) return;
    had.focus({ preventScroll: true });
    if (isField(had) && caret) had.setSelectionRange(caret[0] ?? null, caret[1] ?? null);
  });
}

/**
 * When what had the focus is taken away (the button of a challenge that is settled now), gives the focus to what is left of its
 * section, else to the row: nobody should have to begin at the top of the page again.
 */
export function useRescuedFocus(within: RefObject<HTMLElement>): void {
  useEffect(() => {
    const table = within.current;
    if (!table) return undefined;
    let last:
      | { readonly element: Element; readonly section: Element | null; readonly line: Element | null }
      | undefined;
    const remember = ({ target }: FocusEvent): void => {
      const element = target as Element;
      last = { element, section: element.closest('section'), line: element.closest('[data-key]') };
    };
    const observer = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const left = [last.section, last.line].find((place) => place?.isConnected);
      left?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
    });
    table.addEventListener('focusin', remember);
    observer.observe(table, { childList: true, subtree: true });
    return () => {
      table.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [within]);
}

/**
 * When new data moves the lines, scrolls along with the line the person is in, else with the one at the top of the window.
 * What they do themselves (sorting, filtering) scrolls nothing.
 */
export function useAnchoredScroll(
  body: RefObject<HTMLElement>,
  list: Virtualizer<Window, HTMLElement>,
  keys: readonly string[],
  revision: number,
): void {
  const before = useRef({ revision, keys });
  const changed = before.current.revision !== revision && before.current.keys !== keys;
  const anchor = changed ? anchorIn(body.current) : undefined;
  before.current = { revision, keys };
  useLayoutEffect(() => {
    if (!anchor) return;
    const index = keys.indexOf(anchor.key);
    const start = list.measurementsCache[index]?.start;
    if (start === undefined) return;
    const now = start - window.scrollY;
    if (Math.abs(now - anchor.top) >= 1) window.scrollBy(0, now - anchor.top);
  });
}

/** The line to stay with and where it is in the window: the one with the focus, if it can be seen, else the first that can. */
function anchorIn(body: HTMLElement | null): { readonly key: string; readonly top: number } | undefined {
  // At the very top there is nothing above that could push: one sees the best ones, whichever they now are.
  if (!body || window.scrollY === 0) return undefined;
  const lines = [...body.querySelectorAll<HTMLElement>(':scope > [data-key]')].map((line) => {
    const { top, bottom } = line.getBoundingClientRect();
    return { line, top, bottom };
  });
  const seen = lines.filter(({ top, bottom }) => bottom > 0 && top < window.innerHeight);
  const own = seen.find(({ line }) => line.contains(document.activeElement));
  const { line, top } = own ?? seen.sort((a, b) => a.top - b.top)[0] ?? {};
  return line?.dataset.key === undefined || top === undefined ? undefined : { key: line.dataset.key, top };
}

/** Whether the page is being printed: then all of it is drawn. */
export const printing = signal(false);

window.addEventListener('beforeprint', () => setting(printing)(true));
window.addEventListener('afterprint', () => setting(printing)(false));
