/** The workbench as a person uses it: palette, pickers, trees, hovers, files. Every wait is for something seen. */
import type { Locator, Page } from 'playwright-core';
import { eventually, PATIENCE } from '../../support/eventually.ts';
import type { Settings } from '../../support/host/server.ts';
import { openWindow, type Theme, type Window, type WorkbenchOptions } from '../../support/host/workbench.ts';

/** Opens a window; close it after the tests. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  return new Workbench(await openWindow(options));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Milliseconds after which what did not come is asked for anew. */
export const MOMENT = 2000;

export const yes = (): boolean => true;
export const no = (): boolean => false;

/** An element, as Playwright types it for code that runs in the page. */
type Drawn = Parameters<Extract<Parameters<Locator['evaluate']>[0], (...given: never) => unknown>>[0];

/** Runs in the page. Undefined while the line is being drawn anew: tokens arrive late and replace it. */
function middleOf(element: Drawn, text: string): Point | undefined {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* text nodes */);
  // Lines draw spaces as no-break spaces, and one word may be spread over several spans.
  const whole = element.textContent?.replaceAll('\u00a0', ' ') ?? '';
  let left = whole.indexOf(text) + Math.floor(text.length / 2);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left < length) {
      const range = element.ownerDocument.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return width === 0 ? undefined : { x: x + width / 2, y: y + height / 2 };
    }
    left -= length;
  }
  return undefined;
}

export class Workbench {
  readonly page: Page;
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
    this.page = window.page;
  }

  close(): Promise<void> {
    return this.#window.close();
  }

  // --- Palette and pickers

  /** The box of the palette, a quick pick or an input box, whichever is open. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  get quickInputBox(): Locator {
    return this.quickInput.locator('input[type="text"], input.input').first();
  }

  get quickRows(): Locator {
    return this.quickInput.locator('.quick-input-list .monaco-list-row');
  }

  /** Opens the palette with this text typed in. */
  async openPalette(text = ''): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInputBox.waitFor();
    if (text) await this.quickInputBox.pressSequentially(text);
  }

  /**
   * Runs a command by its title, as the palette shows it ("Because: Flag Feasibility Risk"). The palette lists what is
   * possible when it is opened, and an editor that opens meanwhile takes it away: it is opened again until it holds the row.
   */
  async runCommand(title: string): Promise<void> {
    const row = this.quickRows.filter({ has: this.page.getByText(title, { exact: true }) }).first();
    await eventually(async () => {
      // A window that still starts may miss the key: then it is pressed again.
      await this.page.keyboard.press('F1');
      if (!(await this.quickInputBox.fill(`>${title}`, { timeout: MOMENT }).then(yes, no))) return false;
      // It may go away between the row's coming and the click.
      if (await row.click({ timeout: MOMENT }).then(yes, no)) return true;
      await this.page.keyboard.press('Escape');
      return false;
    }, `The row "${title}" of the palette`);
  }

  /** Waits for a question of a flow, by the number that stands behind its title: until it comes, the one before is still open. */
  async question(number: number): Promise<void> {
    await this.quickInput.locator('.quick-input-title').getByText(`(${number}/`).waitFor();
  }

  /** Picks the row that shows this text, and waits until the list is over. */
  async pick(text: string | RegExp): Promise<void> {
    const row = this.quickRows.filter({ hasText: text }).first();
    await row.waitFor();
    await this.#past(() => row.click());
  }

  /** Checks the row that shows this text, in a list of which several can be chosen. */
  async check(text: string | RegExp): Promise<void> {
    await this.quickRows.filter({ hasText: text }).first().click();
  }

  /** Types into the open box, confirms it, and waits until it is over. */
  async answer(text: string): Promise<void> {
    await this.quickInputBox.fill(text);
    await this.#past(() => this.quickInputBox.press('Enter'));
  }

  /** Types what the question refuses into the open box, and confirms it all the same. */
  async answerWrongly(text: string): Promise<void> {
    await this.quickInputBox.fill(text);
    await this.quickInputBox.press('Enter');
  }

  /** Does what ends the open question, and waits until another is open or none: until then, it would take the next words. */
  async #past(end: () => Promise<void>): Promise<void> {
    const before = await this.#asked();
    await end();
    await eventually(async () => (await this.#asked()) !== before, `The end of the question "${before}"`);
  }

  /** What the open question says of itself; nothing where none is open. */
  #asked(): Promise<string> {
    return this.quickInput.evaluateAll((widgets) => {
      const [widget] = widgets;
      const said = ['.quick-input-title', '.quick-input-message'].map(
        (part) => widget?.querySelector(part)?.textContent,
      );
      return [...said, widget?.querySelector('input:not([type="checkbox"])')?.getAttribute('placeholder')].join(' · ');
    });
  }

  // --- Views and trees

  /** Opens the container of the activity bar with this name. */
  async openContainer(name: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name }).first();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.page.locator('.sidebar .composite.title').filter({ hasText: name }).first().waitFor();
  }

  /** A view of the side bar by its title, opened when it is folded. */
  async openView(title: string): Promise<Locator> {
    const view = this.view(title);
    const header = view.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    return view;
  }

  /** Folds a view of the side bar. */
  async foldView(title: string): Promise<void> {
    const header = this.view(title).locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
  }

  /** A view of the side bar by its title. */
  view(title: string): Locator {
    return this.page
      .locator('.pane')
      .filter({ has: this.page.locator('.pane-header').getByText(title, { exact: true }) });
  }

  /** The rows a tree shows at the moment, from top to bottom. */
  rows(viewTitle: string): Locator {
    return this.view(viewTitle).locator('.monaco-list-row');
  }

  /** The row of a tree with this text in its label or description. */
  row(viewTitle: string, text: string | RegExp): Locator {
    return this.rows(viewTitle).filter({ hasText: text }).first();
  }

  /** Unfolds a row. */
  async unfold(viewTitle: string, text: string | RegExp): Promise<void> {
    const row = this.row(viewTitle, text);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
    await this.rows(viewTitle)
      .filter({ hasText: text })
      .and(this.page.locator('[aria-expanded="true"]'))
      .first()
      .waitFor();
  }

  /** Folds a row. */
  async fold(viewTitle: string, text: string | RegExp): Promise<void> {
    const open = this.row(viewTitle, text).and(this.page.locator('[aria-expanded="true"]'));
    await open.locator('.monaco-tl-twistie').click();
    await open.waitFor({ state: 'detached' });
  }

  // --- Menus

  /** The context menu that is open, or the menu behind dots. */
  get menu(): Locator {
    return this.page.locator('.context-view .monaco-menu');
  }

  /** Chooses an entry of the open menu. */
  async chooseEntry(entry: string, timeout = PATIENCE): Promise<void> {
    await this.menu.getByRole('menuitem', { name: entry, exact: true }).hover({ timeout });
    // A menu that has just opened does not hear the mouse button yet; one that is gone must not leave its key to the rows.
    await this.menu.locator('.action-item.focused a').filter({ hasText: entry }).press('Enter', { timeout });
  }

  /** Chooses an entry of the menu of the active editor's tab. */
  async chooseOnTab(entry: string): Promise<void> {
    await this.page.locator('.editor-group-container.active .tab.active').click({ button: 'right' });
    await this.menu.waitFor();
    await this.chooseEntry(entry);
  }

  // --- Editors

  /** Opens a file of the folder by a part of its path that names it alone. */
  async openFile(relativePath: string): Promise<void> {
    const name = relativePath.split('/').at(-1) ?? relativePath;
    // First: before the list is searched, it holds what was open lately.
    const row = this.quickRows.first().filter({ hasText: name });
    await eventually(async () => {
      await this.page.keyboard.press('ControlOrMeta+P');
      if (!(await this.quickInputBox.fill(relativePath, { timeout: MOMENT }).then(yes, no))) return false;
      if (await row.waitFor({ timeout: MOMENT }).then(yes, no)) return this.quickInputBox.press('Enter').then(yes);
      await this.page.keyboard.press('Escape');
      return false;
    }, `The row "${name}" of Quick Open`);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** The text editor that has the focus, or had it last. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Types lines where the cursor of the editor is, once it has the focus. */
  async typeLines(lines: readonly string[]): Promise<void> {
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    for (const line of lines) await this.page.keyboard.insertText(`${line}\n`);
  }

  /** Puts the cursor on a line (from 1). */
  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.quickInputBox.waitFor();
    await this.answer(`:${line}`);
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Where the middle of this text is drawn in the active editor, or in another. */
  placeOf(text: string, editor = this.editor): Promise<Point> {
    const line = editor.locator('.view-line').filter({ hasText: text }).first();
    return eventually(async () => {
      await line.waitFor();
      return line.evaluate(middleOf, text);
    }, `"${text}", drawn in the editor,`);
  }

  /** Rests the mouse on this text of the active editor, or of another, and gives the hover that appears. */
  async hover(text: string, editor = this.editor): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:visible').first();
    return eventually(async () => {
      const { x, y } = await this.placeOf(text, editor);
      await this.page.mouse.move(x - 2, y);
      await this.page.mouse.move(x, y);
      // Whoever answers may still be starting, and an empty answer is asked for again only when the mouse comes back.
      if (await hover.waitFor({ timeout: MOMENT }).then(yes, no)) return hover;
      await this.page.mouse.move(x, y + 200);
      return undefined;
    }, `A hover over "${text}"`);
  }

  // --- What the window says

  /** What was told by notifications: a window that is driven shows no toasts, so the list of them is opened and read. */
  async told(): Promise<string[]> {
    await this.runCommand('Notifications: Show Notifications');
    const center = this.page.locator('.notifications-center.visible');
    await center.waitFor();
    const texts = await center.locator('.notification-list-item-message').allTextContents();
    await this.page.keyboard.press('Escape');
    await center.waitFor({ state: 'detached' });
    // The language server of the editor may have its own troubles.
    return texts.filter((text) => !text.includes('tsserver'));
  }

  /** The items of the status bar with this text. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text });
  }

  /** Milliseconds an extension took to activate, as VS Code itself tells; waits until it did. */
  async activationTime(name: string): Promise<number> {
    const list = this.page.locator('.runtime-extensions-editor');
    if (!(await list.isVisible())) await this.runCommand('Developer: Show Running Extensions');
    // Rows out of sight do not exist, and which come first is a matter of how long each took.
    const size = this.page.viewportSize();
    await this.page.setViewportSize({ width: 1200, height: 2800 });
    const row = list
      .locator('.monaco-list-row')
      .filter({ hasText: name })
      .filter({ hasText: /Activation: \d+ms/ });
    await row.waitFor();
    const text = (await row.textContent()) ?? '';
    if (size) await this.page.setViewportSize(size);
    return Number(/Activation: (\d+)ms/.exec(text)?.[1]);
  }

  // --- The window itself

  /** Switches the theme and waits until the window wears it. */
  wear(theme: Theme): Promise<void> {
    return this.#window.wear(theme);
  }

  /** Loads the window again with other settings. */
  changeSettings(settings: Settings): Promise<void> {
    return this.#window.changeSettings(settings);
  }

  /** Saves a picture of the window. */
  async picture(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }
}
