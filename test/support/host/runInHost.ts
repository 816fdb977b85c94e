/** Runs a bundle of tests inside a real extension host: on the desktop where there is one, else in the server build. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { format } from 'node:util';
import type { Browser } from 'playwright-core';
import type { Counts } from '../mocha.ts';
import { root } from '../paths.ts';
import { say } from '../say.ts';
import { launchBrowser } from './browser.ts';
import type { TestBundle } from './bundle.ts';
import { runOnDesktop } from './desktop.ts';
import type { InsideOptions } from './inside.ts';
import { type Opened, type Server, startServer } from './server.ts';

export interface HostRun {
  readonly opened: Opened;
  /** False runs in Restricted Mode. */
  readonly trusted: boolean;
  readonly bundle: TestBundle;
  readonly grep?: string | undefined;
}

/** So many milliseconds may pass between two lines of a run, its start included: longer than any one test may take. */
const limit = 180_000;

/** How lines of the tests are told from lines of VS Code itself. */
const mark = 'because-tests|';

/** Hosts that stay up for several runs. */
export interface Host {
  run(run: HostRun): Promise<Counts>;
  close(): Promise<void>;
}

/** Opens a host; `desktop` is the program of a desktop VS Code, and without one the server build is used. */
export async function openHost(desktop: string | undefined): Promise<Host> {
  if (desktop) {
    return {
      run: (run) => counted(run, '', () => runOnDesktop(desktop, run)),
      close: () => Promise.resolve(),
    };
  }
  const browser = await launchBrowser();
  const servers = new Map<boolean, Server>();
  return {
    run: async (run) => {
      const server = servers.get(run.trusted) ?? (await startServer({ trusted: run.trusted, clock: 'tests' }));
      servers.set(run.trusted, server);
      return counted(run, mark, () => runOnPage(browser, server, run.opened, run.bundle.file));
    },
    close: async () => {
      await browser.close();
      for (const server of servers.values()) await server.stop();
    },
  };
}

/** The counts travel through a file: the only way that is the same on the desktop and in the server build. */
async function counted(run: HostRun, linesStartWith: string, work: () => Promise<number>): Promise<Counts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'because-results-'));
  const results = path.join(folder, 'counts.json');
  const options: InsideOptions = {
    grep: run.grep,
    results,
    color: process.stdout.isTTY === true,
    mark: linesStartWith,
  };
  await writeFile(run.bundle.options, JSON.stringify(options));
  try {
    const end = await work().then(
      (code) => `with code ${code}`,
      (error: unknown) => `early: ${error instanceof Error ? error.message : String(error)}`,
    );
    const text = await readFile(results, 'utf8').catch((error: unknown) => {
      throw new Error(`The tests ended ${end}, and no result.`, { cause: error });
    });
    const counts = JSON.parse(text) as Counts;
    if (counts.ran < counts.found) say(`  The run ended ${end}, after ${counts.ran} of ${counts.found} tests.`);
    return counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Has a window of the server build run what a file exports as `run`, and gives its exit code. The product is the one of
 * this checkout, unless another folder holds the extension to develop.
 */
export async function runOnPage(
  browser: Browser,
  server: Server,
  opened: Opened,
  file: string,
  extension = root,
): Promise<number> {
  const page = await browser.newPage();
  try {
    const ended = Promise.withResolvers<number>();
    const late = setTimeout(() => ended.reject(new Error(`Nothing was heard for ${limit / 1000} s.`)), limit);
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
      late.refresh();
      print(type, args);
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
    page.once('crash', () => ended.reject(new Error('The page with VS Code crashed.')));
    await page.goto(
      server.address(opened, [
        ['extensionDevelopmentPath', server.remote(extension)],
        ['extensionTestsPath', server.remote(file)],
      ]),
    );
    return await ended.promise.finally(() => clearTimeout(late));
  } finally {
    await page.close();
  }
}

/** VS Code's own console comes the same way as the tests' and is mostly noise: BECAUSE_VERBOSE shows it. */
function print(type: string, args: readonly unknown[]): void {
  const text = format(...args);
  if (text.startsWith(mark)) process.stdout.write(`${text.slice(mark.length)}\n`);
  else if (process.env.BECAUSE_VERBOSE) process.stdout.write(`[${type}] ${text}\n`);
}
