/** One scoring board while it is open: answers its page, and tells it what changed in the records. */

import { BecauseError } from '../../core/base/errors.ts';
import type { Disposable } from '../../core/base/events.ts';
import { t } from '../../core/base/l10n.ts';
import { boardDetail } from '../../core/board/detail.ts';
import { itemsOf } from '../../core/board/item.ts';
import { initiativesIn } from '../../core/library/query.ts';
import { type ScopeChoice, scopeOf, scopeShowing } from '../../core/outline/scope.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import type { Detail } from '../../core/scoring/detail.ts';
import type { Item } from '../../core/scoring/item.ts';
import { type HostChannel, type HostOptions, type Port, serve } from '../frame/channel.ts';
import type { Page, PageFolder, PageHost } from '../frame/page.ts';
import { boardStateOf, comparisonWith, surroundingsOf } from './boardState.ts';
import { type BoardState, type Scoring, scoring } from './protocol.ts';

export const page: Page = {
  title: (folder) => (folder === undefined ? t('Scoring') : t('Scoring: {0}', folder)),
  closed: () => t('The folder of this board is not open. Open it, and the board comes back.'),
  shows: (library, about) =>
    (typeof about === 'string' ? library.initiativeOf(about) : initiativeOfRecord(library, about))?.id,
  open: (folder, port, options) => new Board(folder, port, options),
};

export class Board implements PageHost {
  readonly #folder: PageFolder;
  readonly #log: (error: unknown) => void;
  readonly #channel: HostChannel<Scoring>;
  readonly #listening: Disposable;
  /** What was sent last: items that are not there any more, or not the same, are told. */
  #items: ReadonlyMap<string, Item> = new Map();
  /** What was sent last of everything else, as text; undefined until the page asked. */
  #surroundings: string | undefined;
  #choice: ScopeChoice = { kind: 'current' };
  /** The opened items, with their detail as it was sent last. */
  readonly #opened = new Map<string, string>();
  /** What is to be shown once the page is there. */
  #wanted: string | undefined;
  #updating = false;
  #disposed = false;

  constructor(folder: PageFolder, port: Port, { failureOf, log }: HostOptions) {
    this.#folder = folder;
    this.#log = log;
    this.#channel = serve(
      scoring,
      port,
      {
        ready: ({ scope }) => {
          // A page that asks this is new, and opens again what it shows.
          this.#opened.clear();
          return this.#state(scope ?? this.#choice);
        },
        setScope: ({ scope }) => this.#state(scope),
        open: ({ id }) => this.#open(id),
        close: ({ id }) => this.#opened.delete(id),
        act: ({ action, input }) => folder.act(action, input),
        run: ({ command, id, input }) => folder.run(command, id, input),
        copy: ({ text }) => folder.copy(text),
        save: async ({ name, text }) => ({ saved: await folder.save(name, text) }),
        compare: async ({ snapshot }) => {
          await folder.ready();
          return comparisonWith(folder.library, snapshot);
        },
      },
      { failureOf, log },
    );
    this.#listening = folder.onDidChange(() => this.#update());
  }

  /** Opens an item on the page, in a scope that has it. */
  show(id: string): void {
    this.#wanted = id;
    if (this.#surroundings !== undefined) this.#update();
  }

  dispose(): void {
    this.#disposed = true;
    this.#listening.dispose();
    this.#channel.dispose();
  }

  async #state(choice: ScopeChoice): Promise<BoardState> {
    await this.#folder.ready();
    const me = await this.#folder.me();
    this.#choice = choice;
    this.#widenForWanted();
    const state = boardStateOf(this.#folder.library, this.#asked(me));
    this.#remember(state);
    if (this.#wanted !== undefined) this.#update();
    return state;
  }

  async #open(id: string): Promise<Detail> {
    await this.#folder.ready();
    const detail = this.#detail(id, await this.#folder.me());
    if (!detail) throw gone(id);
    this.#opened.set(id, JSON.stringify(detail));
    return detail;
  }

  #detail(id: string, me: string | undefined): Detail | undefined {
    const { library } = this.#folder;
    const initiative = library.findOf('initiative', id);
    return initiative && boardDetail(library, initiative, me);
  }

  #asked(me: string | undefined) {
    return { folder: this.#folder.name, choice: this.#choice, me, now: this.#folder.now() };
  }

  #remember({ items, ...surroundings }: BoardState): void {
    this.#items = new Map(items.map((item) => [item.id, item]));
    this.#surroundings = JSON.stringify(surroundings);
  }

  /** Tells the page soon, once for all changes that come at the same time. */
  #update(): void {
    if (this.#updating) return;
    this.#updating = true;
    this.#folder
      .me()
      .catch((error: unknown) => {
        this.#log(error);
        return undefined;
      })
      .then((me) => {
        // In a turn of its own: an answer on its way to the page, made from older records, must arrive before.
        setTimeout(() => {
          this.#updating = false;
          if (!this.#disposed && this.#surroundings !== undefined) this.#tell(me);
        });
      })
      .catch(this.#log);
  }

  #tell(me: string | undefined): void {
    this.#widenForWanted();
    const { library } = this.#folder;
    const surroundings = surroundingsOf(library, this.#asked(me));
    const items = itemsOf(library, surroundings.scope, me);
    if (JSON.stringify(surroundings) !== this.#surroundings) {
      const state = { ...surroundings, items };
      this.#remember(state);
      this.#channel.send('board', state);
    } else this.#tellItems(items);
    this.#tellDetails(me);
    if (this.#wanted === undefined) return;
    this.#channel.send('show', { id: this.#wanted });
    this.#wanted = undefined;
  }

  #tellItems(items: readonly Item[]): void {
    const before = this.#items;
    this.#items = new Map(items.map((item) => [item.id, item]));
    const changed = items.filter((item) => {
      const known = before.get(item.id);
      // An item made anew says the same more often than not.
      return known !== item && (known === undefined || JSON.stringify(known) !== JSON.stringify(item));
    });
    const removed = [...before.keys()].filter((id) => !this.#items.has(id));
    if (changed.length > 0 || removed.length > 0) this.#channel.send('items', { changed, removed });
  }

  #tellDetails(me: string | undefined): void {
    for (const [id, before] of this.#opened) {
      const detail = this.#detail(id, me);
      const text = detail && JSON.stringify(detail);
      if (!detail || text === undefined || text === before) continue;
      this.#opened.set(id, text);
      this.#channel.send('detail', detail);
    }
  }

  /** Chooses a scope that has the item that is to be shown, where the present one has not. */
  #widenForWanted(): void {
    const { library } = this.#folder;
    const initiative = this.#wanted === undefined ? undefined : library.findOf('initiative', this.#wanted);
    if (!initiative) return;
    const scope = scopeOf(library, this.#choice, this.#folder.now());
    if (!initiativesIn(library, scope).includes(initiative)) {
      this.#choice = scopeShowing(library, initiative, this.#folder.now());
    }
  }
}

function gone(id: string): BecauseError {
  return new BecauseError('not-found', t('{0} is not there any more.', id));
}
