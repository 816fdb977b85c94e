/** The Because sidebar as a person uses it: rows with their state, title buttons, context menus, welcome texts. */
import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

export type ViewTitle = 'Current Work' | 'Sprint';

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

  /** Waits until the labels of the rows are these, from the top. */
  async shows(view: ViewTitle, labels: readonly (string | RegExp)[]): Promise<void> {
    const rows = this.#workbench.rows(view);
    for (const [index, label] of labels.entries()) await rows.nth(index).filter({ hasText: label }).waitFor();
    await rows.nth(labels.length).waitFor({ state: 'detached' });
    assert.equal(await rows.count(), labels.length);
  }

  /** Opens a row's context menu and gives the titles in it. */
  async menuOf(view: ViewTitle, row: string | RegExp): Promise<Locator> {
    await this.#workbench.row(view, row).click({ button: 'right' });
    const menu = this.#workbench.page.locator('.context-view .monaco-menu');
    await menu.waitFor();
    return menu;
  }

  /** Chooses an entry of a row's context menu. */
  async choose(view: ViewTitle, row: string | RegExp, entry: string): Promise<void> {
    const menu = await this.menuOf(view, row);
    await menu.getByRole('menuitem', { name: entry, exact: true }).hover();
    await menu.locator('.action-item.focused').filter({ hasText: entry }).waitFor();
    // A menu that has just opened does not hear the mouse button yet.
    await this.#workbench.page.keyboard.press('Enter');
  }
}
