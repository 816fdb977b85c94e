/** The page's end of the results: what the host told, and how things are asked for. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { Results } from '../../../core/results/told.ts';
import type { PageChannel } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { copied, PageSession, sessionContext } from '../../kit/session.ts';
import { sayTrouble } from '../../kit/work.ts';
import type { ResultsProtocol } from '../protocol.ts';

/** What the page keeps through reload and restart. */
const pageState = z.object({ version: z._default(z.literal(1), 1), top: z._default(z.number(), 0) });

export class Session extends PageSession<Results> {
  /** The initiative whose result is to be read next. */
  readonly wanted = signal<string | undefined>(undefined);
  readonly page;
  readonly #channel: PageChannel<ResultsProtocol>;

  constructor(channel: PageChannel<ResultsProtocol>) {
    super();
    this.#channel = channel;
    this.page = kept(channel.state, pageState);
    channel.on('state', (state) => this.take(state));
    channel.on('show', ({ initiative }) => {
      this.wanted.value = initiative;
    });
  }

  protected ready() {
    return this.#channel.request('ready', {});
  }

  run(command: 'openWhy' | 'openRecord' | 'recordResult' | 'adoptionCalculator', id?: string): void {
    void this.#channel.request('run', { command, id }).catch(sayTrouble);
  }

  copy(): Promise<void> {
    return copied(this.#channel.request('copy', {}));
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
