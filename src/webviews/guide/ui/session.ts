/** The page's end of the guide: what the host told, and how things are asked for. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { Guide, RuleName } from '../../../core/guide/told.ts';
import type { PageChannel } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { copied, PageSession, sessionContext } from '../../kit/session.ts';
import { sayTrouble } from '../../kit/work.ts';
import type { GuideProtocol } from '../protocol.ts';

/** What the page keeps through reload and restart. */
const pageState = z.object({ version: z._default(z.literal(1), 1), top: z._default(z.number(), 0) });

export class Session extends PageSession<Guide> {
  /** The rule that is to be read next. */
  readonly wanted = signal<RuleName | undefined>(undefined);
  readonly page;
  readonly #channel: PageChannel<GuideProtocol>;

  constructor(channel: PageChannel<GuideProtocol>) {
    super();
    this.#channel = channel;
    this.page = kept(channel.state, pageState);
    channel.on('state', (state) => this.take(state));
    channel.on('show', ({ rule }) => {
      this.wanted.value = rule;
    });
  }

  protected ready() {
    return this.#channel.request('ready', {});
  }

  run(command: 'openBoard' | 'openWhy', id?: string): void {
    void this.#channel.request('run', { command, id }).catch(sayTrouble);
  }

  copy(): Promise<void> {
    return copied(this.#channel.request('copy', {}));
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
