/** The Because sidebar as a person uses it: rows with their state, title buttons, context menus, welcome texts. */
import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { MOMENT, no, type Workbench, yes } from './workbench.ts';

/** An element, as Playwright types it for code that runs in the page. */
type Drawn = Parameters<Extract<Parameters<Locator['evaluate']>[0], (...given: never) => unknown>>[0];

/** Runs in the page: the characters of a row that are not cut off. */
function seenIn(row: Drawn): string {
  const box = row.querySelector('.monaco-icon-label-container');
  const end = box?.getBoundingClientRect().right ?? 0;
  const range = row.ownerDocument.createRange();
  let seen = '';
  for (const part of row.querySelectorAll('.label-name, .label-description')) {
    const walker = row.ownerDocument.createTreeWalker(part, 4 /* text nodes */);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < (node.textContent?.length ?? 0); at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        if (range.getBoundingClientRect().right <= end) seen += node.textContent?.charAt(at) ?? '';
      }
    }
    seen += ' ';
  }
  return seen.trim();
}

/** Runs in the page: what is drawn behind an element. */
const behind = (label: Drawn): string =>
  label.ownerDocument.defaultView?.getComputedStyle(label, '::after').getPropertyValue('content') ?? '';

export type ViewTitle = 'Current Work' | 'Sprint' | 'Discovery';

export class Sidebar {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens the container and waits for both views. */
  async open(): Promise<void> {
    await this.#workbench.openContainer('Because');
    await this.#workbench.view('Sprint').waitFor();
  }

  /** What stands beside a view's title, such as `Sprint 24 · 8`. */
  description(view: ViewTitle): Locator {
    return this.#workbench.view(view).locator('.pane-header .description');
  }

  /** The sentence above a view's rows. */
  message(view: ViewTitle): Locator {
    return this.#workbench.view(view).locator('.tree-explorer-viewlet-tree-view .message');
  }

  /** The text an empty view shows, with its buttons. */
  welcome(view: ViewTitle): Locator {
    return this.#workbench.view(view).locator('.welcome-view-content');
  }

  /** Presses a button of the view's title bar. */
  async press(view: ViewTitle, name: string): Promise<void> {
    const header = this.#workbench.view(view).locator('.pane-header');
    await header.hover();
    await header.getByRole('button', { name }).click();
  }

  /** Chooses an entry behind the dots of the view's title bar. */
  async pressMore(view: ViewTitle, name: string): Promise<void> {
    const { page, menu } = this.#workbench;
    const header = this.#workbench.view(view).locator('.pane-header');
    const more = header.getByRole('button', { name: /More Actions/ });
    const take = async () => {
      await header.hover({ timeout: MOMENT });
      await more.click({ timeout: MOMENT });
      await this.#workbench.chooseEntry(name, MOMENT);
    };
    // A head that is drawn anew meanwhile loses its buttons with the mouse over them, and closes its menu.
    await eventually(async () => {
      // A menu in which nothing could be chosen in time lies over the head.
      if (await menu.isVisible()) await page.keyboard.press('Escape');
      await page.mouse.move(900, 20);
      return take().then(yes, no);
    }, `"${name}" in the menu of the ${view} view`);
  }

  /** Waits until the labels of the rows are these, from the top. */
  async shows(view: ViewTitle, labels: readonly (string | RegExp)[]): Promise<void> {
    const rows = this.#workbench.rows(view);
    for (const [index, label] of labels.entries()) await rows.nth(index).filter({ hasText: label }).waitFor();
    await rows.nth(labels.length).waitFor({ state: 'detached' });
    assert.equal(await rows.count(), labels.length);
  }

  /** Makes the side bar this wide, in pixels. */
  async widen(width: number): Promise<void> {
    const { page } = this.#workbench;
    const part = page.locator('.part.sidebar');
    const before = (await part.boundingBox()) ?? assert.fail('There is no side bar.');
    await page.mouse.move(before.x + before.width, before.y + before.height / 2);
    await page.mouse.down();
    await page.mouse.move(before.x + width, before.y + before.height / 2, { steps: 5 });
    await page.mouse.up();
    await eventually(
      async () => Math.abs(((await part.boundingBox())?.width ?? 0) - width) < 2,
      `A side bar of ${width} pixels`,
    );
  }

  /** What a person reads of the rows, from the top: what is cut off is left out. */
  async read(view: ViewTitle): Promise<string[]> {
    return (await this.#workbench.rows(view).all()).reduce<Promise<string[]>>(
      async (before, row) => [...(await before), await row.evaluate(seenIn)],
      Promise.resolve([]),
    );
  }

  /** The sign at the end of a row; nothing where it bears none. */
  async sign(view: ViewTitle, row: string | RegExp): Promise<string> {
    const label = this.#workbench.row(view, row).locator('.monaco-icon-label').first();
    return (await label.evaluate(behind)).replaceAll('"', '').replace(/^(none|normal)$/, '');
  }

  /** Opens a row's context menu and gives the titles in it. */
  async menuOf(view: ViewTitle, row: string | RegExp): Promise<Locator> {
    await this.#workbench.row(view, row).click({ button: 'right' });
    const { menu } = this.#workbench;
    await menu.waitFor();
    return menu;
  }

  /** Chooses an entry of a row's context menu. */
  async choose(view: ViewTitle, row: string | RegExp, entry: string): Promise<void> {
    await this.menuOf(view, row);
    await this.#workbench.chooseEntry(entry);
  }
}
