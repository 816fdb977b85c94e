/** Taking what the board shows elsewhere: as Markdown, CSV and JSON, through the host. */
import * as assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { ExportedRanking } from '../../../src/core/scoring/exporting.ts';
import { rankingOf } from '../../../src/core/scoring/ranking.ts';
import { boardOf } from '../../support/boardData.ts';
import { type BoardView, openBoard } from '../../support/boardPage.ts';
import { launchBrowser } from '../../support/host/browser.ts';
import { buildPage } from '../../support/pageAlone.ts';

describe('exporting from the scoring board', () => {
  let browser: Browser;
  let view: BoardView;
  const data = boardOf(14, 4);

  before(async () => {
    browser = await launchBrowser();
    view = await openBoard(browser, await buildPage('scoring'), { data });
  });
  after(() => browser.close());

  /** Chooses a way out; gives what the host was asked for. */
  async function asked(way: string): Promise<{ method: string; params: { name?: string; text: string } }> {
    const { page } = view;
    const before = await page.evaluate<number>('played.asked.length');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: way }).click();
    await page
      .getByRole('status')
      .getByText(/^(Copied|Saved)\./)
      .waitFor();
    return page.evaluate(`played.asked[${before}]`);
  }

  it('copies a Markdown table', async () => {
    const { method, params } = await asked('Copy as Markdown');
    assert.equal(method, 'copy');
    const lines = params.text.trim().split('\n');
    assert.match(lines[0] ?? '', /^\| Tier \| Rank \| Initiative \| Score \|/);
    assert.equal(lines.length, 2 + 14);
  });

  it('saves a CSV file named after the sprint and the day', async () => {
    const { method, params } = await asked('Save as CSV…');
    assert.equal(method, 'save');
    assert.equal(params.name, 'scores-2026-23-2026-11-23.csv');
    assert.equal(params.text.trim().split('\r\n').length, 1 + 14);
  });

  it('saves what is shown alone, with the ranks it has in the whole', async () => {
    const all = rankingOf(data.board.items, data.board.scales).ranked;
    const rankInAll = all.find(({ item }) => item.id === 'PAY-106')?.rank ?? 0;
    assert.ok(rankInAll > 1);
    await view.page.getByRole('textbox', { name: 'Search' }).fill('PAY-106');
    await view.page.locator('[data-opens]').nth(1).waitFor({ state: 'detached' });
    const { ranked } = JSON.parse((await asked('Save as JSON…')).params.text) as ExportedRanking;
    assert.deepEqual(
      ranked.map(({ id, rank }) => ({ id, rank })),
      [{ id: 'PAY-106', rank: rankInAll }],
    );
  });
});
