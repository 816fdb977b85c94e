/** The ranking as a table: one line a row at every width it fits in, a head that stays, and the open item beside it. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { type BoardData, boardOf } from '../../support/boardData.ts';
import { type BoardView, boardOfEach, type Shown, untilTrue } from '../../support/boardPage.ts';
import { themeNames, themes } from '../../support/themes.ts';

const data = boardOf(60, 4);

/** How high a line of the table is, its border included, in CSS pixels. */
const LINE = 30;

describe('the table of the scoring board', () => {
  const { browser, open: openOne } = boardOfEach();
  let view: BoardView;
  let page: Page;

  async function show(how: Partial<Shown> = {}): Promise<void> {
    view = await openOne({ data, ...how });
    page = view.page;
  }

  const opener = (id: string): Locator => page.locator(`[data-opens="${id}"]`);
  const firstId = async (): Promise<string> => (await page.locator('.opener').first().getAttribute('data-opens')) ?? '';
  const beside = (): Locator => page.getByRole('complementary');
  const said = (words: RegExp): Promise<void> => page.getByRole('status').filter({ hasText: words }).waitFor();
  const focused = (): Promise<string | undefined> => page.evaluate('document.activeElement.dataset.opens');

  /** The different heights of the rows that are drawn, and of the lines between them. */
  const heights = (): Promise<number[]> =>
    page.evaluate(
      `[...new Set([...document.querySelectorAll('.line > tr')].map((row) => row.getBoundingClientRect().height))]`,
    );

  /** What sticks out of its row: it would be a second line. */
  const outside = (): Promise<string[]> =>
    page.evaluate(`[...document.querySelectorAll('.line .row')].flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return [...row.querySelectorAll('.cell, .opener, .chip')]
        .map((part) => ({ part, box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.top < top - 1 || box.bottom > bottom + 1))
        .map(({ part }) => part.className);
    })`);

  // A window of 1,000 pixels has 652 beside its side bar.
  for (const width of [580, 652, 1000, 1400]) {
    it(`has one line a row ${width} pixels wide`, async () => {
      await show({ width });
      assert.deepEqual(await heights(), [LINE]);
      assert.deepEqual(await outside(), []);
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      await page.locator('.separator.unscored').waitFor();
      assert.deepEqual(await heights(), [LINE]);
    });
  }

  it('has one line a row beside an open item', async () => {
    await show({ width: 1100 });
    await page.locator('.opener').first().click();
    await beside().waitFor();
    assert.deepEqual(await heights(), [LINE]);
    assert.deepEqual(await outside(), []);
  });

  it('lines the numbers up in columns, below their heads', async () => {
    await show({ width: 1000 });
    for (const column of ['score', 'reach', 'impact', 'confidence', 'effort']) {
      const ends = await page.evaluate<number[]>(`[...new Set([...document.querySelectorAll('.cell.${column}')]
        .map((cell) => Math.round(cell.getBoundingClientRect().right)))]`);
      assert.equal(ends.length, 1, `${column}: ${ends}`);
    }
  });

  it('drops the problem first where it is narrow, then the units, and needs no second line for either', async () => {
    const drops = async (width: number): Promise<boolean[]> => {
      await page.setViewportSize({ width, height: 900 });
      return Promise.all([
        page.locator('.line .story').first().isVisible(),
        page.locator('th.reach .unit').isVisible(),
        page.locator('.line .cell.effort').first().isVisible(),
      ]);
    };
    await show({ width: 1000 });
    assert.deepEqual(await drops(1000), [true, true, true]);
    assert.deepEqual(await drops(910), [false, true, true]);
    assert.deepEqual(await drops(652), [false, false, true]);
  });

  it('shows enough of a problem to be read, or none of it', async () => {
    await show({ width: 1000 });
    const widths = await page.evaluate<number[]>(`[...document.querySelectorAll('.line .story')]
      .filter((story) => story.textContent !== '')
      .map((story) => ({ story: story.getBoundingClientRect(), cell: story.closest('.cell').getBoundingClientRect() }))
      .filter(({ story, cell }) => story.top < cell.bottom)
      .map(({ story }) => story.width)`);
    assert.ok(widths.length > 10, `${widths.length} problems`);
    assert.ok(Math.min(...widths) >= 90, `${Math.min(...widths)}`);
  });

  it('shows all of a row at 200% zoom, where there is half the room', async () => {
    await show({ width: 500 });
    const cells = page.locator('.line .row').first().locator('.cell');
    for (const name of ['title', 'score', 'reach', 'impact', 'confidence', 'effort', 'challenges'])
      assert.ok(await cells.and(page.locator(`.${name}`)).isVisible(), name);
    const [scroll, client] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    assert.ok(scroll <= client, `${scroll} > ${client}`);
  });

  it('keeps its head in sight, with units, and explains every column', async () => {
    await show({ width: 1000 });
    await page.mouse.move(400, 500);
    await page.mouse.wheel(0, 900);
    await untilTrue(page, 'scrollY > 800');
    await untilTrue(page, 'document.querySelector(".head").getBoundingClientRect().top === 0');
    const onTop = await page.evaluate(
      `document.elementFromPoint(200, 20).closest('.head') !== null && document.querySelector('th.reach .unit').textContent`,
    );
    assert.equal(onTop, 'customers');
    const heads = await page.getByRole('columnheader').getByRole('button').all();
    assert.equal(heads.length, 9);
    for (const head of heads) {
      const tooltip = (await head.getAttribute('title')) ?? '';
      assert.match(tooltip, /^\p{Lu}.*\.$/u);
      const spoken = (await head.getAttribute('aria-describedby')) ?? '';
      assert.equal(await page.locator(`[id="${spoken}"]`).textContent(), tooltip);
    }
    await page.getByRole('columnheader', { name: 'Effort person-weeks' }).waitFor();
  });

  it('says once per group that nothing is scored yet, and keeps such rows empty', async () => {
    await show({ width: 1000, height: 3000 });
    const group = page.locator('.separator.unscored');
    await group.waitFor();
    const shown = await page.evaluate<string>('document.querySelector("main").innerText');
    assert.equal(shown.match(/not scored/gi)?.length, 1);
    const values = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.line td.score')].map(({ textContent }) => textContent)`,
    );
    assert.ok(values.includes(''));
    assert.ok(!values.includes('–') && !values.includes('none'));
  });

  it('draws few of 651 rows, as high all together as one by one', async () => {
    await show({ data: boardOf(651, 2), width: 1000 });
    assert.ok((await page.locator('tbody').count()) < 70);
    const all = 'Number(document.querySelector(".table").getAttribute("aria-rowcount")) - 1';
    const height =
      '(document.querySelector(".table").getBoundingClientRect().height - document.querySelector(".head").offsetHeight)';
    assert.equal(await page.evaluate(`${height} / (${all})`), LINE);
    await page.locator('.opener').first().focus();
    await page.keyboard.press('End');
    await untilTrue(page, 'Number(document.activeElement.closest("tr").ariaRowIndex) > 651');
    assert.equal(await page.evaluate(`${height} / (${all})`), LINE);
    assert.ok((await page.locator('tbody').count()) < 70);
  });

  it('styles the rows that come while one scrolls, and none of those that are there', async () => {
    await show({ data: boardOf(500, 4), width: 1400 });
    await browser().startTracing(page, { categories: [INVALIDATION] });
    await page.mouse.move(400, 500);
    for (let turn = 1; turn <= 10; turn++) {
      await page.mouse.wheel(0, 2 * LINE);
      await untilTrue(page, `scrollY === ${turn * 2 * LINE}`);
    }
    const { traceEvents } = JSON.parse((await browser().stopTracing()).toString()) as { readonly traceEvents: Noted[] };
    const reasons = traceEvents.flatMap(({ cat, args }) => (cat === INVALIDATION ? (args.data?.reason ?? []) : []));
    assert.ok(reasons.includes('Node was inserted into tree'), `${[...new Set(reasons)]}`);
    assert.ok(!reasons.includes('Invalidation set invalidates subtree'));
  });

  it('keeps what is checked over another part of the board, and over a reload', async () => {
    await show();
    await page
      .getByRole('checkbox', { name: /^Select/ })
      .nth(1)
      .check();
    await page
      .getByRole('checkbox', { name: /^Select/ })
      .nth(3)
      .check();
    await page.getByRole('tab', { name: 'Charts' }).click();
    await page.getByRole('tab', { name: 'Ranking' }).click();
    await page.getByRole('button', { name: 'Commit 2 to Sprint…' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Commit 2 to Sprint…' }).waitFor();
    const checks = page.getByRole('checkbox', { name: /^Select/ });
    assert.deepEqual(await Promise.all([0, 1, 2, 3].map((at) => checks.nth(at).isChecked())), [
      false,
      true,
      false,
      true,
    ]);
  });

  it('says how many items a search finds', async () => {
    await show();
    await page.getByRole('textbox', { name: 'Search' }).fill('importer');
    await said(/^[78] initiatives found\.$/);
    await page.getByRole('textbox', { name: 'Search' }).fill('PAY-110');
    await said(/^1 initiative found\.$/);
  });

  it('sorts titles with numbers in them as people count', async () => {
    const titles = ['KEP-2129 Traces', 'KEP-213 Jobs', 'KEP-2133 Keys'];
    const items = data.board.items.slice(0, 3).map((item, at) => ({ ...item, title: titles[at] ?? '' }));
    const some: BoardData = { ...data, board: { ...data.board, items } };
    await show({ data: some });
    await page.getByRole('columnheader', { name: 'Initiative' }).getByRole('button').click();
    await said(/Sorted by Initiative/);
    assert.deepEqual(await page.locator('.opener .name').allTextContents(), [
      'KEP-213 Jobs',
      'KEP-2129 Traces',
      'KEP-2133 Keys',
    ]);
  });

  it('opens an item beside the list where there is room; Enter opens, arrows move, Escape closes and gives the focus back', async () => {
    await show({ width: 1100 });
    const id = await firstId();
    await opener(id).focus();
    await page.keyboard.press('Enter');
    await beside().locator('.detail').waitFor();
    const [list, detail] = await Promise.all([page.locator('.list').boundingBox(), beside().boundingBox()]);
    assert.ok(list && detail && detail.x >= list.x + list.width, 'beside');
    assert.equal(await page.locator('.detail-row').count(), 0);
    assert.equal(await focused(), id);
    await page.keyboard.press('ArrowDown');
    await untilTrue(page, `document.activeElement.dataset.opens !== '${id}'`);
    const next = (await focused()) ?? '';
    await page.keyboard.press('Enter');
    await untilTrue(page, `document.querySelector('.beside').dataset.key === '${next}'`);
    assert.equal(await opener(id).getAttribute('aria-expanded'), 'false');
    await beside().getByRole('textbox', { name: 'Reasons' }).focus();
    await page.keyboard.press('Escape');
    await beside().waitFor({ state: 'detached' });
    await untilTrue(page, `document.activeElement.dataset.opens === '${next}'`);
    assert.equal(await page.locator('.detail').count(), 0);
  });

  it('stays beside the list while it scrolls, with a scroll of its own', async () => {
    await show({ width: 1100 });
    await page.locator('.opener').first().click();
    await beside().locator('.detail').waitFor();
    await page.mouse.move(200, 500);
    await page.mouse.wheel(0, 900);
    await untilTrue(page, 'scrollY > 800');
    const box = await beside().boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 900, JSON.stringify(box));
    await page.mouse.move(1000, 500);
    await page.mouse.wheel(0, 300);
    await untilTrue(page, 'document.querySelector(".beside").scrollTop > 200');
  });

  it('opens an item below its row where there is no room beside it, and closes it the same way', async () => {
    await show({ width: 1000 });
    const id = await firstId();
    await opener(id).click();
    const detail = page.locator(`[data-key="${id}"] .detail-row`);
    await detail.getByRole('textbox', { name: 'Reasons' }).focus();
    assert.equal(await beside().count(), 0);
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached' });
    await untilTrue(page, `document.activeElement.dataset.opens === '${id}'`);
  });

  for (const width of [400, 700, 1000, 1100, 1400]) {
    it(`has the four numbers of an item in one row, or two and two, ${width} pixels wide`, async () => {
      await show({ width });
      await page.locator('.opener').first().click();
      await page.locator('.sliders').waitFor();
      for (const group of ['.estimate .four', '.sliders']) {
        const rows = await page.evaluate<number[]>(
          `[...Map.groupBy(document.querySelector('${group}').children, (field) => field.offsetTop).values()].map(({ length }) => length)`,
        );
        assert.ok(['4', '2,2'].includes(String(rows)), `${group}: ${rows}`);
      }
    });
  }

  for (const width of [320, 400]) {
    it(`begins the lines of a card below each other ${width} pixels wide`, async () => {
      await show({ width });
      // Where the first cell of each of its lines begins; a line ends where the next cell is not farther right.
      const cards = await page.evaluate<number[][]>(`[...document.querySelectorAll('.line .row')].map((row) => {
        const cells = [...row.querySelectorAll('.cell:not(.select)')].map((cell) => cell.getBoundingClientRect());
        const lefts = cells.filter(({ height }) => height > 0).map(({ left }) => Math.round(left));
        return [...new Set(lefts.filter((left, at) => at === 0 || left <= lefts[at - 1]))];
      })`);
      assert.ok(cards.length > 3);
      assert.deepEqual(new Set(cards.map(String)), new Set([String(cards[0]?.[0])]));
    });
  }

  it('leads from a disagreement to challenging that very number', async () => {
    await show();
    await page.locator('button.chip').first().click();
    const form = beside().getByRole('form', { name: 'Challenge a number' });
    await form.waitFor();
    await untilTrue(page, 'document.activeElement.tagName === "SELECT"');
    assert.equal(await form.getByRole('combobox', { name: 'Number' }).inputValue(), 'reach');
  });

  it('opens an item with a click anywhere in its row, and commits it from there', async () => {
    await show();
    const row = page.locator('.line .row').first();
    await row.locator('.cell.impact').click();
    await beside().locator('.detail').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Search' }).fill('PAY-110');
    await page.locator('.line .row .cell.impact').click();
    await beside().getByRole('button', { name: 'Commit to Sprint…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Commit to Sprint' });
    await dialog.getByRole('button', { name: 'Commit 1 Initiative' }).waitFor();
    assert.deepEqual(await dialog.getByRole('combobox', { name: 'Sprint' }).locator('option').allTextContents(), [
      'Sprint 23',
      'Sprint 24 · starts 30 Nov',
    ]);
  });

  for (const theme of themeNames) {
    it(`gives quiet buttons the border the editor gives them in ${theme}`, async () => {
      await show({ theme });
      const border = await page
        .getByRole('button', { name: 'Take Snapshot' })
        .evaluate((button) => (globalThis as unknown as Styles).getComputedStyle(button).borderTopColor);
      const wanted = await page.evaluate<string>(`(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = '${themes[theme].colors['button-secondaryBorder']}';
        return getComputedStyle(probe).color;
      })()`);
      assert.equal(border, wanted);
    });
  }
});

/** Why the browser styles something again. */
const INVALIDATION = 'disabled-by-default-devtools.timeline.invalidationTracking';

interface Noted {
  readonly cat: string;
  readonly args: { readonly data?: { readonly reason?: string } };
}

/** What a page can be asked about how it looks. */
interface Styles {
  getComputedStyle(element: unknown): { readonly borderTopColor: string };
}
