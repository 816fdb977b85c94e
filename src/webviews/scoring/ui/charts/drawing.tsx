/** Puts a drawn chart on the page: as wide as there is room, again when that or the theme changes, its points reachable by keys. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { whenIdle } from '../model/idle.ts';
import { type Theme, useTheme } from './theme.ts';

export interface Drawn {
  readonly svg: SVGElement;
  /** What each point stands for, in the order of the data of the mark of the class `point`. */
  readonly ids: readonly string[];
}

export type Draw = (width: number, theme: Theme) => Drawn;

interface DrawingProps {
  /** What it is a drawing of, for screen readers. */
  readonly label: string;
  /** Draws it; the same function as long as the same is to be drawn. */
  readonly draw: Draw;
  /** In CSS pixels: kept free until it is drawn. */
  readonly height: number;
  /** Opens what a point stands for. */
  readonly onChoose: (id: string) => void;
}

/** The drawing. Its points are one stop of the Tab key; arrows go from one to the next. */
export function Drawing({ label, draw, height, onChoose }: DrawingProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const theme = useTheme();
  const [pointed, point] = useState('');
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => {
    const element = host.current;
    if (width === 0 || !element) return undefined;
    return whenIdle(() => {
      const drawn = draw(width, theme);
      listen(drawn.svg, { choose: (id) => choose.current(id), point });
      replace(element, drawn, label);
    });
  }, [draw, width, theme, label]);
  return (
    <div class="drawing">
      <div ref={host} style={{ minHeight: `${height}px` }} />
      <p class="pointed" aria-hidden="true">
        {pointed}
      </p>
    </div>
  );
}

interface Heard {
  readonly choose: (id: string) => void;
  /** Tells what is pointed at, in words. */
  readonly point: (words: string) => void;
}

function listen(svg: SVGElement, { choose, point }: Heard): void {
  const chosen = (event: Event): boolean => {
    const id = pointOf(event)?.dataset.id;
    if (id !== undefined) choose(id);
    return id !== undefined;
  };
  const show = (event: Event): void => {
    const words = pointOf(event)?.getAttribute('aria-label');
    if (words) point(words);
  };
  svg.addEventListener('click', chosen);
  svg.addEventListener('focusin', show);
  svg.addEventListener('pointerover', show);
  svg.addEventListener('keydown', (event) => {
    const done = event.key === 'Enter' || event.key === ' ' ? chosen(event) : move(svg, event);
    if (done) event.preventDefault();
  });
}

/** The host's width in steps of 8 pixels, so that a window being dragged does not draw for each of them. */
function useWidth(host: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.floor(element.clientWidth / 8) * 8);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  return width;
}

function replace(host: HTMLElement, { svg, ids }: Drawn, label: string): void {
  const focused = host.contains(document.activeElement)
    ? pointsIn(host).find((each) => each === document.activeElement)
    : undefined;
  // Its rules stand in charts.css: the page's policy lets no style sheet in from here.
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', label);
  for (const part of svg.children) {
    if (!part.classList.contains('point')) part.setAttribute('aria-hidden', 'true');
    else part.removeAttribute('aria-label');
  }
  host.replaceChildren(svg);
  // From now on the drawing itself holds its place.
  host.style.minHeight = '';
  const points = pointsIn(host);
  for (const [at, point] of points.entries()) {
    point.dataset.id = ids[indexOf(point) ?? at] ?? '';
    point.setAttribute('role', 'button');
    point.setAttribute('tabindex', at === 0 ? '0' : '-1');
  }
  const again = focused && points.find(({ dataset }) => dataset.id === focused.dataset.id);
  if (again) rove(points, again);
}

/** Which datum an element was drawn for; the library keeps it on the element. */
function indexOf(element: Element): number | undefined {
  const { __data__: index } = element as Element & { readonly __data__?: unknown };
  return typeof index === 'number' ? index : undefined;
}

function pointsIn(host: Element): SVGElement[] {
  return [...host.querySelectorAll<SVGElement>('.point > *')];
}

function pointOf({ target }: Event): SVGElement | undefined {
  return target instanceof Element ? (target.closest<SVGElement>('.point > *') ?? undefined) : undefined;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Goes to another point where the key says so. */
function move(svg: SVGElement, event: KeyboardEvent): boolean {
  const step = steps[event.key];
  const current = pointOf(event);
  if (step === undefined || !current) return false;
  const points = pointsIn(svg);
  const to = points[Math.min(points.length - 1, Math.max(0, points.indexOf(current) + step))];
  if (to) rove(points, to);
  return true;
}

function rove(points: readonly SVGElement[], to: SVGElement): void {
  for (const point of points) point.setAttribute('tabindex', point === to ? '0' : '-1');
  to.focus();
}
