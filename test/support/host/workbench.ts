/** Opens the real workbench in a page, for end-to-end tests and pictures: one server and one browser, many pages. */
import { mkdir } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { eventually, PATIENCE } from '../eventually.ts';
import { cacheFolder, root } from '../paths.ts';
import { launchBrowser } from './browser.ts';
import { type Opened, type Server, type ServerOptions, type Settings, startServer } from './server.ts';

/**
 * The looks VS Code ships that we are looked at in: its name in the settings, in the picker, and the class the window then has.
 * Light+ has the lightest of the muted colors. The two modern ones go by their older names: a window that starts with empty
 * browser storage reads its theme before its settings, and only where it renames an older name does it look again.
 */
const themes = {
  light: { setting: 'Default Light Modern', title: 'Light Modern', look: 'vs' },
  dark: { setting: 'Default Dark Modern', title: 'Dark Modern', look: 'vs-dark' },
  'high contrast': { setting: 'Default High Contrast', title: 'Dark High Contrast', look: 'hc-black' },
  'high contrast light': { setting: 'Default High Contrast Light', title: 'Light High Contrast', look: 'hc-light' },
  'light plus': { setting: 'Default Light+', title: 'Light+', look: 'vs' },
  'dark plus': { setting: 'Default Dark+', title: 'Dark+', look: 'vs-dark' },
  'light 2026': { setting: 'Light 2026', title: 'Light 2026', look: 'vs' },
  'dark 2026': { setting: 'Dark 2026', title: 'Dark 2026', look: 'vs-dark' },
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
  /** True opens the window as a person has it, with notifications; the extension then has to be installed. */
  readonly forPeople?: boolean;
}

/** One window. */
export interface Window {
  readonly page: Page;
  /** Replaces the settings and loads the window again, as its own file watcher does not follow this file. */
  changeSettings(settings: Settings): Promise<void>;
  /** Picks another theme in the open window and waits until it is worn. */
  wear(theme: Theme): Promise<void>;
  close(): Promise<void>;
}

const servers = new Map<string, Promise<Server>>();
const windows = new Set<Page>();
let browser: Promise<Browser> | undefined;

const yes = (): boolean => true;
const no = (): boolean => false;

/** Opens a window and waits until the workbench has restored itself. */
export async function openWindow(options: WorkbenchOptions): Promise<Window> {
  const server = await serverFor(options);
  const theme = options.theme ?? 'dark';
  const write = (settings: Settings): Promise<void> =>
    server.writeSettings({ 'workbench.colorTheme': themes[theme].setting, ...settings });
  await write(options.settings ?? {});
  browser ??= launchBrowser();
  // A context per window: what one test leaves in the browser's storage must not reach the next.
  const context = await (await browser).newContext({ viewport: options.size ?? { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  windows.add(page);
  const development = options.extensionsFolder ? [] : [['extensionDevelopmentPath', server.remote(root)] as const];
  const restored = async (): Promise<void> => {
    if (options.forPeople) await page.locator('.part.statusbar .statusbar-item').first().waitFor();
    else {
      await page.waitForFunction('window.driver');
      await page.evaluate('window.driver.whenWorkbenchRestored()');
    }
    const look = page.locator(`.monaco-workbench.${themes[theme].look}`);
    const isWorn = await look.waitFor({ timeout: 5000 }).then(yes, no);
    // High contrast is not taken from settings, and settings written a moment ago are at times read too late.
    if (!isWorn) await wearTheme(page, theme);
  };
  await page.goto(server.address(options, development));
  await restored();
  return {
    page,
    changeSettings: async (settings) => {
      await write(settings);
      // As a person does: loading the page alone would not give VS Code the time to store what it remembers.
      await Promise.all([page.waitForEvent('load'), runInPalette(page, 'Developer: Reload Window')]);
      await restored();
    },
    wear: (next) => wearTheme(page, next),
    close: async () => {
      windows.delete(page);
      await context.close();
    },
  };
}

const quickBox = (page: Page): Locator => page.locator('.quick-input-widget:visible input').first();

const quickRow = (page: Page, text: string): Locator =>
  page.locator('.quick-input-list .monaco-list-row', { has: page.getByText(text, { exact: true }) }).first();

async function runInPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await quickBox(page).fill(`>${title}`);
  await quickRow(page, title).click();
}

async function wearTheme(page: Page, theme: Theme): Promise<void> {
  const known = page.locator('.quick-input-widget:visible').getByText('Dark Modern').first();
  // A list that was opened before the window knew its themes stays without them.
  await eventually(async () => {
    await runInPalette(page, 'Preferences: Color Theme');
    if (await known.waitFor({ timeout: 5000 }).then(yes, no)) return true;
    await page.keyboard.press('Escape');
    return false;
  }, 'The list of themes');
  await quickBox(page).fill(themes[theme].title);
  await quickRow(page, themes[theme].title).click();
  await page.locator(`.monaco-workbench.${themes[theme].look}`).waitFor();
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

function serverFor({ trusted = true, extensionsFolder, forPeople = false }: ServerOptions): Promise<Server> {
  const key = JSON.stringify([trusted, extensionsFolder, forPeople]);
  const found =
    servers.get(key) ??
    startServer({ trusted, forPeople, clock: 'tests', ...(extensionsFolder ? { extensionsFolder } : {}) });
  servers.set(key, found);
  return found;
}
