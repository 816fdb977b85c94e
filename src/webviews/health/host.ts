/** The page of health checks while it is open: keeps the totals of one in the room, has done what one apart needs, and tells what earlier ones say. */
import * as z from 'zod/mini';
import { secretKey } from '../../actions/healthSecrets.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { apartTold, ownKey } from '../../core/health/apart.ts';
import { healthTold } from '../../core/health/told.ts';
import { today } from '../../core/library/query.ts';
import type { Port } from '../frame/channel.ts';
import { LastTold } from '../frame/lastTold.ts';
import type { Page, PageFolder, PageHost } from '../frame/page.ts';
import { type HostChannel, type HostOptions, serve } from '../frame/serve.ts';
import { type Soon, soon } from '../frame/soon.ts';
import { type HealthProtocol, type HealthState, health } from './protocol.ts';
import { Room } from './room.ts';

export const page: Page = {
  title: (folder) => (folder === undefined ? t('Team Health') : t('Team Health: {0}', folder)),
  closed: () => t('The folder of this page is not open. Open it, and the page comes back.'),
  // It is about the whole team of a folder.
  shows: () => undefined,
  open: (folder, port, options) => new HealthPage(folder, port, options),
};

const saved = z.object({ id: z.string() });

export class HealthPage implements PageHost {
  readonly #folder: PageFolder;
  readonly #channel: HostChannel<HealthProtocol>;
  readonly #soon: Soon;
  readonly #told = new LastTold<HealthState>((state) => this.#channel.send('state', state));
  /** The check that goes on in this room; gone with the page. */
  #room: Room | undefined;

  constructor(folder: PageFolder, port: Port, options: HostOptions) {
    this.#folder = folder;
    this.#soon = soon(folder, options.log, (me) => {
      this.#tell(me).catch(options.log);
    });
    this.#channel = serve(
      health,
      port,
      {
        ready: async () => {
          await folder.ready();
          return this.#answer();
        },
        begin: () => {
          this.#room ??= new Room(today(folder.library, folder.now()));
          return this.#answer();
        },
        add: ({ levels, comment }) => {
          this.#going().add(levels, comment);
          return this.#answer();
        },
        discard: () => {
          this.#room = undefined;
          return this.#answer();
        },
        close: () => this.#close(),
        act: async ({ action, input }) => {
          const { id } = saved.parse(await folder.act(action, input));
          this.#soon.tell();
          return { id };
        },
        note: ({ id, text }) => folder.act('editText', { id, body: text }),
        open: ({ id }) => folder.run('openRecord', id, undefined),
      },
      options,
    );
  }

  show(): void {
    this.#soon.tell();
  }

  dispose(): void {
    this.#room = undefined;
    this.#soon.dispose();
    this.#channel.dispose();
  }

  /** Throws `bad-input` where no check goes on. */
  #going(): Room {
    if (this.#room) return this.#room;
    throw new BecauseError('bad-input', t('No health check is running here.'), { next: t('Start one first.') });
  }

  /** The answers are forgotten once they are written down, and not before. */
  async #close(): Promise<{ id: string }> {
    const { id } = saved.parse(await this.#folder.act('closeHealthCheck', this.#going().sums));
    this.#room = undefined;
    this.#soon.tell();
    return { id };
  }

  async #answer(): Promise<HealthState> {
    const me = await this.#folder.me();
    const isKeyHere = await this.#keepsKey(me);
    return this.#told.answer(this.#state(me, isKeyHere));
  }

  async #tell(me: string | undefined): Promise<void> {
    const isKeyHere = await this.#keepsKey(me);
    this.#told.tell(() => this.#state(me, isKeyHere));
  }

  async #keepsKey(me: string | undefined): Promise<boolean> {
    const key = ownKey(this.#folder.library, me);
    return key !== undefined && this.#folder.keeps(secretKey(key));
  }

  #state(me: string | undefined, isKeyHere: boolean): HealthState {
    const { library, now, mayForget } = this.#folder;
    const room = this.#room && { people: this.#room.people };
    return { ...healthTold(library, now()), room, apart: { ...apartTold(library, me, now()), isKeyHere, mayForget } };
  }
}
