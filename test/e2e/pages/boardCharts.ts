/** The charts of the scoring board as a person reads them: their points in words, and their tables. */
import type { Locator, Page } from 'playwright-core';

export type ChartName = 'value' | 'ranks' | 'risks' | 'sensitivity';

export interface ReadPoint {
  readonly id: string;
  /** What is read out there. */
  readonly words: string;
}

export interface ReadRow {
  readonly id: string;
  readonly cells: readonly string[];
}

export function boardChartsOf(page: Page) {
  const chart = (name: ChartName): Locator => page.locator(`.chart-${name}`);
  const pointsOf = (name: ChartName): Locator => chart(name).locator('.point > *');
  return {
    chart,
    pointsOf,

    open: () => page.getByRole('tab', { name: 'Charts' }).click(),

    /** Waits until it is drawn, and nothing is being worked out any more. */
    async drawn(name: ChartName): Promise<void> {
      await chart(name).locator('svg').waitFor();
      await chart(name).locator('progress').waitFor({ state: 'detached' });
    },

    points: (name: ChartName): Promise<ReadPoint[]> =>
      page.evaluate(`[...document.querySelectorAll('.chart-${name} .point > *')]
        .map((point) => ({ id: point.dataset.id, words: point.getAttribute('aria-label') }))`),

    ids: (name: ChartName): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('.chart-${name} .point > *')].map(({ dataset }) => dataset.id)`),

    /** The rows of its table, which is unfolded first. */
    async table(name: ChartName): Promise<ReadRow[]> {
      const details = chart(name).locator('details');
      if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
      await details.locator('table').waitFor();
      return page.evaluate(`[...document.querySelectorAll('.chart-${name} tbody tr')]
        .map((row) => ({ id: row.dataset.id, cells: [...row.cells].map(({ textContent }) => textContent) }))`);
    },
  };
}
