/** The scoring board's page in Chromium, opened from disk over a host that is played. */
import * as assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Item } from '../../src/core/scoring/item.ts';
import type { BoardData } from './boardData.ts';
import { eventually } from './eventually.ts';
import { launchBrowser } from './host/browser.ts';
import { buildPage, wear } from './pageAlone.ts';
import type { ThemeName } from './themes.ts';

/** What a test sees of the played host, as `window.played`. */
export interface Played {
  /** The actions and commands that were asked for, oldest first. */
  readonly asked: { readonly method: string; readonly params: unknown }[];
  /** The next action fails with this. */
  failNext: { message: string; next: string } | undefined;
  /** Tells the page that items changed. */
  change(changed: readonly Item[], removed?: readonly string[]): void;
  /** Sends any event, fitting or not. */
  send(name: string, value: unknown): void;
  readonly items: Item[];
}

export interface Shown {
  readonly data: BoardData;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
}

export interface BoardView {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page logged as errors, and what it threw. */
  readonly errors: readonly string[];
}

/** Opens the page with this board. The caller closes the context. */
export async function openBoard(browser: Browser, address: string, shown: Shown): Promise<BoardView> {
  const { data, theme = 'dark', width = 1400, height = 900 } = shown;
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(playHost, data);
  await wear(page, theme);
  await page.goto(address);
  await page.getByRole('table', { name: 'Ranking' }).or(page.locator('.empty')).first().waitFor();
  return { page, context, errors };
}

/** Plays the host well enough for journeys: blindness lifts, challenges change numbers. Runs in the page, all alone. */
function playHost({ board, details, hidden, comparison }: BoardData): void {
  type Message = { id: number; method: string; params: Record<string, unknown> };
  const listeners: ((message: unknown) => void)[] = [];
  const key = 'state';
  const world = globalThis as unknown as {
    played: Played;
    becauseHost: unknown;
    readonly sessionStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
  };
  const items = [...board.items];
  const tell = (message: unknown): void => {
    setTimeout(() => {
      for (const listener of listeners) listener(structuredClone(message));
    });
  };
  const send = (name: string, value: unknown): void => tell({ type: 'event', name, value });
  const change = (changed: readonly Item[], removed: readonly string[] = []): void => {
    for (const item of changed) {
      const at = items.findIndex(({ id }) => id === item.id);
      if (at < 0) items.push(item);
      else items[at] = item;
    }
    for (const id of removed)
      items.splice(
        items.findIndex((item) => item.id === id),
        1,
      );
    send('items', { changed, removed });
  };
  const played: Played = { asked: [], failNext: undefined, change, send, items };
  world.played = played;

  const itemOf = (id: unknown): Item => {
    const found = items.find((item) => item.id === id);
    if (!found) throw { code: 'not-found', message: `${String(id)} no longer exists.` };
    return found;
  };
  const detailOf = (id: string) => {
    const found = details[id];
    if (!found) throw { code: 'not-found', message: `${id} no longer exists.` };
    return found;
  };
  const acts: Record<string, (input: Record<string, unknown>) => void> = {
    estimate({ initiative, reasons, ...guesses }) {
      const item = itemOf(initiative);
      const mine = { by: 'm0', guesses: { ...guesses, initiative: undefined } } as Item['voices'][number];
      const kept = hidden[item.id];
      const detail = detailOf(item.id);
      const estimates = [
        ...(kept?.estimates ?? detail.estimates),
        { ...mine, id: `${item.id}.m0`, round: 1, reasons: String(reasons ?? '') },
      ];
      Object.assign(details, { [item.id]: { ...detail, estimates, givers: [...detail.givers, 'm0'] } });
      const voices = [...(kept?.voices ?? item.voices), mine];
      change([{ ...item, voices, round: { ...item.round, mine: true, given: voices.length } }]);
      send('detail', details[item.id]);
    },
    acceptChallenge({ id }) {
      const detail = Object.values(details).find(({ challenges }) => challenges.some((each) => each.id === id));
      if (!detail) throw { code: 'not-found', message: 'The challenge no longer exists.' };
      const challenges = detail.challenges.map((each) =>
        each.id === id ? { ...each, state: 'accepted' as const, resolvedBy: 'm0' } : each,
      );
      const item = itemOf(detail.id);
      const challenge = challenges.find((each) => each.id === id);
      const agreed = challenge ? { ...item.agreed, [challenge.factor]: challenge.to } : item.agreed;
      Object.assign(details, { [detail.id]: { ...detail, challenges } });
      change([{ ...item, agreed, openChallenges: 0, missing: item.missing.filter((gap) => gap !== 'challenge') }]);
      send('detail', details[detail.id]);
    },
    challenge({ initiative, factor, to, reason }) {
      const detail = detailOf(String(initiative));
      const made = {
        id: `ch-new-${detail.id}`,
        by: 'm0',
        factor,
        to,
        reason,
        evidence: [],
        state: 'open',
        replies: [],
      };
      Object.assign(details, { [detail.id]: { ...detail, challenges: [made, ...detail.challenges] } });
      const item = itemOf(detail.id);
      change([{ ...item, openChallenges: item.openChallenges + 1 }]);
      send('detail', details[detail.id]);
    },
    commitToSprint({ initiatives }) {
      change((initiatives as string[]).map((id) => ({ ...itemOf(id), status: 'committed' as const })));
    },
  };
  const answers: Record<string, (params: Record<string, unknown>) => unknown> = {
    ready: () => ({ ...board, items }),
    setScope: ({ scope }) => ({ ...board, items, scope }),
    open: ({ id }) => detailOf(String(id)),
    save: () => ({ saved: true }),
    compare: ({ snapshot }) => ({
      ...(comparison ?? { title: 'Before the quarter', taken: '2026-10-01', of: 'All', scores: [], accepted: [] }),
      id: snapshot,
    }),
    act: ({ action, input }) => {
      const failure = played.failNext;
      played.failNext = undefined;
      if (failure) throw { code: 'conflict', ...failure };
      acts[String(action)]?.(input as Record<string, unknown>);
      return { id: 'made', path: 'made.md' };
    },
  };
  world.becauseHost = {
    post(message: Message) {
      const { id, method, params } = structuredClone(message);
      if (method === 'act' || method === 'run' || method === 'copy' || method === 'save')
        played.asked.push({ method, params });
      try {
        tell({ type: 'response', id, value: answers[method]?.(params) ?? null });
      } catch (error) {
        tell({ type: 'response', id, error });
      }
    },
    onMessage(listener: (message: unknown) => void) {
      listeners.push(listener);
      return () => listeners.splice(listeners.indexOf(listener), 1);
    },
    getState: () => JSON.parse(world.sessionStorage.getItem(key) ?? 'null'),
    setState: (state: unknown) => world.sessionStorage.setItem(key, JSON.stringify(state)),
  };
}

/**
 * Waits until an expression holds in the page. Asked from outside again and again: to wait inside, the driver would have to
 * compile it there, which the page's own policy forbids.
 */
export const untilTrue = (page: Page, expression: string): Promise<boolean> =>
  eventually(() => page.evaluate<boolean>(expression), expression);

/** For the tests of a `describe`: a browser for all, and a board for each, which may log and throw nothing. */
export function boardOfEach(): {
  readonly browser: () => Browser;
  readonly open: (shown: Shown) => Promise<BoardView>;
} {
  let browser: Browser;
  let address: string;
  let view: BoardView;
  before(async () => {
    [address, browser] = await Promise.all([buildPage('scoring'), launchBrowser()]);
  });
  after(() => browser.close());
  afterEach(async () => {
    await view.context.close();
    assert.deepEqual(view.errors, []);
  });
  return {
    browser: () => browser,
    async open(shown) {
      view = await openBoard(browser, address, shown);
      return view;
    },
  };
}
