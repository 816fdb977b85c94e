/** The page's end of the results: what the host told, and how things are asked for. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import { t } from '../../../core/base/l10n.ts';
import type { Results } from '../../../core/results/told.ts';
import type { PageChannel } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { announce } from '../../kit/live.tsx';
import { sessionContext } from '../../kit/session.ts';
import { sayTrouble, sentenceOf } from '../../kit/work.ts';
import type { ResultsProtocol } from '../protocol.ts';

/** What the page keeps through reload and restart. */
const pageState = z.object({ version: z._default(z.literal(1), 1), top: z._default(z.number(), 0) });

export class Session {
  /** Nothing until the host’s first answer. */
  readonly state = signal<Results | undefined>(undefined);
  /** Why there is nothing to show, as a sentence. */
  readonly trouble = signal<string | undefined>(undefined);
  /** The initiative whose result is to be read next. */
  readonly wanted = signal<string | undefined>(undefined);
  readonly page;
  readonly #channel: PageChannel<ResultsProtocol>;

  constructor(channel: PageChannel<ResultsProtocol>) {
    this.#channel = channel;
    this.page = kept(channel.state, pageState);
    channel.on('state', (state) => {
      this.state.value = state;
    });
    channel.on('show', ({ initiative }) => {
      this.wanted.value = initiative;
    });
  }

  async start(): Promise<void> {
    this.trouble.value = undefined;
    try {
      this.state.value = await this.#channel.request('ready', {});
    } catch (error) {
      this.trouble.value = sentenceOf(error);
    }
  }

  run(command: 'openWhy' | 'openRecord' | 'recordResult' | 'adoptionCalculator', id?: string): void {
    void this.#channel.request('run', { command, id }).catch(sayTrouble);
  }

  async copy(): Promise<void> {
    try {
      await this.#channel.request('copy', {});
      announce(t('Copied.'));
    } catch (error) {
      sayTrouble(error);
    }
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
