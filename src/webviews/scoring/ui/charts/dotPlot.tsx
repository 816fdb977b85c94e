/** What several people guess for one factor, as a line of dots: small enough to stand beside the number. */
import './charts.css';
import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../../core/base/l10n.ts';
import { type Factor, rungsOf } from '../../../../core/scoring/factors.ts';
import type { Voice } from '../../../../core/scoring/item.ts';
import { scoreText } from '../../../../core/scoring/scoreText.ts';
import { useWidth, withoutStyle } from '../../../kit/charts/drawing.tsx';
import { type Dot, dotsOf, initials, lanesOf, lineOf } from './dots.ts';
import { ticksOf } from './numbers.ts';

export interface DotPlotProps {
  readonly factor: Factor;
  /** Those one may see; who says nothing about the factor is left out. */
  readonly voices: readonly Voice[];
  /** What the team agreed on: a tick. */
  readonly agreed?: number | undefined;
  /** What the numbers count, such as `person-weeks`. */
  readonly unit?: string | undefined;
  /** A member's name, by id. */
  readonly nameOf: (id: string) => string;
  /** The member who looks: their dot is marked. */
  readonly me?: string | undefined;
}

/**
 * The dots. It is a drawing only: whoever places it says the same in words beside it. Nothing is drawn while nobody gave a
 * number.
 */
export function DotPlot({ voices, ...look }: DotPlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const dots = dotsOf(look.factor, voices);
  // Voices come anew whenever anything about the item changes; the drawing does not have to.
  const key = JSON.stringify([dots, look]);
  const width = useWidth(host);
  useEffect(() => {
    if (width > 0) host.current?.replaceChildren(withoutStyle(drawDots(dots, look, Math.max(160, width))));
  }, [key, width]);
  return dots.length === 0 ? null : <div ref={host} class="dot-plot" aria-hidden="true" />;
}

function sentence({ by, low, likely, high }: Dot, { nameOf, unit }: Look): string {
  const number =
    low === high
      ? scoreText(likely)
      : t('{0}, between {1} and {2}', scoreText(likely), scoreText(low), scoreText(high));
  return t('{0}: {1}', nameOf(by), unit === undefined ? number : `${number} ${unit}`);
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

type Look = Omit<DotPlotProps, 'voices'>;

function drawDots(dots: readonly Dot[], look: Look, width: number): Element {
  const { factor, agreed, nameOf, me } = look;
  const line = lineOf(factor, dots, agreed);
  const x = { ...line, range: [SIDE, width - SIDE] } as const;
  const { apply } = Plot.scale({ x: { ...x, domain: [...line.domain] } });
  const at = (value: number): number => Number(apply(value));
  const stretches = dots.map((dot) => ({
    dot,
    from: Math.min(at(dot.low), at(dot.likely) - RADIUS),
    to: Math.max(at(dot.high), at(dot.likely) + RADIUS),
  }));
  stretches.sort((a, b) => a.from - b.from);
  const lanes = lanesOf(stretches);
  const height = (Math.max(0, ...lanes) + 1) * LANE + AXIS + 4;
  const placed = stretches.map(({ dot }, index) => ({
    ...dot,
    mine: dot.by === me,
    y: height - AXIS - LANE / 2 - (lanes[index] ?? 0) * LANE,
  }));
  const rungs = rungsOf(factor);
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
      Plot.axisX({ ticks: rungs ? [...rungs] : ticksOf(line, width / 70), tickSize: 4, label: null, text: scoreText }),
      Plot.ruleY([height - AXIS], { stroke: 'var(--chart-quiet)' }),
      ...agreedMarks(agreed, height - AXIS),
      Plot.link(
        placed.filter(({ low, high }) => low < high),
        { x1: 'low', x2: 'high', y1: 'y', y2: 'y', stroke: 'var(--chart-quiet)', strokeWidth: 3 },
      ),
      Plot.dot(placed, {
        className: 'plot-voices',
        x: 'likely',
        y: 'y',
        r: RADIUS,
        fill: 'var(--chart-ground)',
        stroke: ({ mine }: Placed) => (mine ? 'var(--chart-mine)' : 'var(--chart-ink)'),
        strokeWidth: ({ mine }: Placed) => (mine ? 3 : 1.25),
        title: (dot: Dot) => sentence(dot, look),
      }),
      Plot.text(placed, {
        className: 'plot-initials',
        x: 'likely',
        y: 'y',
        text: ({ by }: Dot) => initials(nameOf(by)),
      }),
    ],
  });
}

type Placed = Dot & { readonly mine: boolean };
