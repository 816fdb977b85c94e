/** A page in Chromium, opened from disk without the editor: bundled as it ships, in a theme's colors, over a played host. */
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { PageName } from '../../src/editor/doors/pages.ts';
import { pageEntry, pageOptions } from './build.ts';
import { bundleFolder } from './host/bundle.ts';
import { type ThemeName, themeCss, themes } from './themes.ts';

/** Bundles a page as it ships and puts a document beside it; gives the document's address. */
export async function buildPage(name: PageName): Promise<string> {
  await mkdir(bundleFolder, { recursive: true });
  await build(pageOptions({ from: pageEntry(name), to: path.join(bundleFolder, `${name}.js`) }, true));
  const policy = "default-src 'none'; script-src file:; style-src file: 'unsafe-inline'; font-src file:";
  const document = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${name}: relay</title>
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${name}.css"></head><body><script src="${name}.js"></script></body></html>`;
  const file = path.join(bundleFolder, `${name}.html`);
  await writeFile(file, document);
  return pathToFileURL(file).href;
}

/** Has a page wear a theme from its first moment. */
export const wear = (page: Page, theme: ThemeName): Promise<unknown> =>
  page.addInitScript(dress, { css: themeCss(theme), classes: themes[theme].classes });

/** Puts a theme's colors on the page, as the editor does; runs in the page. */
function dress({ css, classes }: { readonly css: string; readonly classes: string }): void {
  const { document } = globalThis as unknown as {
    readonly document: {
      readonly head: { append(element: unknown): void };
      readonly body: { className: string };
      createElement(name: string): { textContent: string };
      addEventListener(type: string, listener: () => void): void;
    };
  };
  document.addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
    document.body.className = classes;
  });
}

interface Looked {
  readonly theme: ThemeName;
  readonly width: number;
  /** What the host answers to each request, by its method; to others it answers nothing. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Opens a page over a host that gives these answers. The caller closes the page's context. */
export async function openAlone(browser: Browser, address: string, { theme, width, answers }: Looked): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(answer, answers);
  await wear(page, theme);
  await page.goto(address);
  await page.locator('main').waitFor();
  return page;
}

/** Plays a host that knows these answers; runs in the page, all alone. */
function answer(answers: Readonly<Record<string, unknown>>): void {
  type Message = { readonly id: number; readonly method: string };
  const listeners: ((message: unknown) => void)[] = [];
  let state: unknown = null;
  Object.assign(globalThis, {
    becauseHost: {
      post({ id, method }: Message) {
        const message = { type: 'response', id, value: answers[method] ?? null };
        setTimeout(() => {
          for (const listener of listeners) listener(message);
        });
      },
      onMessage(listener: (message: unknown) => void) {
        listeners.push(listener);
        return () => listeners.splice(listeners.indexOf(listener), 1);
      },
      getState: () => state,
      setState: (next: unknown) => {
        state = next;
      },
    },
  });
}
