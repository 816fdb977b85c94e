/** The weeks drawn: how many questions were asked in each, and how many of those were answered in time. */
import * as Plot from '@observablehq/plot';
import { t } from '../../../core/base/l10n.ts';
import type { Drawn } from '../../kit/charts/drawing.tsx';
import { type Facts, Figure } from '../../kit/charts/figure.tsx';
import type { WeekTold } from '../protocol.ts';

/** As many weeks as can be told apart on a screen; the table has them all. */
const MOST = 26;

/** In CSS pixels. */
const HEIGHT = 200;

/** What became of the questions of a week, from the bottom up. */
const parts = [
  { name: 'within', label: () => t('answered in time'), count: ({ within }: WeekTold) => within },
  { name: 'missed', label: () => t('late or overdue'), count: ({ of, within }: WeekTold) => of - within },
  { name: 'waiting', label: () => t('open, and not due yet'), count: ({ asked, of }: WeekTold) => asked - of },
] as const;

export function Weeks({ weeks }: { readonly weeks: readonly WeekTold[] }) {
  return (
    <Figure
      name="weeks"
      title={t('By week')}
      how={[
        t('How many questions were asked in each week.'),
        weeks.length > MOST ? t('The latest {0} weeks are shown.', MOST) : undefined,
      ]}
      empty={weeks.length === 0 ? t('No question says when it was asked.') : undefined}
      controls={
        <ul class="legend">
          {parts.map(({ name, label }) => (
            <li key={name}>
              <span class={`swatch part-${name}`} aria-hidden="true" /> {label()}
            </li>
          ))}
        </ul>
      }
      data={weeks}
      draw={drawWeeks}
      height={HEIGHT}
      facts={factsOf}
    />
  );
}

function sentence(week: WeekTold): string {
  if (week.asked === 0) return t('Week of {0}: no question', week.name);
  const counts = parts
    .map(({ label, count }) => ({ count: count(week), label: label() }))
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${count} ${label}`);
  const { median } = week.words;
  const said = t('Week of {0}: {1} asked, {2}', week.name, week.asked, counts.join(', '));
  return median === undefined ? said : t('{0}; median {1}', said, median);
}

function factsOf(weeks: readonly WeekTold[]): Facts {
  return {
    columns: [t('Week of'), t('Asked'), t('In time'), t('Median'), t('90%')],
    rows: weeks.toReversed().map(({ week, name, asked, within, of, words }) => ({
      id: week,
      name,
      cells: [asked, of === 0 ? '' : t('{0} of {1}', within, of), words.median ?? '', words.p90 ?? ''],
    })),
  };
}

function drawWeeks(weeks: readonly WeekTold[], width: number): Drawn {
  const shown = weeks.slice(-MOST);
  const names = new Map(shown.map(({ week, name }) => [week, name]));
  const top = Math.max(1, ...shown.map(({ asked }) => asked));
  // As many names as there is room for, the latest among them.
  const every = Math.ceil(shown.length / Math.max(1, Math.floor(width / 80)));
  const named = shown.filter((_, at) => (shown.length - 1 - at) % every === 0).map(({ week }) => week);
  let bottoms = new Map<string, number>();
  const bars = parts.map(({ name, count }) => {
    const from = bottoms;
    bottoms = new Map(shown.map((one) => [one.week, (from.get(one.week) ?? 0) + count(one)]));
    const to = bottoms;
    return Plot.barY(
      shown.filter((one) => count(one) > 0),
      {
        className: `part-${name}`,
        x: 'week',
        y1: ({ week }: WeekTold) => from.get(week) ?? 0,
        y2: ({ week }: WeekTold) => to.get(week) ?? 0,
        inset: 1,
      },
    );
  });
  const svg = Plot.plot({
    className: 'plot',
    width,
    height: HEIGHT,
    marginLeft: 32,
    marginBottom: 28,
    x: { type: 'band', domain: shown.map(({ week }) => week), padding: 0.15 },
    y: { domain: [0, top], label: null },
    marks: [
      Plot.axisY({ ticks: Math.min(top, 5), tickFormat: 'd', label: null }),
      Plot.axisX({ ticks: named, tickSize: 0, label: null, tickFormat: (week: string) => names.get(week) ?? week }),
      Plot.ruleY([0]),
      ...bars,
      Plot.barY([...shown], {
        className: 'point plot-week',
        x: 'week',
        y1: 0,
        y2: top,
        fill: 'transparent',
        ariaLabel: sentence,
      }),
    ],
  });
  return { svg, ids: shown.map(({ week }) => week) };
}
