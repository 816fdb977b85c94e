/** What several people guess for one factor, as a line of dots: small enough to stand beside the number. */
import * as Plot from '@observablehq/plot';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../../../core/l10n.ts';
import { type Factor, factorName, rungsOf } from '../../../../core/scoring/factors.ts';
import type { Voice } from '../../../../core/scoring/item.ts';
import { scoreText } from '../../../../core/scoring/scoreText.ts';
import { type Dot, type Dots, dotsOf, initials, lanesOf, lineOf } from './dots.ts';

import { ticksOf } from './numbers.ts';
import { textsAt } from './texts.ts';

export interface DotPlotProps {
  readonly factor: Factor;
  /** Those one may see; who scoreText nothing about the factor is left out. */
  readonly voices: readonly Voice[];
  /** What the team agreed on: a tick. */
  readonly agreed?: number | undefined;
  /** What the numbers count, such as `person-weeks`. */
  readonly unit?: string | undefined;
  /** A member's name, by id. */
  readonly nameOf?: ((id: string) => string) | undefined;
  /** The member who looks: their dot is marked. */
  readonly me?: string | undefined;
}

const same = (id: string): string => id;

/** The dots, and the same as a list that is read out. Nothing is drawn while nobody gave a number. */
export function DotPlot({ factor, voices, agreed, unit, nameOf = same, me }: DotPlotProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const dots = useMemo(() => dotsOf(factor, voices), [factor, voices]);
  useEffect(() => {
    const element = host.current;
    if (!element || dots.dots.length === 0) return undefined;
    const redraw = (): void => {
      const svg = drawDots(dots, { factor, agreed, nameOf, me }, Math.max(160, element.clientWidth));
      for (const style of svg.querySelectorAll('style')) style.remove();
      element.replaceChildren(svg);
    };
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [dots, factor, agreed, nameOf, me]);
  return (
    <div class="dot-plot">
      {dots.dots.length > 0 ? <div ref={host} class="dots" aria-hidden="true" /> : null}
      <ul class="unseen" aria-label={t('{0}, person by person', factorName(factor))}>
        {dots.dots.map((dot) => (
          <li key={dot.by}>{sentence(dot, nameOf, unit)}</li>
        ))}
        {dots.unsure.map((by) => (
          <li key={by}>{t('{0} does not know yet', nameOf(by))}</li>
        ))}
        {agreed === undefined ? null : <li>{t('Agreed: {0}', withUnit(scoreText(agreed), unit))}</li>}
      </ul>
      {dots.unsure.length > 0 ? (
        <p class="unsure" aria-hidden="true">
          {t('?: {0}', dots.unsure.map(nameOf).join(', '))}
        </p>
      ) : null}
    </div>
  );
}

function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined ? text : `${text} ${unit}`;
}

function sentence({ by, low, likely, high }: Dot, nameOf: (id: string) => string, unit?: string): string {
  const number =
    low === high
      ? scoreText(likely)
      : t('{0}, between {1} and {2}', scoreText(likely), scoreText(low), scoreText(high));
  return t('{0}: {1}', nameOf(by), withUnit(number, unit));
}

/** In CSS pixels: half of a dot, one lane of dots, the axis below them, and what is free at both sides. */
const [RADIUS, LANE, AXIS, SIDE] = [8, 18, 22, 14];

/** A tick through the dots, and a wedge below the line that no dot can hide. */
function agreedMarks(agreed: number | undefined, line: number) {
  if (agreed === undefined) return [];
  const color = 'var(--chart-agreed)';
  return [
    Plot.ruleX([agreed], { className: 'plot-agreed', stroke: color, strokeWidth: 3 }),
    Plot.dot([agreed], { x: [agreed], y: [line + 4], r: 4.5, symbol: 'triangle', fill: color, stroke: 'none' }),
  ];
}

interface Look extends Pick<DotPlotProps, 'factor' | 'agreed' | 'me'> {
  readonly nameOf: (id: string) => string;
}

function drawDots(all: Dots, { factor, agreed, nameOf, me }: Look, width: number): SVGElement {
  const line = lineOf(factor, all, agreed);
  const x = { ...line, range: [SIDE, width - SIDE] } as const;
  const { apply } = Plot.scale({ x: { ...x, domain: [...line.domain] } });
  const at = (value: number): number => Number(apply(value));
  const stretches = all.dots.map((dot) => ({
    dot,
    from: Math.min(at(dot.low), at(dot.likely) - RADIUS),
    to: Math.max(at(dot.high), at(dot.likely) + RADIUS),
  }));
  stretches.sort((a, b) => a.from - b.from);
  const lanes = lanesOf(stretches);
  const placed = stretches.map(({ dot }, index) => ({ ...dot, lane: lanes[index] ?? 0, mine: dot.by === me }));
  const count = Math.max(0, ...lanes) + 1;
  const height = count * LANE + AXIS + 4;
  const rungs = rungsOf(factor);
  const y = (lane: number): number => height - AXIS - LANE / 2 - lane * LANE;
  const ranges = placed.filter(({ low, high }) => low < high);
  return Plot.plot({
    className: 'plot',
    width,
    height,
    marginLeft: SIDE,
    marginRight: SIDE,
    marginTop: 4,
    marginBottom: AXIS,
    x: { ...x, domain: [...line.domain], label: null, clamp: true },
    y: { type: 'identity', axis: null },
    color: { type: 'identity' },
    marks: [
      Plot.axisX({
        ticks: rungs ? [...rungs] : ticksOf(line, width / 70),
        tickSize: 4,
        label: null,
        text: scoreText,
      }),
      Plot.ruleY([height - AXIS], { stroke: 'var(--chart-quiet)' }),
      ...agreedMarks(agreed, height - AXIS),
      Plot.link(ranges, {
        x1: 'low',
        x2: 'high',
        y1: ({ lane }: (typeof placed)[number]) => y(lane),
        y2: ({ lane }: (typeof placed)[number]) => y(lane),
        stroke: 'var(--chart-quiet)',
        strokeWidth: 3,
      }),
      Plot.dot(placed, {
        className: 'plot-voices',
        x: 'likely',
        y: ({ lane }: (typeof placed)[number]) => y(lane),
        r: RADIUS,
        fill: 'var(--chart-ground)',
        stroke: ({ mine }: (typeof placed)[number]) => (mine ? 'var(--chart-mine)' : 'var(--chart-ink)'),
        strokeWidth: ({ mine }: (typeof placed)[number]) => (mine ? 3 : 1.25),
        title: (dot: Dot) => sentence(dot, nameOf),
      }),
      () =>
        textsAt(
          placed.map(({ by, likely, lane }) => ({
            x: at(likely),
            y: y(lane),
            text: initials(nameOf(by)),
            anchor: 'middle',
            className: 'plot-initials',
          })),
        ),
    ],
  }) as SVGElement;
}
