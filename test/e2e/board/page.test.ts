/** The scoring board's page by keyboard: open, estimate, challenge, accept, commit; and what it says when something is wrong. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { boardOf } from '../../support/boardData.ts';
import { type BoardView, boardOfEach, type Played, untilTrue } from '../../support/boardPage.ts';

const data = boardOf(24, 4);
/** Blind, with a challenge of its effort. */
const blind = 'PAY-103';

const goalOf = (page: Page): Locator => page.locator('header + .goal');

describe('the page of the scoring board', () => {
  const { open: openOne } = boardOfEach();
  let view: BoardView;
  let page: Page;

  beforeEach(async () => {
    view = await openOne({ data });
    page = view.page;
  });

  const opener = (id: string): Locator => page.locator(`[data-opens="${id}"]`);
  const line = (id: string): Locator => page.locator(`[data-key="${id}"]`);
  const said = (words: RegExp): Promise<void> => page.getByRole('status').filter({ hasText: words }).waitFor();
  const asked = (): Promise<Played['asked']> => page.evaluate('played.asked');

  async function open(id: string): Promise<Locator> {
    await page.getByRole('textbox', { name: 'Search' }).fill(id);
    // What is said later must not come in between.
    await said(/^1 initiative found\.$/);
    await opener(id).focus();
    await page.keyboard.press('Enter');
    await line(id).locator('.detail').waitFor();
    return line(id);
  }

  it('ranks in tiers with words, and says what is unscored and what stands beside', async () => {
    const heads = await page.locator('.separator h2').allTextContents();
    assert.match(heads[0] ?? '', /^Tier 1 · \d with no clear order$/);
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('debt');
    await page.getByText(/^Not ranked: \d+ cannot be compared yet$/).waitFor();
    await page.getByText('Nobody has said yet who this debt affects').waitFor();
  });

  it('says what the sprint is for, where that is written', async () => {
    assert.equal(await goalOf(page).count(), 0);
    await view.context.close();
    view = await openOne({ data: { ...data, board: { ...data.board, goal: 'Outages are read in time' } } });
    page = view.page;
    await goalOf(page).waitFor();
    assert.equal(await goalOf(page).textContent(), 'Goal: Outages are read in time');
  });

  it('says beside a number that it lies off its scale', async () => {
    const [first] = data.board.items;
    assert.ok(first);
    const agreed = { reach: 2000, impact: 1.5, confidence: 0.8, effort: 4 };
    const items = [{ ...first, agreed }, ...data.board.items.slice(1)];
    await view.context.close();
    view = await openOne({ data: { ...data, board: { ...data.board, items } } });
    page = view.page;
    const item = await open(first.id);
    const row = page.locator('tr.row', { has: opener(first.id) });
    assert.match((await row.locator('.cell.confidence').textContent()) ?? '', /0\.8%.*a fraction\?/);
    assert.match((await row.locator('.cell.impact').textContent()) ?? '', /1\.5.*off the scale/);
    assert.doesNotMatch((await row.locator('.cell.effort').textContent()) ?? '', /⚠/);
    assert.match((await item.locator('.factor h4', { hasText: 'Confidence' }).textContent()) ?? '', /a fraction\?/);
  });

  it('moves from row to row with the arrow keys, over separators', async () => {
    const rows = page.locator('.opener');
    await rows.first().focus();
    const before = await page.evaluate('document.activeElement.dataset.opens');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await untilTrue(page, `document.activeElement.dataset.opens !== ${JSON.stringify(before)}`);
    await page.keyboard.press('End');
    const last = await page.evaluate('played.items.length');
    assert.equal(last, 24);
    await untilTrue(page, 'Number(document.activeElement.closest("tr").ariaRowIndex) > 24');
    await page.keyboard.press('Home');
    await untilTrue(page, `document.activeElement.dataset.opens === ${JSON.stringify(before)}`);
  });

  it('sorts by any column, says so, and keeps tiers for the order of ranks', async () => {
    await page.getByRole('columnheader', { name: 'Effort' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await said(/Sorted by Effort, smallest first/);
    await page.locator('th.effort[aria-sort=ascending]').getByText('↑').waitFor();
    assert.equal(await page.locator('.separator.tier').count(), 0);
  });

  it('keeps a round blind until I have given my estimate, then shows the others’ and announces the rank', async () => {
    const item = await open(blind);
    await item.getByText('4 have estimated').first().waitFor();
    assert.equal(await item.locator('.voices').count(), 0);
    await item.getByRole('textbox', { name: 'Reach' }).fill('600');
    await item.getByRole('textbox', { name: 'Impact' }).fill('2');
    await item.getByRole('textbox', { name: 'Confidence' }).fill('80');
    await item.getByRole('textbox', { name: 'Effort' }).fill('3 / 6 / 12');
    await item.getByRole('textbox', { name: 'Reasons' }).fill('Two services change.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await said(/Your estimate is saved\. Rank \d+, score [\d,.]+\./);
    assert.equal(await item.locator('.voices').count(), 4);
    assert.deepEqual((await asked()).at(-1)?.params, {
      action: 'estimate',
      input: {
        initiative: blind,
        reach: 600,
        impact: 2,
        confidence: 80,
        effort: { low: 3, likely: 6, high: 12 },
        reasons: 'Two services change.',
      },
    });
  });

  for (const [field, typed, words] of [
    ['Effort', '0', /Effort must be a number of at least 0.01/],
    ['Effort', '-3', /Effort must be/],
    ['Reach', 'many', /Reach must be/],
    ['Reach', '1e308', /Reach must be/],
    ['Confidence', '300', /Confidence must be/],
    ['Effort', '12 / 6 / 3', /A range goes up from low to likely to high/],
  ] as const) {
    it(`says at the field why ${typed} is no ${field.toLowerCase()}, and keeps it`, async () => {
      const item = await open(blind);
      const input = item.getByRole('textbox', { name: field });
      await input.fill(typed);
      await item.getByText(words).waitFor();
      const spoken = (await input.getAttribute('aria-describedby')) ?? '';
      const texts = await Promise.all(spoken.split(' ').map((id) => page.locator(`[id="${id}"]`).textContent()));
      assert.match(texts.join(' '), words);
      assert.equal(await input.getAttribute('aria-invalid'), 'true');
      await input.press('Enter');
      await said(/Not saved/);
      assert.equal(await input.inputValue(), typed);
      assert.deepEqual(await asked(), []);
    });
  }

  it('keeps what was typed when saving fails, and says what to do next', async () => {
    const item = await open(blind);
    await item.getByRole('textbox', { name: 'Effort' }).fill('5');
    await page.evaluate('played.failNext = { message: "The file changed.", next: "Save again." }');
    await item.getByRole('button', { name: 'Save My Estimate' }).click();
    await item.getByText('The file changed. Save again.').waitFor();
    assert.equal(await item.getByRole('textbox', { name: 'Effort' }).inputValue(), '5');
    await item.getByRole('button', { name: 'Save My Estimate' }).click();
    await said(/saved/);
  });

  it('says why an estimate stays once its round is revealed, with what is half-typed still there', async () => {
    const item = await open(blind);
    const effort = item.getByRole('textbox', { name: 'Effort' });
    await effort.fill('5');
    await item.getByRole('button', { name: 'Save My Estimate' }).click();
    await said(/saved/);
    await effort.fill('7');
    await page.evaluate(`(() => {
      const item = played.items.find(({ id }) => id === '${blind}');
      played.change([{ ...item, round: { ...item.round, revealed: true } }]);
    })()`);
    await item.getByText('Round 1 is revealed, so your estimate cannot change any more.').waitFor();
    assert.equal(await effort.inputValue(), '7');
    await effort.press('Enter');
    await said(/your estimate cannot change any more/);
    assert.equal((await asked()).length, 1);
    await item.getByRole('button', { name: 'Discard' }).click();
    await effort.waitFor({ state: 'detached' });
    await item.getByText('Start a new round to estimate again.').waitFor();
  });

  it('says of each risk how bad it is and whether anybody answered', async () => {
    const { id, risks } = data.board.items.find((each) => each.risks.some(({ open }) => open)) ?? { id: '', risks: [] };
    const [risk] = risks;
    await page.evaluate(`(() => {
      const item = played.items.find(({ id }) => id === '${id}');
      const risks = [
        { ...item.risks[0], title: 'One sender', likelihood: 5, impact: 4 },
        { ...item.risks[0], id: 'rk-2', title: 'Old phones', likelihood: 1, impact: 4, answered: true },
        { ...item.risks[0], id: 'rk-3', title: 'No budget', open: false },
      ];
      played.change([{ ...item, risks }]);
    })()`);
    const item = await open(id);
    assert.deepEqual(await item.getByRole('list', { name: 'Risks' }).getByRole('listitem').allTextContents(), [
      'risk: critical One sender unanswered',
      'risk: low Old phones ',
      'risk: closed No budget ',
    ]);
    await item.getByRole('button', { name: 'One sender' }).click();
    assert.deepEqual((await asked()).at(-1)?.params, { command: 'openRecord', id: risk?.id });
  });

  it('says that something is ready only of what can still be committed', async () => {
    const { items } = data.board;
    const ready = items.find(({ missing }) => missing.length === 0);
    await page.getByRole('textbox', { name: 'Search' }).fill(ready?.id ?? '');
    const cell = line(ready?.id ?? '').locator('td.missing');
    await cell.getByText('ready').waitFor();
    await page.evaluate(`played.change([${JSON.stringify({ ...ready, status: 'shipped' })}])`);
    await untilTrue(page, `document.querySelector('[data-key="${ready?.id}"] td.missing').textContent === ''`);
  });

  it('keeps half-typed input, open rows, filters and sort over a reload', async () => {
    const item = await open(blind);
    await item.getByRole('textbox', { name: 'Effort' }).fill('3 / 6 /');
    await page.getByRole('columnheader', { name: 'Reach' }).getByRole('button').click();
    await page.reload();
    await line(blind).locator('.detail').waitFor();
    assert.equal(await line(blind).getByRole('textbox', { name: 'Effort' }).inputValue(), '3 / 6 /');
    assert.equal(await page.getByRole('textbox', { name: 'Search' }).inputValue(), blind);
    await page.locator('th.reach[aria-sort=descending]').getByText('↓').waitFor();
  });

  it('starts fresh over a state that cannot be read', async () => {
    await page.evaluate(
      'sessionStorage.setItem("state", JSON.stringify({ page: { version: 1, tab: 7, drafts: [] } }))',
    );
    await page.reload();
    await page.getByRole('table', { name: 'Ranking' }).waitFor();
    await page.locator('.separator.tier').first().waitFor();
  });

  it('challenges a number with evidence by keyboard, and accepts one', async () => {
    const item = await open(blind);
    await item.getByRole('button', { name: 'Challenge Estimate' }).focus();
    await page.keyboard.press('Enter');
    await untilTrue(page, 'document.activeElement.tagName === "SELECT"');
    await page.keyboard.press('Tab');
    await page.keyboard.type('250');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Bolt alone is a third of it.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await item.getByRole('button', { name: 'Save Challenge' }).focus();
    await page.keyboard.press('Enter');
    await said(/Your challenge is saved/);
    assert.deepEqual((await asked()).at(-1)?.params, {
      action: 'challenge',
      input: {
        initiative: blind,
        factor: 'reach',
        to: 250,
        reason: 'Bolt alone is a third of it.',
        evidence: ['ev-1'],
      },
    });
    await item.getByRole('button', { name: 'Accept the challenge of Effort' }).focus();
    await page.keyboard.press('Enter');
    await said(/Challenge accepted/);
    await item.locator('td.effort[title^=Agreed]', { hasText: '8' }).waitFor();
    assert.notEqual(await page.evaluate('document.activeElement.tagName'), 'BODY');
  });

  it('asks why before it rejects a challenge', async () => {
    const item = await open(blind);
    await item.getByRole('button', { name: 'Reject the challenge of Effort' }).click();
    await item.getByText('Say why before you reject it.').waitFor();
    assert.deepEqual(await asked(), []);
    await item.getByRole('textbox', { name: 'Your answer' }).fill('The migration is another item.');
    await item.getByRole('button', { name: 'Reject the challenge of Effort' }).click();
    await said(/Challenge rejected/);
  });

  it('shows what is missing before it commits, asks why, and commits', async () => {
    await page
      .getByRole('checkbox', { name: /^Select/ })
      .nth(2)
      .check();
    await page.getByRole('button', { name: 'Commit 1 to Sprint…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Commit to Sprint' });
    await dialog.getByText('evidence or a validation').waitFor();
    await dialog.getByRole('button', { name: 'Commit 1 Initiative' }).press('Enter');
    await dialog.locator('.problem', { hasText: 'Say why you commit' }).waitFor();
    assert.deepEqual(await asked(), []);
    await page.keyboard.type('The interviews are booked.');
    await dialog.getByRole('button', { name: 'Commit 1 Initiative' }).press('Enter');
    await said(/1 initiative is committed/);
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await asked()).at(-1)?.method, 'act');
  });

  it('previews the rank a number would give, and saves nothing', async () => {
    const item = await open('PAY-110');
    const outcome = item.locator('.outcome');
    assert.match((await outcome.textContent()) ?? '', /^Score 506, rank 1 of/);
    await item.getByRole('slider', { name: 'Effort' }).press('End');
    assert.match((await outcome.textContent()) ?? '', /^Score 50\.\d, rank \d+ of/);
    assert.deepEqual(await asked(), []);
  });

  it('exports through the menu with the arrow keys', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).waitFor();
    await page.keyboard.press('Enter');
    await said(/Copied/);
    assert.match(JSON.stringify((await asked()).at(-1)), /PAY-110 Set-up takes 20 minutes \| 506/);
  });
});
