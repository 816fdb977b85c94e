/** The page's end of the board: what the host told, what the person opened, and how things are asked for. */
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import type { Detail } from '../../../core/scoring/detail.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { type PageChannel, RequestError } from '../../channel.ts';
import { announce } from '../../kit/live.tsx';
import { Store } from '../../kit/store.ts';
import { type ActionName, type BoardState, type CommandName, type Scoring, scope } from '../protocol.ts';
import { type PageState, restoredPage, toggleOpen } from './model/pageState.ts';

export type Scope = BoardState['scope'];

export interface Board {
  /** Nothing until the host's first answer. */
  readonly state: BoardState | undefined;
  readonly items: readonly Item[];
  /** Counts the changes that came from the host. */
  readonly revision: number;
  /** Why there is nothing to show, as a sentence. */
  readonly trouble: string | undefined;
}

/** An opened item's detail, or why it cannot be had. */
export type Opened = { readonly detail: Detail } | { readonly trouble: string };

/** All that parts of the page share. */
export class Session {
  readonly page: Store<PageState>;
  readonly board = new Store<Board>({ state: undefined, items: [], revision: 0, trouble: undefined });
  readonly opened = new Store<ReadonlyMap<string, Opened>>(new Map());
  /** The item the host asked to show, counted, so that asking twice shows it twice. */
  readonly shown = new Store<{ readonly id: string; readonly count: number } | undefined>(undefined);
  readonly channel: PageChannel<Scoring>;

  constructor(channel: PageChannel<Scoring>) {
    this.channel = channel;
    const { get, set } = channel.state;
    this.page = restoredPage({ getState: get, setState: set });
    channel.on('board', (state) => this.#take(state));
    channel.on('items', ({ changed, removed }) => this.#change(changed, removed));
    channel.on('detail', (detail) => this.#tell(detail.id, { detail }));
    channel.on('show', ({ id }) => this.show(id));
  }

  /** Asks for everything, in the scope that was left. */
  async start(): Promise<void> {
    const left = scope.safeParse(this.page.value.scope);
    this.board.patch({ trouble: undefined });
    try {
      this.#take(await this.channel.request('ready', left.success ? { scope: left.data } : {}));
      for (const id of this.page.value.open) await this.#fetch(id);
    } catch (error) {
      this.board.patch({ trouble: sentenceOf(error) });
    }
  }

  async setScope(scope: Scope): Promise<void> {
    try {
      this.#take(await this.channel.request('setScope', { scope }));
      announce(t('{0} items.', this.board.value.items.length));
    } catch (error) {
      announce(sentenceOf(error));
    }
  }

  /** Opens an item's row, or closes it. */
  toggle(id: string, open = !this.page.value.open.includes(id)): void {
    toggleOpen(this.page, id, open);
    if (open) void this.#fetch(id);
    else void this.channel.request('close', { id }).catch(ignoreClosed);
  }

  /** Shows an item in the ranking, opened. */
  show(id: string): void {
    this.page.patch({ tab: 'ranking', status: '', kind: '', search: '' });
    this.toggle(id, true);
    this.shown.set({ id, count: (this.shown.value?.count ?? 0) + 1 });
  }

  /** Runs an editor's command; a refusal is spoken. */
  run(command: CommandName, id?: string): void {
    const params = id === undefined ? { command } : { command, id };
    void this.channel.request('run', params).catch((error: unknown) => announce(sentenceOf(error)));
  }

  async #fetch(id: string): Promise<void> {
    try {
      this.#tell(id, { detail: await this.channel.request('open', { id }) });
    } catch (error) {
      this.#tell(id, { trouble: sentenceOf(error) });
    }
  }

  #tell(id: string, opened: Opened): void {
    this.opened.set(new Map(this.opened.value).set(id, opened));
  }

  #take(state: BoardState): void {
    this.board.set({ state, items: state.items, revision: this.board.value.revision + 1, trouble: undefined });
    this.page.patch({ scope: state.scope });
  }

  #change(changed: readonly Item[], removed: readonly string[]): void {
    const fresh = new Map(changed.map((item) => [item.id, item]));
    const gone = new Set(removed);
    const kept = this.board.value.items.filter(({ id }) => !gone.has(id)).map((item) => fresh.get(item.id) ?? item);
    const known = new Set(this.board.value.items.map(({ id }) => id));
    const items = [...kept, ...changed.filter(({ id }) => !known.has(id))];
    this.board.patch({ items, revision: this.board.value.revision + 1 });
  }
}

/** What happened and what to do about it, as the host or the channel said. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof RequestError)) return error instanceof Error ? error.message : String(error);
  return error.next === undefined ? error.message : `${error.message} ${error.next}`;
}

/** Closing what is already gone is no news. */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof RequestError)) throw error;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This part of the page stands outside its session.');
  return session;
}

export interface Acting {
  readonly busy: boolean;
  /** Why the last try failed, with what to do next. */
  readonly problem: string | undefined;
  /** Has something done; true when it was. */
  readonly act: (action: ActionName, input: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

/** Has actions performed, one at a time, and says at the place of the gesture when one fails. */
export function useActing(): Acting {
  const { channel } = useSession();
  const [{ busy, problem }, set] = useState<{ busy: boolean; problem: string | undefined }>({
    busy: false,
    problem: undefined,
  });
  const act: Acting['act'] = async (action, input) => {
    if (busy) return false;
    set({ busy: true, problem: undefined });
    try {
      await channel.request('act', { action, input: { ...input } });
      set({ busy: false, problem: undefined });
      return true;
    } catch (error) {
      set({ busy: false, problem: sentenceOf(error) });
      announce(sentenceOf(error));
      return false;
    }
  };
  return { busy, problem, act };
}
