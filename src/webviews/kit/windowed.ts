/** Draws only the lines of a long list that are near the window, while the page scrolls as one. */
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

interface Options {
  readonly keys: readonly string[];
  readonly body: RefObject<HTMLElement>;
  /** How high a line probably is, in CSS pixels, before it is drawn. */
  readonly guess: (index: number) => number;
  /** What is drawn wherever it is, so that it keeps the focus. */
  readonly kept: string | undefined;
  /** How much of the window's top is covered by what sticks there. */
  readonly covered: number;
  /** About how far below the top of the page the lines begin, in CSS pixels, before that is measured. */
  readonly above: number;
}

/** Lines that are drawn above and below the window, so that scrolling finds them there. */
const SPARE = 4;

/** The lines to draw now, in their order, and how high all are together. */
export function useWindowed({ keys, body, guess, kept, covered, above }: Options) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const margin = useOffsetTop(body, above);
  // What cannot be seen yet keeps nobody waiting for the first picture.
  const spare = useRef(0);
  useEffect(() => {
    spare.current = SPARE;
    redraw(undefined);
  }, []);
  const keptIndex = kept === undefined ? -1 : keys.indexOf(kept);
  const made = useRef<Virtualizer<Window, HTMLElement>>();
  const options = {
    count: keys.length,
    getScrollElement: () => window,
    estimateSize: guess,
    getItemKey: (index: number) => keys[index] ?? index,
    overscan: spare.current,
    scrollMargin: margin,
    scrollPaddingStart: covered,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialOffset: () => window.scrollY,
    rangeExtractor(range: Parameters<typeof defaultRangeExtractor>[0]) {
      const near = defaultRangeExtractor(range);
      return keptIndex < 0 || near.includes(keptIndex) ? near : [...near, keptIndex].sort((a, b) => a - b);
    },
    onChange: () => redraw(undefined),
  };
  made.current ??= new Virtualizer<Window, HTMLElement>(options);
  const list = made.current;
  list.setOptions(options);
  useEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());
  return { items: list.getVirtualItems(), height: list.getTotalSize(), list };
}

/** How far below the top of the page the lines begin; changes when what is above them does. */
function useOffsetTop(body: RefObject<HTMLElement>, above: number): number {
  const [top, setTop] = useState(above);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (!body.current) return;
      // The head sticks to the window's top, so it is the table that tells where it began.
      const head = body.current.querySelector('thead')?.offsetHeight ?? 0;
      setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY + head));
    };
    const observer = new ResizeObserver(measure);
    // What stands above the lines is what the page holds besides them.
    for (const above of document.querySelectorAll('[data-above]')) observer.observe(above);
    observer.observe(document.body);
    const head = body.current?.querySelector('thead');
    if (head) observer.observe(head);
    measure();
    return () => observer.disconnect();
  }, [body]);
  return top;
}
