/** The why page in its panel, as a person sees it. */
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

export class WhyDocument {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** The document of the page, in the frame the editor keeps it in. */
  get document(): FrameLocator {
    return this.#workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The heading of the initiative that is shown, with this text. */
  title(text: string | RegExp): Locator {
    return this.document.getByRole('heading', { level: 1 }).filter({ hasText: text });
  }

  /** A part of the story, by its heading. */
  part(name: string): Locator {
    return this.document.getByRole('region', { name, exact: true });
  }

  button(name: string): Locator {
    return this.document.getByRole('button', { name, exact: true });
  }
}
