/** The charts of the scoring board in Chromium: what they draw, that words and tables say the same, in every theme and size. */
import * as assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { Standing } from '../../../src/core/scoring/comparison.ts';
import { rankingOf } from '../../../src/core/scoring/ranking.ts';
import { scoreText } from '../../../src/core/scoring/scoreText.ts';
import { seriousIn } from '../../support/axe.ts';
import { type BoardData, boardOf } from '../../support/boardData.ts';
import { type BoardView, boardOfEach, openBoard, untilTrue } from '../../support/boardPage.ts';
import { launchBrowser } from '../../support/host/browser.ts';
import { buildPage } from '../../support/pageAlone.ts';
import { themeNames } from '../../support/themes.ts';
import { boardChartsOf, type ChartName } from '../pages/boardCharts.ts';

type Shown = Omit<Parameters<typeof openBoard>[2], 'data'>;

/** Attributes that hold what is no number: it would be drawn at the wrong place, or not at all. */
const NOT_NUMBERS = `[...document.querySelectorAll('svg, svg *')].flatMap((element) =>
  [...element.attributes].filter(({ value }) => /NaN|undefined|Infinity/.test(value)).map(({ name, value }) => element.tagName + ' ' + name + '=' + value))`;

describe('charts of the scoring board', () => {
  let browser: Browser;
  let address: string;
  const views: BoardView[] = [];

  before(async () => {
    address = await buildPage('scoring');
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const { context } of views.splice(0)) await context.close();
  });
  after(() => browser.close());

  async function open(data: BoardData, shown: Shown = {}) {
    const view = await openBoard(browser, address, { data, ...shown });
    views.push(view);
    const charts = boardChartsOf(view.page);
    await charts.open();
    return { ...view, charts };
  }

  function withItems(data: BoardData, count: number): BoardData {
    return { ...data, board: { ...data.board, items: data.board.items.slice(0, count) } };
  }

  const some = boardOf(14, 4);
  const names: readonly ChartName[] = ['value', 'ranks', 'risks', 'sensitivity'];

  it('draws all four, with nothing but numbers in them, and breaks no rule of the page', async () => {
    const { page, charts, errors } = await open(some);
    for (const name of names) await charts.drawn(name);
    assert.deepEqual(await page.evaluate(NOT_NUMBERS), []);
    assert.deepEqual(errors, []);
  });

  it('draws a point for everything that is ranked', async () => {
    const { charts } = await open(some);
    const { ranked } = rankingOf(some.board.items, some.board.scales);
    await charts.drawn('value');
    assert.deepEqual(
      await charts.ids('value'),
      ranked.map(({ item }) => item.id),
    );
  });

  it('says the same in the table as at the points', async () => {
    const { charts } = await open(some);
    for (const name of ['value', 'ranks', 'sensitivity'] as const) {
      await charts.drawn(name);
      const rows = await charts.table(name);
      const points = await charts.points(name);
      assert.deepEqual(
        [...new Set(rows.map(({ id }) => id))],
        points.map(({ id }) => id),
        name,
      );
      for (const { id, cells } of rows) {
        const words = points.find((point) => point.id === id)?.words ?? '';
        for (const number of cells.slice(1, 2).concat(name === 'value' ? cells.slice(3) : [])) {
          assert.ok(words.includes(number.split(' → ')[0] ?? ''), `${name}: “${words}” does not say ${number}`);
        }
      }
    }
  });

  it('counts each open risk once in the matrix, and names those without numbers', async () => {
    const items = some.board.items.map((item, index) =>
      index === 0
        ? {
            ...item,
            risks: [...item.risks, { id: 'rk-new', title: 'Nobody knows the queue', open: true, answered: false }],
          }
        : item,
    );
    const { charts } = await open({ ...some, board: { ...some.board, items } });
    await charts.drawn('risks');
    const open_ = new Set(items.flatMap(({ risks }) => risks.filter((risk) => risk.open).map(({ id }) => id)));
    const counted = (await charts.points('risks')).map(({ words }) => Number(/(\d+) risks?:/.exec(words)?.[1]));
    assert.equal(
      counted.reduce((sum, count) => sum + count, 0),
      open_.size - 1,
    );
    assert.equal((await charts.table('risks')).length, open_.size);
    await charts.chart('risks').getByRole('list').getByText('Nobody knows the queue').waitFor();
  });

  it('lists the risks of a cell that is chosen', async () => {
    const { charts } = await open(some);
    await charts.drawn('risks');
    await charts.pointsOf('risks').first().click();
    await charts.chart('risks').locator('.listed').getByText('The queue fills up').first().waitFor();
  });

  it('says whether the stated confidence is included, and includes it when asked', async () => {
    const { charts } = await open(some);
    await charts.drawn('ranks');
    const chart = charts.chart('ranks');
    await chart.getByText('The stated confidence is left out').waitFor();
    const before = await charts.points('ranks');
    await chart.getByLabel('Include stated confidence').check();
    await chart.getByText('The stated confidence is included.').waitFor();
    await charts.drawn('ranks');
    assert.notDeepEqual(await charts.points('ranks'), before);
  });

  it('is one stop for the Tab key, goes from point to point with arrows, and opens one with Enter', async () => {
    const { page, charts } = await open(some);
    await charts.drawn('value');
    const points = charts.pointsOf('value');
    assert.equal(await charts.chart('value').locator('[tabindex="0"]').count(), 1);
    await points.first().focus();
    await page.keyboard.press('ArrowRight');
    const [, second] = await charts.points('value');
    assert.equal(await page.evaluate('document.activeElement.dataset.id'), second?.id);
    await charts
      .chart('value')
      .locator('.pointed')
      .getByText(second?.words ?? '')
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Ranking', selected: true }).waitFor();
  });

  it('keeps the point that has the focus when the numbers change', async () => {
    const { page, charts } = await open(some);
    await charts.drawn('value');
    await charts.pointsOf('value').nth(3).focus();
    const id = await page.evaluate<string>('document.activeElement.dataset.id');
    await page.evaluate(
      `played.change([{ ...played.items[0], agreed: { reach: 9000, impact: 3, confidence: 100, effort: 1 } }])`,
    );
    await charts.chart('value').locator('[aria-label*="value 27,000"]').waitFor();
    assert.equal(await page.evaluate('document.activeElement.dataset.id'), id);
  });

  it('says in words why there is nothing to draw', async () => {
    const none = await open(withItems(some, 0));
    for (const words of [
      'No initiative here has all four numbers yet.',
      'so none has a rank.',
      'No risk is open.',
      'no order to change',
    ]) {
      await none.page.getByText(words).first().waitFor();
    }
    assert.equal(await none.page.locator('.charts svg').count(), 0);
    assert.deepEqual(none.errors, []);
  });

  it('draws one item alone', async () => {
    const one = await open(withItems(some, 1));
    await one.charts.drawn('value');
    await one.charts.drawn('ranks');
    assert.match((await one.charts.points('ranks'))[0]?.words ?? '', /first 100%/);
    assert.deepEqual(await one.page.evaluate(NOT_NUMBERS), []);
  });

  it('draws 500 items without a name over another', async () => {
    const { page, charts, errors } = await open(boardOf(500, 12), { width: 1280 });
    for (const name of names) await charts.drawn(name);
    assert.deepEqual(await page.evaluate(NOT_NUMBERS), []);
    assert.deepEqual(errors, []);
    const overlaps = await page.evaluate(`(() => {
      const boxes = [...document.querySelectorAll('.chart-value .plot-name > text')].map((text) => text.getBoundingClientRect());
      return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)).length;
    })()`);
    assert.equal(overlaps, 0);
    assert.ok((await page.locator('.chart-value .plot-name > text').count()) > 5);
    assert.equal((await charts.points('ranks')).length, 20);
    await charts
      .chart('ranks')
      .getByText(/more initiatives are not shown/)
      .waitFor();
  });

  it('fits a window of 400 pixels', async () => {
    const { page, charts } = await open(some, { width: 400 });
    for (const name of names) await charts.drawn(name);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400);
  });

  for (const theme of themeNames) {
    it(`has nothing serious that axe-core would find in ${theme}`, async () => {
      const { page, charts } = await open(some, { theme });
      for (const name of names) {
        await charts.drawn(name);
        await charts.table(name);
      }
      assert.deepEqual(await seriousIn(page, "{ include: [['main']] }"), []);
    });
  }

  it('takes on another theme that is picked while it is open', async () => {
    const { page, charts } = await open(some);
    await charts.drawn('risks');
    await page.evaluate(`document.body.className = 'vscode-high-contrast'`);
    await untilTrue(
      page,
      `getComputedStyle(document.querySelector('.chart-risks .plot-cells > rect')).fill === 'none'`,
    );
  });

  it('lets nothing shine through its marks where a color of the theme is translucent', async () => {
    const { page } = await open(some);
    await page.evaluate(`document.documentElement.style.setProperty('--vscode-charts-orange', '#ea5c0055')`);
    const drawn = `(() => {
      const mark = document.createElement('i');
      mark.style.color = 'var(--chart-debt)';
      document.body.append(mark);
      return getComputedStyle(mark).color;
    })()`;
    assert.equal(await page.evaluate(drawn), 'color(srgb 0.917647 0.360784 0)');
  });
});

describe('comparing with a snapshot', () => {
  const data = boardOf(5, 3);
  const { ranked } = rankingOf(data.board.items, data.board.scales);
  const [first, second, third] = ranked;
  assert.ok(first && second && third);
  const kept = (each: typeof first, changes: Partial<Standing> = {}): Standing => ({
    initiative: each.item.id,
    rank: each.rank,
    score: each.score,
    ...each.numbers,
    ...changes,
  });
  const effort = first.numbers.effort ?? 1;
  const comparison = {
    id: 'snap-1',
    title: 'Before the sprint',
    of: 'Sprint 23',
    sprint: '2026-23',
    taken: '2026-10-01',
    scores: [
      kept(first, { rank: 2, score: 675, effort: effort * 2 }),
      kept(second, { rank: 1 }),
      { initiative: 'PAY-9', rank: 3, score: 12 },
    ],
    accepted: [
      {
        id: 'ch-1',
        initiative: first.item.id,
        factor: 'effort' as const,
        from: effort * 2,
        to: effort,
        reason: 'the protocol stays as it is.',
        resolved: '2026-11-01',
        score: { from: 675, to: 1350 },
      },
    ],
  };

  const { open: openOne } = boardOfEach();
  let view: BoardView;

  async function compared(how: Partial<BoardData>, board: Partial<BoardData['board']> = {}): Promise<Page> {
    view = await openOne({ data: { ...data, ...how, board: { ...data.board, ...board } } });
    await view.page.getByRole('tab', { name: 'Compare' }).click();
    return view.page;
  }

  it('says what moved and why, what is new, and what is gone', async () => {
    const page = await compared({ comparison });
    const row = page.locator(`tr[data-id="${first.item.id}"]`);
    await row.getByText(/675 → 1,350 because the protocol stays as it is \(effort/).waitFor();
    await row.getByText('2 → 1 ↑').waitFor();
    const other = page.locator(`tr[data-id="${second.item.id}"]`);
    await other.getByText('Others moved past it.').waitFor();
    assert.equal(await other.locator('td').nth(1).textContent(), scoreText(second.score));
    await page.getByText('2 moved · 3 new · 1 removed · 0 unchanged').waitFor();
    const listed = page.locator('.compare .listed');
    await listed.filter({ hasText: 'New' }).getByText(third.item.id).waitFor();
    await listed.filter({ hasText: 'No longer on the board' }).getByText('PAY-9').waitFor();
    assert.equal(await page.locator('.scopes').count(), 0);
  });

  it('says that scopes differ, and calls nothing new or gone that only one of them holds', async () => {
    const quarter = { ...comparison, sprint: undefined, quarter: '2026-Q4', of: '2026-Q4' };
    const page = await compared({ comparison: quarter });
    await page.getByText('The snapshot is of 2026-Q4, and the board shows Sprint 23.').waitFor();
    await page.getByText('3 here are not in 2026-Q4.').waitFor();
    await page.getByText('1 is not in Sprint 23.').waitFor();
    await page.getByText('2 moved · 0 new · 0 removed · 0 unchanged').waitFor();
    assert.equal(await page.locator('.compare .listed').count(), 0);
  });

  it('names the snapshots of other scopes, leads to them, and takes one of this', async () => {
    const page = await compared({}, { snapshots: [] });
    await page.getByText('No snapshot of Sprint 23 yet.').waitFor();
    const others = page.getByRole('list', { name: 'Other snapshots' }).getByRole('listitem');
    assert.match((await others.textContent()) ?? '', /^1 snapshot of 2026-Q4/);
    await page.getByRole('button', { name: 'Take Snapshot' }).click();
    await page.getByRole('status').filter({ hasText: 'Snapshot taken' }).waitFor();
    assert.deepEqual(await page.evaluate('played.asked.at(-1).params'), {
      action: 'takeSnapshot',
      input: { sprint: '2026-23' },
    });
    await others.getByRole('button', { name: 'Show 2026-Q4' }).click();
    await page.getByText('No snapshot of 2026-Q4 yet.').waitFor();
  });
});
