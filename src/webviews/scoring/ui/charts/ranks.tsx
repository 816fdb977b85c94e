/** The chart of the chance of each rank, and of being first, from the Monte Carlo over everybody's guesses. */
import * as Plot from '@observablehq/plot';
import { useMemo, useState } from 'preact/hooks';
import { plural, t } from '../../../../core/base/l10n.ts';
import type { Scales } from '../../../../core/scoring/item.ts';
import { scoreText } from '../../../../core/scoring/scoreText.ts';
import { type ConfidenceIn, hasRanges } from '../../../../core/scoring/simulation.ts';
import type { Drawn } from '../../../kit/charts/drawing.tsx';
import { type Facts, Figure } from '../../../kit/charts/figure.tsx';
import { Check } from '../../../kit/field.tsx';
import { useSession } from '../model/session.ts';
import { useSimulation } from '../model/simulation.ts';
import { percent } from './numbers.ts';
import { type RankRow, type RankRows, rankRows, sum } from './rows.ts';
import { drawRows, heightOf, ROW } from './rowsPlot.ts';

const nothing: RankRows = { rows: [], ranks: 0, rest: 0, restFirst: 0 };

export function Ranks({ scales }: { readonly scales: Scales }) {
  const session = useSession();
  const items = session.items.value;
  const [chosen, choose] = useState<ConfidenceIn>();
  const ranges = useMemo(() => hasRanges(items), [items]);
  const confidence = chosen ?? (ranges ? 'ignored' : 'multiplied');
  const { result, running } = useSimulation(items, scales, confidence);
  const titles = useMemo(() => new Map(items.map(({ id, title }) => [id, title])), [items]);
  const rows = useMemo(() => (result ? rankRows(result, titles) : nothing), [result, titles]);
  return (
    <Figure
      name="ranks"
      title={t('Chance of each rank')}
      how={how(rows, result?.confidence ?? confidence)}
      empty={rows.rows.length > 0 ? undefined : emptyBecause(running)}
      controls={
        <div class="controls">
          <Check
            label={t('Include stated confidence')}
            checked={confidence === 'multiplied'}
            onChange={(checked) => choose(checked ? 'multiplied' : 'ignored')}
          />
          {running ? <progress aria-label={t('Calculating the chances')} /> : null}
        </div>
      }
      data={rows}
      draw={drawRanks}
      height={heightOf(rows.rows, ABOVE)}
      facts={factsOf}
      onOpen={(id) => session.show(id)}
    />
  );
}

function emptyBecause(running: boolean): string {
  return running
    ? t('The chances are being calculated.')
    : t('No initiative here has all four numbers yet, so none has a rank.');
}

function how({ rest, restFirst }: RankRows, confidence: ConfidenceIn): (string | undefined)[] {
  return [
    t('The larger a square, the more often the initiative got that rank in 10,000 draws from everybody’s estimates.'),
    confidence === 'multiplied'
      ? t('The stated confidence is included.')
      : t('The stated confidence is left out: the ranges already say how unsure people are.'),
    rest > 0
      ? plural(
          rest,
          '{0} more initiative is not shown; its chance of coming first is {1}.',
          '{0} more initiatives are not shown; the chance that one of them comes first is {1}.',
          percent(restFirst),
        )
      : undefined,
  ];
}

function sentence({ id, title, first, likeliest, ranks, p10, p50, p90 }: RankRow): string {
  return t(
    '{0} {1}: first {2}, most often rank {3} ({4}); score {5}, between {6} and {7} in 8 of 10 draws',
    id,
    title,
    percent(first),
    likeliest,
    percent(ranks[likeliest - 1] ?? 0),
    scoreText(p50),
    scoreText(p10),
    scoreText(p90),
  );
}

function factsOf({ rows, ranks }: RankRows): Facts {
  return {
    columns: [
      t('Initiative'),
      t('First'),
      t('Most often rank'),
      t('Chance of each rank'),
      t('Above the next'),
      t('Median score'),
      t('Score in 8 of 10 draws'),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      name: `${row.id} ${row.title}`,
      cells: [
        percent(row.first),
        row.likeliest,
        chancesText(row, ranks),
        row.aboveNext === undefined ? '' : percent(row.aboveNext),
        scoreText(row.p50),
        `${scoreText(row.p10)}–${scoreText(row.p90)}`,
      ],
    })),
  };
}

function chancesText({ chances, later }: RankRow, ranks: number): string {
  const each = chances.flatMap((chance, index) => (chance > 0 ? t('{0}: {1}', index + 1, percent(chance)) : []));
  return [...each, ...(later > 0 ? [t('after {0}: {1}', ranks, percent(later))] : [])].join(', ');
}

/** What stands above the rows, and how wide a column of numbers is; in CSS pixels. */
const [ABOVE, COLUMN] = [40, 44];

/** Ranks too narrow for their numbers are numbered in fives. */
function isNamed(rank: number, width: number): boolean {
  return width >= 18 || rank === 1 || rank % 5 === 0;
}

function drawRanks({ rows, ranks }: RankRows, width: number): Drawn {
  const shown = Math.min(ranks, width < 520 ? 10 : ranks);
  const later = (row: RankRow): number => row.later + sum(row.chances.slice(shown));
  const hasLater = rows.some((row) => later(row) > 0);
  const squares = rows.flatMap(({ id, chances }) =>
    chances
      .slice(0, shown)
      .map((chance, index) => ({ id, rank: String(index + 1), chance }))
      .filter(({ chance }) => chance >= 0.001),
  );
  const most = Math.max(...squares.map(({ chance }) => chance));
  const marginLeft = Math.round(Math.min(230, width * 0.34));
  const marginRight = hasLater ? 2 * COLUMN : COLUMN;
  const step = (width - marginLeft - marginRight) / shown;
  return drawRows(rows, {
    width,
    marginLeft,
    marginRight,
    marginTop: ABOVE,
    sentence,
    head: (rank) => (isNamed(Number(rank), step) ? rank : ''),
    x: { domain: Array.from({ length: shown }, (_, index) => String(index + 1)) },
    // Areas are read as chances: the largest fills its place.
    r: { type: 'sqrt', domain: [0, most], range: [0, (Math.min(ROW, step) - 2) / Math.sqrt(Math.PI)] },
    marks: [
      Plot.gridX({ stroke: 'var(--chart-quiet)', strokeOpacity: 0.2 }),
      Plot.dot(squares, {
        className: 'plot-still',
        x: 'rank',
        y: 'id',
        r: 'chance',
        symbol: 'square',
        fill: 'var(--chart-feature)',
      }),
      head(t('Rank'), 'top-left', -6),
      head(t('first'), 'top-right', COLUMN - 4),
      column(rows, ({ first }) => first, COLUMN - 4),
      ...(hasLater ? [head(t('later'), 'top-right', marginRight - 4), column(rows, later, marginRight - 4)] : []),
    ],
  });
}

/** A word in the line of the ranks, so far from the squares. */
function head(text: string, frameAnchor: 'top-left' | 'top-right', dx: number): Plot.Text {
  return Plot.text([text], { frameAnchor, textAnchor: 'end', lineAnchor: 'middle', dx, dy: -11 });
}

/** A chance for each row, so far to the right of the squares. */
function column(rows: readonly RankRow[], chance: (row: RankRow) => number, dx: number): Plot.Text {
  const text = (row: RankRow): string => percent(chance(row));
  return Plot.text(rows, { y: 'id', text, frameAnchor: 'right', textAnchor: 'end', dx });
}
