/** The chart of sensitivity: which number, were it one step off, would change the order. */
import * as Plot from '@observablehq/plot';
import { useMemo } from 'preact/hooks';
import { plural, t } from '../../../../core/base/l10n.ts';
import { type Factor, factorName, factors } from '../../../../core/scoring/factors.ts';
import { scoreText } from '../../../../core/scoring/scoreText.ts';
import type { Drawn } from '../../../kit/charts/drawing.tsx';
import { type Facts, Figure } from '../../../kit/charts/figure.tsx';
import { useSession } from '../model/session.ts';
import { fitted } from './labels.ts';
import { columnOf, type Step, type StepRow, type StepRows, stepRows } from './rows.ts';
import { drawRows, heightOf } from './rowsPlot.ts';

export function SensitivityChart() {
  const session = useSession();
  const { ranked } = session.ranking.value;
  const rows = useMemo(() => stepRows(ranked), [ranked]);
  return (
    <Figure
      name="sensitivity"
      title={t('What would change the order')}
      how={how(rows)}
      empty={rows.rows.length > 0 ? undefined : emptyBecause(ranked.length)}
      data={rows}
      draw={drawSteps}
      height={heightOf(rows.rows, ABOVE)}
      facts={factsOf}
      onOpen={(id) => session.show(id)}
    />
  );
}

function emptyBecause(ranked: number): string {
  return ranked < 2
    ? t('There are fewer than two ranked initiatives, so there is no order to change.')
    : t('No single step of any factor changes the order.');
}

function how({ rows, rest, steady }: StepRows): (string | undefined)[] {
  return [
    t('Ranks gained (↑) or lost (↓) if one factor of one initiative changed by one step.'),
    t('A step is the next value on the scale of impact and confidence, and 25% more or 20% less of reach and effort.'),
    rest > 0 ? plural(rest, '{0} more initiative would move.', '{0} more initiatives would move.') : undefined,
    steady > 0 && rows.length > 0
      ? plural(
          steady,
          '{0} initiative keeps its rank in every case.',
          '{0} initiatives keep their ranks in every case.',
        )
      : undefined,
  ];
}

function stepText({ factor, from, to, rank }: Step): string {
  return t(
    '{0} {1} → {2}: rank {3} → {4}',
    factorName(factor),
    scoreText(from),
    scoreText(to),
    rank.before,
    rank.after,
  );
}

function sentence({ id, title, steps }: StepRow): string {
  return t('{0} {1}. {2}', id, title, steps.map(stepText).join('; '));
}

function factsOf({ rows }: StepRows): Facts {
  return {
    columns: [t('Initiative'), t('Factor'), t('Step'), t('Score'), t('Rank'), t('Passes')],
    rows: rows.flatMap(({ id, title, steps }) =>
      steps.map(({ factor, from, to, score, rank, passed, passes }) => ({
        id,
        name: `${id} ${title}`,
        cells: [
          factorName(factor),
          `${scoreText(from)} → ${scoreText(to)}`,
          scoreText(score),
          `${rank.before} → ${rank.after}`,
          passed > passes.length ? t('{0} and {1} more', passes.join(', '), passed - passes.length) : passes.join(', '),
        ],
      })),
    ),
  };
}

/** What stands above the rows, in CSS pixels. */
const ABOVE = 44;

/** `↑3`; a step that only reaches a tie still passes somebody. */
function gainText(gained: number): string {
  return gained === 0 ? '=' : `${gained > 0 ? '↑' : '↓'}${Math.abs(gained)}`;
}

const columns = factors.flatMap((factor) =>
  (['down', 'up'] as const).map((direction) => columnOf({ factor, direction })),
);

function drawSteps({ rows }: StepRows, width: number): Drawn {
  const marginLeft = Math.round(Math.min(260, width * 0.36));
  const squares = rows.flatMap(({ id, steps }) => steps.map((step) => ({ id, ...step })));
  const each = (width - marginLeft) / columns.length;
  const most = Math.max(1, ...squares.map(({ gained }) => Math.abs(gained)));
  return drawRows(rows, {
    width,
    marginLeft,
    marginRight: 4,
    marginTop: ABOVE,
    sentence,
    // Each factor over a column for a step lower and one for a step higher.
    head: (of) => (of.endsWith('up') ? '+' : '−'),
    x: { domain: columns, padding: 0.08 },
    y: { padding: 0.12 },
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    marks: [
      Plot.cell(squares, {
        className: 'plot-step plot-still',
        x: columnOf,
        y: 'id',
        fill: ({ gained }: Step) => (gained < 0 ? 'var(--chart-lost)' : 'var(--chart-won)'),
        // The farther, the stronger, and never so strong that the words on it could not be read.
        fillOpacity: ({ gained }: Step) => 0.15 + 0.3 * Math.sqrt(Math.abs(gained) / most),
        rx: 3,
      }),
      Plot.text(squares, {
        className: 'plot-still',
        x: columnOf,
        y: 'id',
        text: ({ gained }: Step) => gainText(gained),
        fill: 'var(--chart-ink)',
      }),
      Plot.text(factors, {
        className: 'plot-head',
        x: (factor: Factor) => columnOf({ factor, direction: 'down' }),
        frameAnchor: 'top',
        lineAnchor: 'middle',
        dx: each / 2,
        dy: -28,
        text: (factor: Factor) => fitted(factorName(factor), 2 * each),
      }),
    ],
  });
}
