/** The scoring board's page in its panel, as a person sees it. */
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

export class BoardPage {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** The document of the page, in the frame the editor keeps it in. */
  get document(): FrameLocator {
    return this.#workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The tab of a folder's board. */
  tab(folder: string): Locator {
    return this.#workbench.page.locator('.tab').filter({ hasText: `Scoring: ${folder}` });
  }

  /** The first place that shows a text. */
  text(text: string | RegExp): Locator {
    return this.document.getByText(text).first();
  }
}
