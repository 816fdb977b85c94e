/** The persona page in its panel, as a person sees it. */
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

export class PersonaDocument {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** The document of the page, in the frame the editor keeps it in. */
  get document(): FrameLocator {
    return this.#workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  field(label: string): Locator {
    return this.document.getByLabel(label, { exact: true });
  }

  /** A piece of evidence that may carry a field, by the field and some of its words. */
  carrier(field: string, words: string | RegExp): Locator {
    return this.#one(field).getByRole('checkbox', { name: words });
  }

  /** What is said of a field: observed, or assumed. */
  mark(field: string): Locator {
    return this.#one(field).locator('.mark');
  }

  #one(field: string): Locator {
    return this.document.locator('.one').filter({ has: this.field(field) });
  }

  choice(words: string | RegExp): Locator {
    return this.document.locator('.where').getByRole('checkbox', { name: words });
  }

  button(name: string): Locator {
    return this.document.getByRole('button', { name, exact: true });
  }

  /** Goes with the Tab key until something has the focus. */
  async tabTo(wanted: Locator): Promise<void> {
    await wanted.waitFor();
    for (let steps = 0; steps < 150; steps++) {
      if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await this.#workbench.page.keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not lead to ${String(wanted)}.`);
  }
}
