/** One scoring board while it is open: answers its page, and tells it what changed in the records. */
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { boardDetail } from '../../core/board/detail.ts';
import { initiativesIn } from '../../core/library/query.ts';
import { type ScopeChoice, scopeOf, scopeShowing } from '../../core/outline/scope.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import type { Detail } from '../../core/scoring/detail.ts';
import type { Item } from '../../core/scoring/item.ts';
import type { Port } from '../frame/channel.ts';
import type { Page, PageFolder, PageHost } from '../frame/page.ts';
import { type HostChannel, type HostOptions, serve } from '../frame/serve.ts';
import { type Soon, soon } from '../frame/soon.ts';
import { boardStateOf, comparisonWith } from './boardState.ts';
import { type BoardState, type Scoring, scoring } from './protocol.ts';

export const page: Page = {
  title: (folder) => (folder === undefined ? t('Scoring') : t('Scoring: {0}', folder)),
  closed: () => t('The folder of this board is not open. Open it to see the board again.'),
  shows: (library, about) =>
    (typeof about === 'string' ? library.initiativeOf(about) : initiativeOfRecord(library, about))?.id,
  open: (folder, port, options) => new Board(folder, port, options),
};

export class Board implements PageHost {
  readonly #folder: PageFolder;
  readonly #channel: HostChannel<Scoring>;
  /** What was sent last; undefined until the page asked. */
  #sent: BoardState | undefined;
  #choice: ScopeChoice = { kind: 'current' };
  /** The opened items, with their detail as it was sent last. */
  readonly #opened = new Map<string, string>();
  /** What is to be shown once the page is there. */
  #wanted: string | undefined;
  readonly #soon: Soon;

  constructor(folder: PageFolder, port: Port, { failureOf, log }: HostOptions) {
    this.#folder = folder;
    this.#soon = soon(folder, log, (me) => {
      if (this.#sent) this.#tell(this.#sent, me);
    });
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
  }

  /** Opens an item on the page, in a scope that has it. */
  show(id: string | undefined): void {
    this.#wanted = id;
    if (this.#sent) this.#soon.tell();
  }

  dispose(): void {
    this.#soon.dispose();
    this.#channel.dispose();
  }

  async #state(choice: ScopeChoice): Promise<BoardState> {
    await this.#folder.ready();
    const me = await this.#folder.me();
    this.#choice = choice;
    this.#sent = this.#seen(me);
    if (this.#wanted !== undefined) this.#soon.tell();
    return this.#sent;
  }

  async #open(id: string): Promise<Detail> {
    await this.#folder.ready();
    const detail = this.#detail(id, await this.#folder.me());
    if (!detail) throw new BecauseError('not-found', t('{0} no longer exists.', id));
    this.#opened.set(id, JSON.stringify(detail));
    return detail;
  }

  #detail(id: string, me: string | undefined): Detail | undefined {
    const { library } = this.#folder;
    const initiative = library.findOf('initiative', id);
    return initiative && boardDetail(library, initiative, me);
  }

  /** What the page is to show now, in a scope that has what is wanted. */
  #seen(me: string | undefined): BoardState {
    this.#widenForWanted();
    const { library, name } = this.#folder;
    return boardStateOf(library, { folder: name, choice: this.#choice, me, now: this.#folder.now() });
  }

  #tell(before: BoardState, me: string | undefined): void {
    const state = this.#seen(me);
    this.#sent = state;
    if (isSame({ ...state, items: [] }, { ...before, items: [] })) this.#tellItems(before.items, state.items);
    else this.#channel.send('board', state);
    this.#tellDetails(me);
    if (this.#wanted === undefined) return;
    this.#channel.send('show', { id: this.#wanted });
    this.#wanted = undefined;
  }

  #tellItems(before: readonly Item[], items: readonly Item[]): void {
    const known = new Map(before.map((item) => [item.id, item]));
    const changed = items.filter((item) => !isSame(item, known.get(item.id)));
    const ids = new Set(items.map(({ id }) => id));
    const removed = [...known.keys()].filter((id) => !ids.has(id));
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

/** Whether it would be told again; what was made anew says the same more often than not. */
function isSame(a: object, b: object | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
