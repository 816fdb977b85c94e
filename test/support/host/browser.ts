/** Finds a Chromium for the server build's workbench, and installs one where there is none. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { cacheFolder } from '../paths.ts';
import { runLogged, say } from '../say.ts';

/** The first needs half the processor time of a whole browser, which draws for a screen that is not there. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'chrome',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The first program of one of these names on the PATH. */
export function onPath(candidates: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return candidates.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  const own = chromium.executablePath();
  const asked = process.env.BECAUSE_BROWSER;
  return asked ?? onPath(names) ?? places.find(isProgram) ?? (existsSync(own) ? own : undefined);
}

async function install(): Promise<string> {
  const tool = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  const log = path.join(cacheFolder, 'browser.log');
  say(`▸ No Chromium, Chrome or Edge found: downloading one with playwright-core, its output in ${log}`);
  const isThere = await runLogged(process.execPath, [tool, 'install', 'chromium'], log).then(
    () => true,
    () => false,
  );
  if (isThere && existsSync(chromium.executablePath())) return chromium.executablePath();
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath(['apt-get'])) {
    const log = path.join(cacheFolder, 'apt-get.log');
    say(`▸ Installing one on this system with \`apt-get install\`: about 300 MB, its output in ${log}`);
    await runLogged('apt-get', ['update', '-qq'], log);
    // Not every release has the first.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await runLogged('apt-get', ['install', '-y', '--no-install-recommends', name], log).catch(() => undefined);
      const found = onPath(names);
      if (found) return found;
    }
  }
  throw new Error(
    `No browser could be installed (see the logs in ${cacheFolder}). Install Chromium, Chrome or Edge, or set BECAUSE_BROWSER to one.`,
  );
}

function arguments_(): string[] {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...asRoot,
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

/** The program of a browser, installed first where there is none. */
export async function browserProgram(): Promise<string> {
  return installed() ?? (await install());
}

/** A headless browser, installed first where there is none. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await browserProgram();
  return chromium.launch({ executablePath, args: arguments_(), headless: true });
}

/** Opens an address in the person's own browser, where the system knows how; false where it does not. */
export function openForPerson(address: string): boolean {
  const opener = process.platform === 'darwin' ? 'open' : onPath(['xdg-open']);
  if (!opener || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return false;
  try {
    execFileSync(opener, [address], { stdio: 'ignore', timeout: 5000 });
    return true;
  } catch {
    return false;
  }
}
