/** The scoring board in Chromium, opened from disk over a played host: first paint, frames while working, the Monte Carlo. */
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { boardOf } from '../support/boardData.ts';
import { openBoard } from '../support/boardPage.ts';
import { launchBrowser } from '../support/host/browser.ts';
import { buildPage } from '../support/pageAlone.ts';
import { measured, median, ratio, type Table } from './frame.ts';

const ENGINEERS = 12;

/** Looks at each size so often; the middle counts. */
const RUNS = 7;

/** A frame at 60 a second. */
const FRAME = 17;

export async function bench(table: Table): Promise<void> {
  const address = await buildPage('scoring');
  const browser = await launchBrowser();
  try {
    const small = await firstPaint(browser, address, 50);
    const large = await firstPaint(browser, address, 500);
    table.add(`50 items × ${ENGINEERS}: first paint after the data arrived`, small.median, 'ms');
    table.add(`500 items × ${ENGINEERS}: first paint after the data arrived`, large.median, 'ms', 500);
    table.add('first paint, 10 times the items', ratio(large, small), '×');
    await working(browser, address, table);
    await simulating(browser, address, table);
  } finally {
    await browser.close();
  }
  for (const ending of ['js', 'css']) {
    const { size } = await stat(fileURLToPath(address).replace('scoring.html', `scoring.${ending}`));
    table.add(`page of the scoring board, minified ${ending}`, size / 1024, 'KB');
  }
}

async function firstPaint(browser: Browser, address: string, count: number) {
  const { page, context } = await openBoard(browser, address, { data: boardOf(count, ENGINEERS) });
  await page.addInitScript(WATCH_FIRST_PAINT);
  const times: number[] = [];
  for (let run = -1; run < RUNS; run++) {
    await page.reload();
    const took = await page.evaluate<number>('firstPaint');
    if (run >= 0) times.push(took);
  }
  await context.close();
  return measured(`first paint of ${count}`, times);
}

/** How long it takes from the host's first answer until a row is painted, as the promise `firstPaint`. */
const WATCH_FIRST_PAINT = `
  const { onMessage } = becauseHost;
  let arrived;
  becauseHost.onMessage = (listener) => onMessage((message) => {
    arrived ??= performance.now();
    listener(message);
  });
  window.firstPaint = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-opens]')) return;
      observer.disconnect();
      // A frame's callbacks come before it is painted, a message sent from them after.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - arrived);
      requestAnimationFrame(() => port2.postMessage(undefined));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
`;

/** Frames while a person scrolls, sorts ten times a second, and moves a slider in every frame. */
async function working(browser: Browser, address: string, table: Table): Promise<void> {
  const { page, context } = await openBoard(browser, address, { data: boardOf(500, ENGINEERS) });
  const sort = `(frame) => {
    const heads = document.querySelectorAll('.sorter');
    if (frame % 6 === 0) heads[(frame / 6) % heads.length].click();
  }`;
  addFrames(table, 'scrolling 500 items', await framesWhile(page, '(frame) => scrollTo(0, 60 * frame)'));
  await page.evaluate('scrollTo(0, 0)');
  addFrames(table, 'sorting 500 items', await framesWhile(page, sort));
  await page.locator('[data-opens]').first().click();
  await page.locator('.slider input').first().waitFor();
  const drag = `(frame) => {
    const sliders = document.querySelectorAll('.slider input');
    const slider = sliders[sliders.length - 1];
    const steps = Number(slider.max);
    const at = frame % (2 * steps);
    slider.value = String(at <= steps ? at : 2 * steps - at);
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }`;
  addFrames(table, 'dragging a slider', await framesWhile(page, drag));
  await context.close();
}

/** How long each of 200 frames took, with some work done in each, in milliseconds. */
function framesWhile(page: Page, work: string): Promise<number[]> {
  return page.evaluate<number[]>(`new Promise((resolve) => {
    const [work, frames] = [${work}, []];
    let last;
    const next = (now) => {
      if (last !== undefined) frames.push(now - last);
      last = now;
      if (frames.length >= 200) return resolve(frames);
      work(frames.length);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`);
}

function addFrames(table: Table, what: string, frames: readonly number[]): void {
  const sorted = [...frames].sort((a, b) => a - b);
  table.add(`${what}: middle frame`, median(frames), 'ms', FRAME);
  table.add(`${what}: 95 of 100 frames within`, sorted[Math.floor(sorted.length * 0.95)] ?? 0, 'ms');
  table.add(`${what}: longest frame`, sorted.at(-1) ?? 0, 'ms');
  table.add(`${what}: frames that missed their turn, percent`, percentOver(sorted, 1.5 * FRAME), '');
}

function percentOver(values: readonly number[], limit: number): number {
  return (100 * values.filter((value) => value > limit).length) / values.length;
}

/** How long the charts and the simulation behind them take, and how long nothing else can happen meanwhile. */
async function simulating(browser: Browser, address: string, table: Table): Promise<void> {
  const [totals, byClock, byProcessor]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < 5; run++) {
    const { page, context } = await openBoard(browser, address, { data: boardOf(500, ENGINEERS) });
    await browser.startTracing(page, { categories: ['toplevel'] });
    totals.push(await page.evaluate<number>(SIMULATE));
    const tasks = tasksOf(await browser.stopTracing());
    byClock.push(Math.max(...tasks.map(({ dur }) => dur)) / 1000);
    byProcessor.push(Math.max(...tasks.map(({ tdur }) => tdur)) / 1000);
    await context.close();
  }
  table.add(
    '500 items: Monte Carlo of 10,000 draws, from opening the charts to the chances drawn',
    median(totals),
    'ms',
  );
  // By the clock a task is as long as others on the machine make it; what it takes of a processor holds anywhere.
  table.add('500 items: longest task meanwhile, of a processor', median(byProcessor), 'ms', 50);
  table.add('500 items: longest task meanwhile, by the clock', median(byClock), 'ms');
}

/** Opens the charts; gives how long it takes until the chances are drawn, in milliseconds. */
const SIMULATE = `new Promise((resolve) => {
  const started = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.chart-ranks svg')) return;
    observer.disconnect();
    resolve(performance.now() - started);
  }).observe(document.body, { childList: true, subtree: true });
  document.querySelector('#tab-charts').click();
})`;

/** What a trace notes, as far as it is read here; times in microseconds, by the clock and of a processor. */
interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  readonly dur?: number;
  readonly tdur?: number;
}

/** The tasks of the page's main thread. */
function tasksOf(trace: Buffer): { readonly dur: number; readonly tdur: number }[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly Traced[] };
  const threadOf = ({ pid, tid }: Traced): string => `${pid} ${tid}`;
  const named = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const main = new Set(named.map(threadOf));
  return traceEvents
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && main.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ dur, tdur }));
}
