/** Opens the real workbench in a page, for end-to-end tests and pictures: one server and one browser, many pages. */
import { mkdir } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cacheFolder, root } from '../paths.ts';
import { launchBrowser } from './browser.ts';
import { type Opened, type Server, type ServerOptions, type Settings, startServer } from './server.ts';

/** The four looks VS Code ships that we are looked at in. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themes;

export interface WorkbenchOptions extends Opened {
  readonly settings?: Settings;
  /** Dark, unless told otherwise. */
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  /** False opens the folder in Restricted Mode. */
  readonly trusted?: boolean;
  /** A folder with the extension installed in it; by default it runs from this checkout. */
  readonly extensionsFolder?: string;
}

/** One window. */
export interface Window {
  readonly page: Page;
  /** Replaces the settings; the open window follows. */
  changeSettings(settings: Settings, theme?: Theme): Promise<void>;
  close(): Promise<void>;
}

const servers = new Map<string, Promise<Server>>();
const windows = new Set<Page>();
let browser: Promise<Browser> | undefined;

/** Opens a window and waits until the workbench has restored itself. */
export async function openWindow(options: WorkbenchOptions): Promise<Window> {
  const server = await serverFor(options);
  const changeSettings = (settings: Settings, theme: Theme = options.theme ?? 'dark'): Promise<void> =>
    server.writeSettings({ 'workbench.colorTheme': themes[theme], ...settings });
  await changeSettings(options.settings ?? {});
  browser ??= launchBrowser();
  // A context per window: what one test leaves in the browser's storage must not reach the next.
  const context = await (await browser).newContext({ viewport: options.size ?? { width: 1280, height: 800 } });
  const page = await context.newPage();
  windows.add(page);
  const development = options.extensionsFolder ? [] : [['extensionDevelopmentPath', server.remote(root)] as const];
  await page.goto(server.address(options, development));
  await page.waitForFunction('window.driver');
  await page.evaluate('window.driver.whenWorkbenchRestored()');
  return {
    page,
    changeSettings,
    close: async () => {
      windows.delete(page);
      await context.close();
    },
  };
}

/** Ends every server and the browser. */
export async function closeAllWindows(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
  for (const server of servers.values()) await (await server).stop();
  servers.clear();
}

/** A picture of every open window under .vscode-test/failures, named after what failed; gives the files. */
export async function pictureOpenWindows(name: string): Promise<string[]> {
  const folder = path.join(cacheFolder, 'failures');
  await mkdir(folder, { recursive: true });
  const files = [...windows].map((page, index) => ({
    page,
    file: path.join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}${index === 0 ? '' : `-${index + 1}`}.png`),
  }));
  for (const { page, file } of files) await page.screenshot({ path: file });
  return files.map(({ file }) => file);
}

function serverFor({ trusted = true, extensionsFolder }: ServerOptions): Promise<Server> {
  const key = JSON.stringify([trusted, extensionsFolder]);
  const found = servers.get(key) ?? startServer({ trusted, ...(extensionsFolder ? { extensionsFolder } : {}) });
  servers.set(key, found);
  return found;
}
