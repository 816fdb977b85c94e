/** Puts a drawn chart on the page: as wide as there is room, again when that changes, its points reachable by keys. */
import './charts.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { goBetween } from '../arrows.ts';
import { whenIdle } from '../idle.ts';

export interface Drawn {
  readonly svg: Element;
  /** What each point stands for, in the order of the data of the mark of the class `point`. */
  readonly ids: readonly string[];
}

export interface DrawingProps<Data> {
  /** What it is a drawing of, for screen readers. */
  readonly label: string;
  /** The same object as long as the same is to be drawn. */
  readonly data: Data;
  readonly draw: (data: Data, width: number) => Drawn;
  /** In CSS pixels: kept free until it is drawn. */
  readonly height: number;
  /** Opens what a point stands for, where that is something. */
  readonly onChoose?: ((id: string) => void) | undefined;
}

/** The drawing. Its points are one stop of the Tab key; arrows go from one to the next. */
export function Drawing<Data>({ label, data, draw, height, onChoose }: DrawingProps<Data>) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const [pointed, point] = useState('');
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => {
    const element = host.current;
    if (width === 0 || !element) return undefined;
    return whenIdle(() => {
      const drawn = draw(data, width);
      listen(drawn.svg, (id) => choose.current?.(id), point);
      replace(element, drawn, { label, role: choose.current ? 'button' : 'img' });
    });
  }, [draw, data, width, label]);
  return (
    <div class="drawing">
      <div ref={host} style={{ minHeight: `${height}px` }} />
      <p class="pointed" aria-hidden="true">
        {pointed}
      </p>
    </div>
  );
}

/** Chooses a point by click, Enter or space; tells in words what is pointed at; goes from point to point by arrows. */
function listen(svg: Element, choose: (id: string) => void, tell: (words: string) => void): void {
  const chosen = (event: Event): void => {
    const id = pointOf(event)?.dataset.id;
    if (id === undefined) return;
    event.preventDefault();
    choose(id);
  };
  const show = (event: Event): void => {
    const words = pointOf(event)?.getAttribute('aria-label');
    if (words) tell(words);
  };
  svg.addEventListener('click', chosen);
  svg.addEventListener('focusin', show);
  svg.addEventListener('pointerover', show);
  svg.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const points = pointsIn(svg);
    if (event.key === 'Enter' || event.key === ' ') chosen(event);
    else stopAt(points, goBetween(event, points, steps));
  });
}

/** The host's width in steps of 8 pixels, so that a window being dragged does not draw for each of them. */
export function useWidth(host: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth / 8) * 8));
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  return width;
}

/** Without rules of its own, which stand in charts.css: the page's policy lets no style sheet in from here. */
export function withoutStyle<E extends Element>(svg: E): E {
  for (const style of svg.querySelectorAll('style')) style.remove();
  return svg;
}

function replace(host: HTMLElement, { svg, ids }: Drawn, { label, role }: { label: string; role: 'button' | 'img' }) {
  const focused = pointsIn(host).find((each) => each === document.activeElement)?.dataset.id;
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', label);
  for (const part of svg.children) {
    if (!part.classList.contains('point')) part.setAttribute('aria-hidden', 'true');
    else part.removeAttribute('aria-label');
  }
  host.replaceChildren(withoutStyle(svg));
  // From now on the drawing itself holds its place.
  host.style.minHeight = '';
  const points = pointsIn(host);
  for (const [at, point] of points.entries()) {
    point.dataset.id = ids[indexOf(point) ?? at] ?? '';
    point.setAttribute('role', role);
    point.setAttribute('tabindex', at === 0 ? '0' : '-1');
  }
  const again = points.find(({ dataset }) => dataset.id === focused);
  stopAt(points, again);
  again?.focus();
}

/** Which datum an element was drawn for; the library keeps it on the element. */
function indexOf(element: Element): number | undefined {
  const { __data__: index } = element as Element & { readonly __data__?: unknown };
  return typeof index === 'number' ? index : undefined;
}

const pointsIn = (host: Element): SVGElement[] => [...host.querySelectorAll<SVGElement>('.point > *')];

function pointOf({ target }: Event): SVGElement | undefined {
  return target instanceof Element ? (target.closest<SVGElement>('.point > *') ?? undefined) : undefined;
}

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

function stopAt(points: readonly SVGElement[], to: SVGElement | undefined): void {
  if (!to) return;
  for (const point of points) point.setAttribute('tabindex', point === to ? '0' : '-1');
}
