/** The scoring board's page while others work: what a person does on it stays where it is. And it stays quick and readable. */
import assert from 'node:assert/strict';
import type { Item } from '../../../src/core/scoring/item.ts';
import { seriousIn } from '../../support/axe.ts';
import { type BoardData, boardOf } from '../../support/boardData.ts';
import { type BoardView, boardOfEach, type Shown, untilTrue } from '../../support/boardPage.ts';
import { themeNames } from '../../support/themes.ts';

const data = boardOf(60, 4);

describe('the page of the scoring board, while things change', () => {
  const { open: openOne } = boardOfEach();
  let view: BoardView;

  async function shown(how: Partial<Shown> = {}): Promise<BoardView> {
    view = await openOne({ data, ...how });
    return view;
  }

  /** Tells the page of changed items, and waits until it has drawn them. */
  async function change(changed: readonly Item[], removed: readonly string[] = []): Promise<void> {
    await view.page.evaluate(`played.change(${JSON.stringify(changed)}, ${JSON.stringify(removed)})`);
    // The host tells in a timer of its own, set before this one; what it told is drawn a frame later.
    await view.page.evaluate(
      'new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done))))',
    );
  }

  const better = (item: Item): Item => ({
    ...item,
    agreed: { reach: 1e6, impact: 3, confidence: 100, effort: 1 },
    round: { ...item.round, revealed: true },
  });

  it('keeps focus, caret, half-typed input and the place on the screen when rows above change', async () => {
    const { page } = await shown();
    const id = 'PAY-120';
    await page.locator('.opener').first().focus();
    for (let tries = 0; tries < 60 && !(await page.locator(`[data-opens="${id}"]`).count()); tries++) {
      await page.keyboard.press('PageDown');
      await page.keyboard.press('ArrowDown');
    }
    await page.mouse.wheel(0, 1200);
    await page.locator(`[data-opens="${id}"]`).click();
    const line = page.locator(`[data-key="${id}"]`);
    const reasons = line.getByRole('textbox', { name: 'Reasons' });
    await reasons.fill('Two services change');
    await reasons.evaluate((field) =>
      (field as unknown as { setSelectionRange(a: number, b: number): void }).setSelectionRange(3, 3),
    );
    const top = async (): Promise<number> => (await reasons.boundingBox())?.y ?? Number.NaN;
    const before = await top();
    await change(data.board.items.slice(0, 6).map(better), ['PAY-109']);
    assert.equal(await page.evaluate('document.activeElement.value'), 'Two services change');
    assert.equal(await page.evaluate('document.activeElement.selectionStart'), 3);
    assert.ok(Math.abs((await top()) - before) <= 2, `moved from ${before} to ${await top()}`);
  });

  it('keeps what was typed about an item that is deleted meanwhile', async () => {
    const { page } = await shown();
    const first = page.locator('.opener').first();
    const id = (await first.getAttribute('data-opens')) ?? '';
    await first.click();
    await page.getByRole('textbox', { name: 'Reasons' }).fill('Do not lose me.');
    await change([], [id]);
    await page.getByText(`${id} is no longer on this board.`).waitFor();
    await page.getByText('reasons: Do not lose me.').waitFor();
  });

  it('goes back to where it was scrolled to after a reload', async () => {
    const { page } = await shown();
    await page.mouse.wheel(0, 1500);
    await untilTrue(page, 'JSON.parse(sessionStorage.getItem("state"))?.page?.top > 1000');
    const left = (await page.evaluate('scrollY')) as number;
    await page.reload();
    await untilTrue(page, `Math.abs(scrollY - ${left}) < 60`);
  });

  it('takes no harm from 10,000 messages that do not fit', async () => {
    const { page } = await shown();
    const before = await page.locator('main, body').first().textContent();
    await page.evaluate(`(() => {
      const names = ['items', 'detail', 'board', 'nonsense', '__proto__', 'constructor', ''];
      const poison = JSON.parse('{"__proto__": {"id": "x"}}');
      const some = [null, 7, NaN, 'x', [], {}, poison, { changed: [{ id: 7 }], removed: null }, { id: 'x' },
        { changed: [{ ...played.items[0], agreed: { effort: Infinity } }], removed: [] }, { items: played.items }];
      for (let n = 0; n < 10000; n++) played.send(names[n % names.length], some[n % some.length]);
    })()`);
    await change([]);
    assert.equal(await page.locator('main, body').first().textContent(), before);
    await change([better(data.board.items[3] as Item)]);
    await page
      .locator('.opener', { hasText: data.board.items[3]?.title ?? '' })
      .first()
      .waitFor();
  });

  it('says when nothing is in scope, when nobody is known, and which files cannot be read', async () => {
    const { me: _, ...unknown } = data.board;
    const board: BoardData['board'] = {
      ...unknown,
      items: [],
      troubles: [{ path: 'estimates/PAY-1/ada.md', id: 'PAY-1.ada', message: 'It has no front matter.' }],
    };
    const { page } = await shown({ data: { ...data, board } });
    await page.getByText('There is no initiative here').waitFor();
    await page.getByRole('button', { name: 'Set My Identity…' }).waitFor();
    await page.getByText('1 file with scores cannot be read').click();
    await page.getByRole('button', { name: 'Open estimates/PAY-1/ada.md' }).click();
    assert.deepEqual(await page.evaluate('played.asked.at(-1)'), {
      method: 'run',
      params: { command: 'openRecord', id: 'PAY-1.ada' },
    });
  });

  for (const theme of themeNames) {
    it(`is readable for everybody in ${theme}: nothing serious is found`, async () => {
      const { page } = await shown({ theme });
      await page.locator('.opener').nth(2).click();
      await page.locator('.detail').waitFor();
      await page.getByRole('button', { name: 'Challenge Estimate' }).click();
      await page.getByRole('textbox', { name: 'Should be' }).fill('lots');
      await page.locator('.problem').first().waitFor();
      assert.deepEqual(await seriousIn(page), []);
    });
  }

  for (const width of [320, 400, 700, 1000, 1400]) {
    it(`needs no sideways scrolling ${width} pixels wide`, async () => {
      const { page } = await shown({ width });
      await page.locator('.opener').nth(1).click();
      await page.locator('.detail').waitFor();
      await page
        .getByRole('button', { name: 'Set Agreed Score' })
        .or(page.getByRole('button', { name: 'Change Agreed' }))
        .first()
        .click();
      const [scroll, client] = (await page.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      )) as [number, number];
      assert.ok(scroll <= client, `${scroll} > ${client}`);
    });
  }

  it('is a table for those who listen, however many of its rows are drawn', async () => {
    const { page, context } = await shown();
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const roles = nodes.map(({ role }) => String(role?.value));
    for (const role of ['table', 'row', 'columnheader', 'rowheader', 'cell'])
      assert.ok(roles.includes(role), `no ${role}`);
    assert.equal(
      await page.getByRole('table', { name: 'Ranking' }).getAttribute('aria-rowcount'),
      String(1 + ((await page.evaluate('played.items.length')) as number) + (await separators())),
    );
  });

  /** The lines between the items, all of them. */
  async function separators(): Promise<number> {
    const last = view.page.locator('tbody tr').last();
    await view.page.locator('.opener').first().focus();
    await view.page.keyboard.press('End');
    await untilTrue(view.page, 'scrollY > 500');
    return Number(await last.getAttribute('aria-rowindex')) - 1 - data.board.items.length;
  }

  it('draws 500 items of 12 engineers without delay, and only those one can see', async () => {
    const { page } = await shown({ data: boardOf(500, 12) });
    assert.ok((await page.locator('tbody').count()) < 60);
    await page.evaluate('performance.mark("before")');
    await page.getByRole('columnheader', { name: 'Score' }).getByRole('button').click();
    await page.getByRole('textbox', { name: 'Search' }).fill('importer');
    await page.getByText('63 initiatives').or(page.getByText('62 initiatives')).waitFor();
  });

  it('prints black on white, without what can only be clicked', async () => {
    const { page } = await shown({ theme: 'dark' });
    await page.locator('.opener').nth(1).click();
    await page.locator('.detail').waitFor();
    await page.emulateMedia({ media: 'print' });
    const colors = (of: string) =>
      page.evaluate(`(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(${of}))`);
    assert.deepEqual(await colors('document.body'), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    assert.deepEqual(await colors(`document.querySelector('.detail .statement')`), [
      'rgb(0, 0, 0)',
      'rgba(0, 0, 0, 0)',
    ]);
    for (const clicked of ['button.plain', 'form', 'input:not([type=checkbox])', 'select'])
      assert.equal(await page.locator(clicked).filter({ visible: true }).count(), 0, clicked);
    await page.getByText('Counted twice.').waitFor();
  });

  it('draws all rows for printing', async () => {
    const { page } = await shown();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await untilTrue(page, 'document.querySelectorAll(".opener").length === 60');
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    await untilTrue(page, 'document.querySelectorAll(".opener").length < 60');
  });
});
