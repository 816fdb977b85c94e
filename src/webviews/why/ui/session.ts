/** The page's end of the why: what the host told, and how things are asked for. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import { t } from '../../../core/base/l10n.ts';
import type { PageChannel } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { announce } from '../../kit/live.tsx';
import { sessionContext } from '../../kit/session.ts';
import { drafts, type Input, sayTrouble, sentenceOf, type Work } from '../../kit/work.ts';
import { isWhyCommand, type WhyAction, type WhyProtocol, type WhyState } from '../protocol.ts';

/** What the page keeps through reload and restart. */
const pageState = z.object({
  version: z._default(z.literal(1), 1),
  shown: z.optional(z.string()),
  drafts: z._default(drafts, {}),
});

export class Session implements Work {
  /** Nothing until the host’s first answer. */
  readonly state = signal<WhyState | undefined>(undefined);
  /** Why there is nothing to show, as a sentence. */
  readonly trouble = signal<string | undefined>(undefined);
  readonly #channel: PageChannel<WhyProtocol>;
  readonly #page;

  constructor(channel: PageChannel<WhyProtocol>) {
    this.#channel = channel;
    this.#page = kept(channel.state, pageState);
    channel.on('state', (state) => this.#take(state));
  }

  async start(): Promise<void> {
    this.trouble.value = undefined;
    try {
      this.#take(await this.#channel.request('ready', { id: this.#page.shown.value }));
    } catch (error) {
      this.trouble.value = sentenceOf(error);
    }
  }

  /** Shows another initiative, from its beginning. */
  async open(id: string): Promise<void> {
    try {
      this.#take(await this.#channel.request('open', { id }));
      window.scrollTo(0, 0);
    } catch (error) {
      sayTrouble(error);
    }
  }

  /** Goes so many steps on in the list; past its ends nothing happens. */
  step(by: number): void {
    const { list, story } = this.state.value ?? {};
    const at = list?.items.findIndex(({ id }) => id === story?.id) ?? -1;
    const next = at < 0 ? undefined : list?.items[at + by];
    if (next) void this.open(next.id);
  }

  /** Runs an editor’s command on a record; a refusal is spoken. */
  run(command: string, id: string, input?: Input): void {
    if (!isWhyCommand(command)) return;
    void this.#channel.request('run', { command, id, ...(input && { input }) }).catch(sayTrouble);
  }

  get drafts() {
    return this.#page.drafts;
  }

  perform(action: WhyAction, input: Input): Promise<unknown> {
    return this.#channel.request('act', { action, input });
  }

  async copy(): Promise<void> {
    try {
      await this.#channel.request('copy', {});
      announce(t('Copied.'));
    } catch (error) {
      sayTrouble(error);
    }
  }

  #take(state: WhyState): void {
    const before = this.state.value?.story?.id;
    this.state.value = state;
    this.#page.shown.value = state.story?.id;
    if (before !== undefined && state.story && state.story.id !== before) announce(state.story.title);
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
