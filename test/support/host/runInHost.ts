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

/** Takes a line that the tests print. */
export type Print = (line: string) => void;

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

/** Runs in a desktop VS Code, whose lines go where this process prints. */
export function runInDesktop(desktop: string, run: HostRun): Promise<Counts> {
  return counted(run, '', () => runOnDesktop(desktop, run));
}

/** Runs in a window of a server of its own. */
export async function runInServer(run: HostRun, print: Print): Promise<Counts> {
  const browser = await launchBrowser();
  try {
    const server = await startServer({ trusted: run.trusted, clock: 'tests' });
    try {
      return await counted(run, mark, () => runOnPage(browser, server, run.opened, run.bundle.file, { print }));
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
  }
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
  { extension = root, print = say }: { readonly extension?: string; readonly print?: Print } = {},
): Promise<number> {
  const page = await browser.newPage();
  try {
    const ended = Promise.withResolvers<number>();
    const late = setTimeout(() => ended.reject(new Error(`Nothing was heard for ${limit / 1000} s.`)), limit);
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
      late.refresh();
      tell(type, args, print);
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
function tell(type: string, args: readonly unknown[], print: Print): void {
  const text = format(...args);
  if (text.startsWith(mark)) print(text.slice(mark.length));
  else if (process.env.BECAUSE_VERBOSE) print(`[${type}] ${text}`);
}
