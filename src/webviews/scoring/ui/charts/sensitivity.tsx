/** The chart of sensitivity: which number, were it one step off, would change the order. */
import * as Plot from '@observablehq/plot';
import { useMemo } from 'preact/hooks';
import { plural, t } from '../../../../core/base/l10n.ts';
import { type Factor, factorName, factors } from '../../../../core/scoring/factors.ts';
import { scoreText } from '../../../../core/scoring/scoreText.ts';
import { useSession } from '../model/session.ts';
import type { Drawn } from './drawing.tsx';
import { type Facts, Figure } from './figure.tsx';
import { fitted } from './labels.ts';
import { columnOf, type Step, type StepRow, type StepRows, stepRows } from './stepRows.ts';

export function SensitivityChart() {
  const session = useSession();
  const { ranked } = session.ranking.value;
  const rows = useMemo(() => stepRows(ranked), [ranked]);
  return (
    <Figure
      name="sensitivity"
      title={t('What one step would change')}
      how={how(rows)}
      empty={rows.rows.length > 0 ? undefined : emptyBecause(ranked.length)}
      data={rows}
      draw={drawSteps}
      height={heightFor(rows)}
      facts={factsOf}
      onOpen={(id) => session.show(id)}
    />
  );
}

function emptyBecause(ranked: number): string {
  return ranked < 2
    ? t('With fewer than two ranked items there is no order to change.')
    : t('No single step of any factor changes the order.');
}

function how({ rows, rest, steady }: StepRows): (string | undefined)[] {
  return [
    t('Ranks won (↑) or lost (↓) if one factor of one item were a step lower or higher.'),
    t('A step is the next rung of impact and confidence, and a quarter more or a fifth less of reach and effort.'),
    rest > 0 ? plural(rest, '{0} more item would move.', '{0} more items would move.') : undefined,
    steady > 0 && rows.length > 0
      ? plural(
          steady,
          '{0} item stays where it is whatever the step.',
          '{0} items stay where they are whatever the step.',
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

/** How high a row is, and what stands above and below the rows; in CSS pixels. */
const [ROW, ABOVE, BELOW] = [24, 44, 8];

function heightFor({ rows }: StepRows): number {
  return rows.length * ROW + ABOVE + BELOW;
}

/** `↑3`; a step that only reaches a tie still passes somebody. */
function gainText(gained: number): string {
  return gained === 0 ? '=' : `${gained > 0 ? '↑' : '↓'}${Math.abs(gained)}`;
}

const columns = factors.flatMap((factor) => [
  columnOf({ factor, direction: 'down' }),
  columnOf({ factor, direction: 'up' }),
]);

interface Square extends Step {
  readonly id: string;
}

function drawSteps(all: StepRows, width: number): Drawn {
  const { rows } = all;
  const marginLeft = Math.round(Math.min(260, width * 0.36));
  const squares = rows.flatMap(({ id, steps }) => steps.map((step): Square => ({ id, ...step })));
  const each = (width - marginLeft) / columns.length;
  const most = Math.max(1, ...squares.map(({ gained }) => Math.abs(gained)));
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const svg = Plot.plot({
    className: 'plot',
    width,
    height: heightFor(all),
    marginLeft,
    marginRight: 4,
    marginTop: ABOVE,
    marginBottom: BELOW,
    x: { type: 'band', domain: columns, axis: null, padding: 0.08 },
    y: { type: 'band', domain: rows.map(({ id }) => id), axis: null, padding: 0.12 },
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    marks: [
      Plot.ruleY([...rows], {
        className: 'point plot-row',
        y: 'id',
        stroke: 'transparent',
        strokeWidth: ROW - 2,
        ariaLabel: sentence,
      }),
      Plot.cell(squares, {
        className: 'plot-step plot-still',
        x: columnOf,
        y: 'id',
        fill: ({ gained }: Square) => (gained < 0 ? 'var(--chart-lost)' : 'var(--chart-won)'),
        // The farther, the stronger, and never so strong that the words on it could not be read.
        fillOpacity: ({ gained }: Square) => 0.15 + 0.3 * Math.sqrt(Math.abs(gained) / most),
        rx: 3,
      }),
      Plot.text(squares, {
        className: 'plot-still',
        x: columnOf,
        y: 'id',
        text: ({ gained }: Square) => gainText(gained),
        fill: 'var(--chart-ink)',
      }),
      Plot.axisY({
        anchor: 'left',
        tickSize: 0,
        label: null,
        tickFormat: (id: string) => fitted(`${id} ${titles.get(id) ?? ''}`, marginLeft - 12) || id,
      }),
      // Each factor over a column for a step lower and one for a step higher.
      Plot.axisX({
        anchor: 'top',
        tickSize: 0,
        label: null,
        tickFormat: (of: string) => (of.endsWith('up') ? '+' : '−'),
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
  return { svg, ids: rows.map(({ id }) => id) };
}
