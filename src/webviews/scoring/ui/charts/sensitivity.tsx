/** The chart of sensitivity: which number, were it one step off, would change the order. */
import * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'preact/hooks';
import { plural, t } from '../../../../core/base/l10n.ts';
import { factorName, factors } from '../../../../core/scoring/factors.ts';
import type { Ranking } from '../../../../core/scoring/ranking.ts';
import { scoreText } from '../../../../core/scoring/scoreText.ts';
import { type Draw, Drawing, type Drawn } from './drawing.tsx';
import { type Facts, Figure } from './figure.tsx';
import { fitted } from './labels.ts';
import { columnOf, type Step, type StepRow, type StepRows, stepRows } from './stepRows.ts';
import { textsAt } from './texts.ts';
import type { Theme } from './theme.ts';

interface Props {
  readonly ranking: Ranking;
  readonly onOpen: (id: string) => void;
}

export function SensitivityChart({ ranking, onOpen }: Props) {
  const rows = useMemo(() => stepRows(ranking.ranked), [ranking]);
  const draw = useCallback<Draw>((width, theme) => drawSteps(rows, width, theme), [rows]);
  const facts = useCallback(() => factsOf(rows), [rows]);
  return (
    <Figure
      name="sensitivity"
      title={t('What one step would change')}
      how={how(rows)}
      facts={facts}
      onOpen={onOpen}
      empty={rows.rows.length > 0 ? undefined : emptyBecause(ranking)}
    >
      <Drawing label={t('What one step would change')} draw={draw} height={heightFor(rows)} onChoose={onOpen} />
    </Figure>
  );
}

function emptyBecause({ ranked }: Ranking): string {
  return ranked.length < 2
    ? t('With fewer than two ranked items there is no order to change.')
    : t('No single step of any factor changes the order.');
}

function how({ rows, rest, steady }: StepRows): string {
  return [
    t('Ranks won (↑) or lost (↓) if one factor of one item were a step lower or higher.'),
    t('A step is the next rung of impact and confidence, and a quarter more or a fifth less of reach and effort.'),
    rest > 0 ? plural(rest, '{0} more item would move.', '{0} more items would move.') : '',
    steady > 0 && rows.length > 0
      ? plural(
          steady,
          '{0} item stays where it is whatever the step.',
          '{0} items stay where they are whatever the step.',
        )
      : '',
  ]
    .filter(Boolean)
    .join(' ');
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

function drawSteps(all: StepRows, width: number, theme: Theme): Drawn {
  const { rows } = all;
  const marginLeft = Math.round(Math.min(260, width * 0.36));
  const squares = rows.flatMap(({ id, steps }) => steps.map((step): Square => ({ id, ...step })));
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
        className: 'plot-still',
        x: columnOf,
        y: 'id',
        fill: theme.contrast ? 'none' : ({ gained }: Square) => (gained < 0 ? 'var(--chart-lost)' : 'var(--chart-won)'),
        // The farther, the stronger, and never so strong that the words on it could not be read.
        fillOpacity: ({ gained }: Square) => 0.15 + 0.3 * Math.sqrt(Math.abs(gained) / most),
        stroke: theme.contrast ? 'var(--chart-ink)' : 'none',
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
      heads(width, marginLeft),
    ],
  });
  return { svg: svg as SVGElement, ids: rows.map(({ id }) => id) };
}

/** The names of the factors, each over a column for a step lower and one for a step higher. */
function heads(width: number, marginLeft: number): Plot.RenderFunction {
  return (_index, { x }) => {
    const each = (width - marginLeft) / factors.length;
    return textsAt(
      factors.flatMap((factor) => {
        const down = Number(x?.(columnOf({ factor, direction: 'down' })));
        const up = Number(x?.(columnOf({ factor, direction: 'up' })));
        const half = (up - down) / 2;
        const at = { anchor: 'middle' as const, className: 'plot-head' };
        return [
          { ...at, x: up, y: ABOVE - 28, text: fitted(factorName(factor), each) },
          { ...at, x: down + half, y: ABOVE - 11, text: '−' },
          { ...at, x: up + half, y: ABOVE - 11, text: '+' },
        ];
      }),
    );
  };
}
