/** A text the product tells, as the editor's Markdown preview draws it. */
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

export class ToldText {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** The document of the preview, in the frame the editor keeps it in. */
  get document(): FrameLocator {
    return this.#workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  title(text: string): Locator {
    return this.document.getByRole('heading', { level: 1, name: text });
  }

  /** An entry of the part below this heading. */
  item(heading: string, text: string | RegExp): Locator {
    const part = this.document.locator(`h2:text-is("${heading}") + ul`);
    return part.getByRole('listitem').filter({ hasText: text });
  }
}
