/** The page's end of the guide: what the host told, and how things are asked for. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import { t } from '../../../core/base/l10n.ts';
import type { Guide, RuleName } from '../../../core/guide/told.ts';
import type { PageChannel } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { announce } from '../../kit/live.tsx';
import { sessionContext } from '../../kit/session.ts';
import { sayTrouble, sentenceOf } from '../../kit/work.ts';
import type { GuideProtocol } from '../protocol.ts';

/** What the page keeps through reload and restart. */
const pageState = z.object({ version: z._default(z.literal(1), 1), top: z._default(z.number(), 0) });

export class Session {
  /** Nothing until the host's first answer. */
  readonly state = signal<Guide | undefined>(undefined);
  /** Why there is nothing to show, as a sentence. */
  readonly trouble = signal<string | undefined>(undefined);
  /** The rule that is to be read next. */
  readonly wanted = signal<RuleName | undefined>(undefined);
  readonly page;
  readonly #channel: PageChannel<GuideProtocol>;

  constructor(channel: PageChannel<GuideProtocol>) {
    this.#channel = channel;
    this.page = kept(channel.state, pageState);
    channel.on('state', (state) => {
      this.state.value = state;
    });
    channel.on('show', ({ rule }) => {
      this.wanted.value = rule;
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

  run(command: 'openBoard' | 'openWhy', id?: string): void {
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
