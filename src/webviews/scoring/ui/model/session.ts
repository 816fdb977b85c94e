/** The page's end of the board: what the host told, what the person opened, and how things are asked for. */
import { batch, computed, signal } from '@preact/signals';
import { plural } from '../../../../core/base/l10n.ts';
import type { Detail } from '../../../../core/scoring/detail.ts';
import type { Factor } from '../../../../core/scoring/factors.ts';
import type { Item } from '../../../../core/scoring/item.ts';
import { type Ranking, rankingOf } from '../../../../core/scoring/ranking.ts';
import { type PageChannel, RequestError } from '../../../frame/channel.ts';
import { openForm } from '../../../kit/form.tsx';
import { announce } from '../../../kit/live.tsx';
import { matching } from '../../../kit/media.ts';
import { sessionContext } from '../../../kit/session.ts';
import { type Input, sayTrouble, sentenceOf, type Work } from '../../../kit/work.ts';
import { type ActionName, type BoardState, type CommandName, type Scoring, scope } from '../../protocol.ts';
import { linesOf } from './lines.ts';
import { type Page, restoredPage } from './pageState.ts';

export type Scope = BoardState['scope'];

/** An opened item's detail, or why it cannot be had. */
export type Opened = { readonly detail: Detail } | { readonly trouble: string };

/** All that parts of the page share. */
export class Session implements Work {
  readonly page: Page;
  /** Nothing until the host's first answer. */
  readonly state = signal<BoardState | undefined>(undefined);
  readonly items = signal<readonly Item[]>([]);
  readonly ranking = computed(
    (): Ranking =>
      this.state.value
        ? rankingOf(this.items.value, this.state.value.scales)
        : { ranked: [], unscored: [], beside: [] },
  );
  /** What the table shows. */
  readonly lines = computed(() => {
    const { status, kind, search, sort } = this.page;
    return linesOf(this.ranking.value, { status: status.value, kind: kind.value, search: search.value }, sort.value);
  });
  /** The ids of the items something is to be done with, of those that are here. */
  readonly selected = computed((): ReadonlySet<string> => {
    const here = new Set(this.items.value.map(({ id }) => id));
    return new Set(this.page.checked.value.filter((id) => here.has(id)));
  });
  /** Counts the changes that came from the host. */
  readonly revision = signal(0);
  /** Why there is nothing to show, as a sentence. */
  readonly trouble = signal<string | undefined>(undefined);
  readonly opened = signal<ReadonlyMap<string, Opened>>(new Map());
  /** The item whose row is to have the focus next. */
  readonly shown = signal<string | undefined>(undefined);
  /** The ids of the items that are about to be committed. */
  readonly committing = signal<readonly string[] | undefined>(undefined);
  /** Whether there is room for an opened item beside the ranking; else it is below its row. */
  readonly isWide = matching('(min-width: 1100px)');
  /** The ids of the items that are open to be seen: beside the ranking there is room for the one opened last. */
  readonly open = computed(() => (this.isWide.value ? this.page.open.value.slice(-1) : this.page.open.value));
  readonly channel: PageChannel<Scoring>;

  constructor(channel: PageChannel<Scoring>) {
    this.channel = channel;
    this.page = restoredPage(channel.state);
    channel.on('board', (state) => this.#take(state));
    channel.on('items', ({ changed, removed }) => this.#change(changed, removed));
    channel.on('detail', (detail) => this.#tell(detail.id, { detail }));
    channel.on('show', ({ id }) => this.show(id));
  }

  get drafts(): Page['drafts'] {
    return this.page.drafts;
  }

  /** A member's name. */
  readonly nameOf = (id: string): string => this.state.value?.members.find((member) => member.id === id)?.name ?? id;

  perform(action: ActionName, given: Input): Promise<unknown> {
    // What is undefined is not given.
    const input = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return this.channel.request('act', { action, input });
  }

  /** Asks for everything, in the scope that was left. */
  async start(): Promise<void> {
    const left = scope.safeParse(this.page.scope.value);
    this.trouble.value = undefined;
    try {
      this.#take(await this.channel.request('ready', left.success ? { scope: left.data } : {}));
      for (const id of this.page.open.value) await this.#fetch(id);
    } catch (error) {
      this.trouble.value = sentenceOf(error);
    }
  }

  async setScope(scope: Scope): Promise<void> {
    try {
      this.#take(await this.channel.request('setScope', { scope }));
      announce(plural(this.items.value.length, '{0} initiative.', '{0} initiatives.'));
    } catch (error) {
      sayTrouble(error);
    }
  }

  /** Opens an item, or closes it. Beside the ranking, one gives way to the next, and none comes back when it is closed. */
  toggle(id: string, open = !this.open.value.includes(id)): void {
    const before = this.page.open.value;
    const isAlone = this.isWide.value && (open || this.open.value.includes(id));
    const others = isAlone ? [] : before.filter((each) => each !== id);
    const now = open ? [...others, id] : others;
    this.page.open.value = now;
    for (const closed of before.filter((each) => !now.includes(each))) {
      void this.channel.request('close', { id: closed }).catch(ignoreClosed);
    }
    if (open) void this.#fetch(id);
  }

  /** Closes an item, and gives the focus back to its row. */
  dismiss(id: string): void {
    this.toggle(id, false);
    this.shown.value = id;
  }

  /** Opens an item with the form that challenges a number of it. */
  readonly challenge = (id: string, factor: Factor): void => {
    if (!this.open.value.includes(id)) this.toggle(id, true);
    openForm(this, `challenge:${id}`, { factor });
  };

  select(id: string, on: boolean): void {
    const others = this.page.checked.value.filter((each) => each !== id);
    this.page.checked.value = on ? [...others, id] : others;
  }

  /** Shows all kinds and states of items, whatever they are called. */
  clearFilters(): void {
    const { status, kind, search } = this.page;
    batch(() => {
      for (const filter of [status, kind, search]) filter.value = '';
    });
  }

  /** Shows an item in the ranking, opened. */
  show(id: string): void {
    batch(() => {
      this.page.tab.value = 'ranking';
      this.clearFilters();
      this.toggle(id, true);
      this.shown.value = id;
    });
  }

  /** Runs an editor's command; a refusal is spoken. */
  run(command: CommandName, id?: string): void {
    void this.channel.request('run', id === undefined ? { command } : { command, id }).catch(sayTrouble);
  }

  /** Opens the guide, at a rule where one is named. */
  guide(rule?: string): void {
    const input = rule === undefined ? {} : { input: { id: rule } };
    void this.channel.request('run', { command: 'prioritizationGuide', ...input }).catch(sayTrouble);
  }

  async #fetch(id: string): Promise<void> {
    try {
      this.#tell(id, { detail: await this.channel.request('open', { id }) });
    } catch (error) {
      this.#tell(id, { trouble: sentenceOf(error) });
    }
  }

  #tell(id: string, opened: Opened): void {
    this.opened.value = new Map(this.opened.value).set(id, opened);
  }

  #take(state: BoardState): void {
    batch(() => {
      this.state.value = state;
      this.items.value = state.items;
      this.revision.value++;
      this.trouble.value = undefined;
      this.page.scope.value = state.scope;
    });
  }

  #change(changed: readonly Item[], removed: readonly string[]): void {
    const fresh = new Map(changed.map((item) => [item.id, item]));
    const gone = new Set(removed);
    const before = this.items.value;
    const kept = before.filter(({ id }) => !gone.has(id)).map((item) => fresh.get(item.id) ?? item);
    const known = new Set(before.map(({ id }) => id));
    batch(() => {
      this.items.value = [...kept, ...changed.filter(({ id }) => !known.has(id))];
      this.revision.value++;
    });
  }
}

/** Closing what is already gone is no news. */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof RequestError)) throw error;
}

export const [SessionContext, useSession] = sessionContext<Session>();
