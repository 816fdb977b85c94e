/** The chart of value against effort: what is worth much for little stands at the upper left. */
import * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'preact/hooks';
import { t } from '../../../../core/base/l10n.ts';
import type { Scales } from '../../../../core/scoring/item.ts';
import type { Ranking } from '../../../../core/scoring/ranking.ts';
import { scoreText } from '../../../../core/scoring/scoreText.ts';
import { kindName } from '../model/words.ts';
import { type Draw, Drawing } from './drawing.tsx';
import { type Facts, Figure } from './figure.tsx';
import { fitted, placeLabels } from './labels.ts';
import { axisOf, saidBetween, ticksOf } from './numbers.ts';
import { textsAt } from './texts.ts';
import type { Theme } from './theme.ts';
import { type ValuePoint, valuePoints } from './valuePoints.ts';

interface Props {
  readonly ranking: Ranking;
  readonly scales: Scales;
  readonly onOpen: (id: string) => void;
}

/** Of more points than this, the ranges of a few of the best are drawn alone: the rest would be a thicket. */
const MANY = 40;

const FEW_RANGES = 10;

export function ValueEffort({ ranking, scales, onOpen }: Props) {
  const points = useMemo(() => valuePoints(ranking.ranked), [ranking]);
  const draw = useCallback<Draw>((width, theme) => drawPoints(points, scales, width, theme), [points, scales]);
  const facts = useCallback(() => factsOf(points, scales), [points, scales]);
  const left = ranking.unscored.length + ranking.beside.length;
  return (
    <Figure
      name="value"
      title={t('Value against effort')}
      how={how(points.length, left)}
      facts={facts}
      onOpen={onOpen}
      empty={points.length === 0 ? t('Nothing here has all four numbers yet.') : undefined}
    >
      <Kinds />
      <Drawing label={t('Value against effort')} draw={draw} height={heightFor(640)} onChoose={onOpen} />
    </Figure>
  );
}

function how(drawn: number, left: number): string {
  return [
    t(
      'The higher, the more it is worth; the farther left, the less it costs. Bars reach from the lowest to the highest guess.',
    ),
    drawn > MANY ? t('They are drawn for the best {0}.', FEW_RANGES) : '',
    left > 0 ? t('Not drawn, because nothing ranks them yet: {0}.', left) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const kinds = ['feature', 'debt', 'enabler', 'experiment'] as const;

const shapes = { feature: 'circle', debt: 'square', enabler: 'triangle', experiment: 'diamond' } as const;

/** Which shape is which kind. */
function Kinds() {
  const signs = { feature: '●', debt: '■', enabler: '▲', experiment: '◆' } as const;
  return (
    <ul class="legend" aria-label={t('Kinds')}>
      {kinds.map((kind) => (
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

function sentence(point: ValuePoint, { effortUnit }: Scales): string {
  const { rank, id, title, value, values, effort, efforts } = point;
  return t(
    '{0}. {1} {2}: value {3} ({4}), effort {5} ({6}) {7}',
    rank,
    id,
    title,
    scoreText(value),
    saidBetween(values.low, values.high),
    scoreText(effort),
    saidBetween(efforts.low, efforts.high),
    effortUnit,
  );
}

function factsOf(points: readonly ValuePoint[], { reachUnit, period, effortUnit }: Scales): Facts {
  return {
    columns: [
      t('Initiative'),
      t('Rank'),
      t('Kind'),
      t('Value in {0} per {1}', reachUnit, period),
      t('Guesses of value'),
      t('Effort in {0}', effortUnit),
      t('Guesses of effort'),
    ],
    rows: points.map(({ id, title, rank, kind, value, values, effort, efforts }) => ({
      id,
      name: `${id} ${title}`,
      cells: [
        rank,
        kindName(kind),
        scoreText(value),
        saidBetween(values.low, values.high),
        scoreText(effort),
        saidBetween(efforts.low, efforts.high),
      ],
    })),
  };
}

function heightFor(width: number): number {
  return Math.round(Math.min(460, Math.max(280, width * 0.6)));
}

function drawPoints(points: readonly ValuePoint[], scales: Scales, width: number, theme: Theme) {
  const many = points.length > MANY;
  const withRanges = points.slice(0, many ? FEW_RANGES : points.length);
  const spans = (pick: 'values' | 'efforts') => withRanges.flatMap((each) => [each[pick].low, each[pick].high]);
  const x = axisOf([...points.map(({ effort }) => effort), ...spans('efforts')]);
  const y = axisOf([...points.map(({ value }) => value), ...spans('values')]);
  const [across, up] = [ticksOf(x, width / 70), ticksOf(y, 8)];
  const bar = { stroke: 'var(--chart-quiet)', strokeOpacity: theme.contrast ? 0.8 : 0.5, strokeWidth: 1.25 } as const;
  const ranged = withRanges.filter(({ efforts, values }) => efforts.low < efforts.high || values.low < values.high);
  const svg = Plot.plot({
    className: 'plot',
    width,
    height: heightFor(width),
    marginLeft: 52,
    marginRight: 16,
    marginTop: 28,
    marginBottom: 40,
    x: { ...x, clamp: true },
    y: { ...y, clamp: true },
    symbol: { domain: [...kinds], range: kinds.map((kind) => shapes[kind]) },
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
        symbol: 'kind',
        r: many ? 3.5 : 5.5,
        fill: ({ kind }: ValuePoint) => `var(--chart-${kind})`,
        stroke: 'var(--chart-ground)',
        strokeWidth: 1,
        ariaLabel: (each: ValuePoint) => sentence(each, scales),
      }),
      names(points, width, many),
    ],
    color: { type: 'identity' },
  });
  return { svg: svg as SVGElement, ids: points.map(({ id }) => id) };
}

/** The names of as many points as there is room for, the best first. */
function names(points: readonly ValuePoint[], width: number, many: boolean): Plot.RenderFunction {
  return (_index, { x, y }, _values, dimensions) => {
    const { marginLeft, marginTop, marginRight, marginBottom, height } = dimensions;
    const placed = placeLabels(
      points.map(({ id, title, effort, value }) => ({
        x: Number(x?.(effort)),
        y: Number(y?.(value)),
        texts: many ? [id] : [fitted(`${id} ${title}`, Math.min(220, width / 3)), id],
      })),
      {
        left: marginLeft,
        top: marginTop - 8,
        right: dimensions.width - marginRight + 12,
        bottom: height - marginBottom,
      },
      Math.max(8, Math.round(width / 25)),
    );
    return textsAt(placed.map((label) => ({ ...label, className: 'plot-name' })));
  };
}
