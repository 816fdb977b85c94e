/** What charts with a row for each item have in common: its name at the left, a point to reach it by, columns under their heads. */
import * as Plot from '@observablehq/plot';
import type { Drawn } from '../../../kit/charts/drawing.tsx';
import { fitted } from './labels.ts';
import type { Row } from './rows.ts';

/** How high a row is, and what is free below the rows; in CSS pixels. */
export const ROW = 24;
const BELOW = 8;

/** How high a chart of so many rows is, with what stands above them. */
export const heightOf = ({ length }: readonly Row[], above: number): number => length * ROW + above + BELOW;

interface RowsPlot<R extends Row> extends Plot.PlotOptions {
  readonly width: number;
  readonly marginLeft: number;
  /** What stands above the rows, heads included. */
  readonly marginTop: number;
  /** What a row says to who goes to it. */
  readonly sentence: (row: R) => string;
  /** What stands over a column. */
  readonly head: (column: string) => string;
}

/** Draws the rows; `marks` are what stands in them. */
export function drawRows<R extends Row>(
  rows: readonly R[],
  { sentence, head, x, y, marks = [], ...options }: RowsPlot<R>,
): Drawn {
  const ids = rows.map(({ id }) => id);
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const { marginLeft, marginTop } = options;
  const svg = Plot.plot({
    ...options,
    className: 'plot',
    height: heightOf(rows, marginTop),
    marginBottom: BELOW,
    x: { type: 'band', axis: null, ...x },
    y: { type: 'band', axis: null, domain: ids, ...y },
    marks: [
      Plot.ruleY([...rows], {
        className: 'point plot-row',
        y: 'id',
        stroke: 'transparent',
        strokeWidth: ROW - 2,
        ariaLabel: sentence,
      }),
      ...marks,
      Plot.axisY({
        anchor: 'left',
        tickSize: 0,
        label: null,
        tickFormat: (id: string) => fitted(`${id} ${titles.get(id) ?? ''}`, marginLeft - 12) || id,
      }),
      Plot.axisX({ anchor: 'top', tickSize: 0, label: null, tickFormat: head }),
    ],
  });
  return { svg, ids };
}
