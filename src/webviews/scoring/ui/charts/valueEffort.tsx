/** The chart of value against effort: what is worth much for little stands at the upper left. */
import * as Plot from '@observablehq/plot';
import { useMemo } from 'preact/hooks';
import { t } from '../../../../core/base/l10n.ts';
import { itemKinds, type Scales } from '../../../../core/scoring/item.ts';
import { saidBetween, scoreText } from '../../../../core/scoring/scoreText.ts';
import type { Drawn } from '../../../kit/charts/drawing.tsx';
import { type Facts, Figure } from '../../../kit/charts/figure.tsx';
import { useSession } from '../model/session.ts';
import { kindName } from '../model/words.ts';
import { fitted, type Label, placeLabels } from './labels.ts';
import { type Axis, axisOf, ticksOf } from './numbers.ts';
import { type ValuePoint, valuePoints } from './valuePoints.ts';

/** Of more points than this, the ranges of a few of the best are drawn alone: the rest would be a thicket. */
const MANY = 40;

const FEW_RANGES = 10;

interface Data {
  /** The best first. */
  readonly points: readonly ValuePoint[];
  readonly scales: Scales;
}

export function ValueEffort({ scales }: Pick<Data, 'scales'>) {
  const session = useSession();
  const { ranked, unscored, beside } = session.ranking.value;
  const data = useMemo(() => ({ points: valuePoints(ranked), scales }), [ranked, scales]);
  const left = unscored.length + beside.length;
  return (
    <Figure
      name="value"
      title={t('Value against effort')}
      how={[
        t('Higher means worth more; farther left means less effort. Bars go from the lowest to the highest estimate.'),
        ranked.length > MANY ? t('Only the best {0} have bars.', FEW_RANGES) : undefined,
        left > 0 ? t('{0} not shown: no score yet.', left) : undefined,
      ]}
      empty={ranked.length === 0 ? t('No initiative here has all four numbers yet.') : undefined}
      controls={ranked.length === 0 ? null : <Kinds />}
      data={data}
      draw={drawPoints}
      height={heightFor(640)}
      facts={factsOf}
      onOpen={(id) => session.show(id)}
    />
  );
}

const shapes = { feature: 'circle', debt: 'square', enabler: 'triangle', experiment: 'diamond' } as const;

/** Which shape is which kind. */
function Kinds() {
  const signs = { feature: '●', debt: '■', enabler: '▲', experiment: '◆' } as const;
  return (
    <ul class="legend" aria-label={t('Kinds')}>
      {itemKinds.map((kind) => (
        <li key={kind}>
          <span class={`sign sign-${kind}`} aria-hidden="true">
            {signs[kind]}
          </span>{' '}
          {kindName(kind)}
        </li>
      ))}
    </ul>
  );
}

/** Its value and how far the guesses of it reach, then its effort and those. */
const numbersSaid = ({ value, values, effort, efforts }: ValuePoint): readonly string[] => [
  scoreText(value),
  saidBetween(values.low, values.high),
  scoreText(effort),
  saidBetween(efforts.low, efforts.high),
];

function sentence(point: ValuePoint, { effortUnit }: Scales): string {
  const { id, title } = point.item;
  const said = [point.rank, id, title, ...numbersSaid(point), effortUnit];
  return t('{0}. {1} {2}: value {3} ({4}), effort {5} ({6}) {7}', ...said);
}

function factsOf({ points, scales: { reachUnit, period, effortUnit } }: Data): Facts {
  return {
    columns: [
      t('Initiative'),
      t('Rank'),
      t('Kind'),
      t('Value in {0} per {1}', reachUnit, period),
      t('Estimates of value'),
      t('Effort in {0}', effortUnit),
      t('Estimates of effort'),
    ],
    rows: points.map((point) => ({
      id: point.item.id,
      name: `${point.item.id} ${point.item.title}`,
      cells: [point.rank, kindName(point.item.kind), ...numbersSaid(point)],
    })),
  };
}

function heightFor(width: number): number {
  return Math.round(Math.min(460, Math.max(280, width * 0.6)));
}

/** What is free around the points, for the axes; in CSS pixels. */
const margins = { marginLeft: 52, marginRight: 16, marginTop: 28, marginBottom: 40 };

function drawPoints({ points, scales }: Data, width: number): Drawn {
  const many = points.length > MANY;
  const withRanges = points.slice(0, many ? FEW_RANGES : points.length);
  const spans = (pick: 'values' | 'efforts') => withRanges.flatMap((each) => [each[pick].low, each[pick].high]);
  const x = axisOf([...points.map(({ effort }) => effort), ...spans('efforts')]);
  const y = axisOf([...points.map(({ value }) => value), ...spans('values')]);
  const [across, up] = [ticksOf(x, width / 70), ticksOf(y, 8)];
  const bar = { className: 'plot-range', stroke: 'var(--chart-quiet)', strokeWidth: 1.25 } as const;
  const ranged = withRanges.filter(({ efforts, values }) => efforts.low < efforts.high || values.low < values.high);
  const svg = Plot.plot({
    className: 'plot',
    width,
    height: heightFor(width),
    ...margins,
    x: { ...x, clamp: true },
    y: { ...y, clamp: true },
    symbol: { domain: itemKinds, range: itemKinds.map((kind) => shapes[kind]) },
    marks: [
      Plot.gridX({ ticks: across, strokeOpacity: 0.1 }),
      Plot.gridY({ ticks: up, strokeOpacity: 0.1 }),
      Plot.axisX({ ticks: across, text: scoreText, label: `${t('Effort')} (${scales.effortUnit}) →` }),
      Plot.axisY({ ticks: up, text: scoreText, label: `↑ ${t('Value')} (${scales.reachUnit})` }),
      Plot.ruleY(ranged, {
        y: 'value',
        x1: (each: ValuePoint) => each.efforts.low,
        x2: (each: ValuePoint) => each.efforts.high,
        ...bar,
      }),
      Plot.ruleX(ranged, {
        x: 'effort',
        y1: (each: ValuePoint) => each.values.low,
        y2: (each: ValuePoint) => each.values.high,
        ...bar,
      }),
      Plot.dot([...points], {
        className: 'point',
        x: 'effort',
        y: 'value',
        symbol: ({ item }: ValuePoint) => item.kind,
        r: many ? 3.5 : 5.5,
        fill: ({ item }: ValuePoint) => `var(--chart-${item.kind})`,
        stroke: 'var(--chart-ground)',
        strokeWidth: 1,
        ariaLabel: (each: ValuePoint) => sentence(each, scales),
      }),
      ...names(points, [x, y], width),
    ],
    color: { type: 'identity' },
  });
  return { svg, ids: points.map(({ item }) => item.id) };
}

/** The names of as many points as there is room for, the best first. */
function names(points: readonly ValuePoint[], [x, y]: readonly [Axis, Axis], width: number): Plot.Markish[] {
  const many = points.length > MANY;
  const frame = {
    left: margins.marginLeft,
    top: margins.marginTop - 8,
    right: width - margins.marginRight + 12,
    bottom: heightFor(width) - margins.marginBottom,
  };
  const across = Plot.scale({ x: { ...x, clamp: true, range: [frame.left, width - margins.marginRight] } });
  const up = Plot.scale({ y: { ...y, clamp: true, range: [frame.bottom, margins.marginTop] } });
  const labels = placeLabels(
    points.map(({ item: { id, title }, effort, value }) => ({
      x: Number(across.apply(effort)),
      y: Number(up.apply(value)),
      texts: many ? [id] : [fitted(`${id} ${title}`, Math.min(220, width / 3)), id],
    })),
    frame,
    Math.max(8, Math.round(width / 25)),
  );
  return (['start', 'end'] as const).map((textAnchor) =>
    Plot.text(
      labels.filter(({ anchor }) => anchor === textAnchor),
      {
        className: 'plot-name',
        x: (label: Label) => across.invert?.(label.x),
        y: (label: Label) => up.invert?.(label.y),
        text: 'text',
        textAnchor,
      },
    ),
  );
}
