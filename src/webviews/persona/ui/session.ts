/** The page's end of building a persona: what the host told, what was typed, and how things are asked for. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import { t } from '../../../core/base/l10n.ts';
import type { PersonaDraft } from '../../../core/persona/told.ts';
import type { PageChannel, Params } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { announce } from '../../kit/live.tsx';
import { sessionContext } from '../../kit/session.ts';
import { drafts, type Input, sayTrouble, sentenceOf, type Work } from '../../kit/work.ts';
import { looking, type PersonaProtocol } from '../protocol.ts';

/** What the page keeps through reload and restart. */
const pageState = z.object({
  version: z._default(z.literal(1), 1),
  shown: z._default(looking, {}),
  drafts: z._default(drafts, {}),
});

type Looking = Params<PersonaProtocol, 'look'>;

const saved = z.object({ id: z.string() });

export class Session implements Work {
  /** Nothing until the host's first answer. */
  readonly state = signal<PersonaDraft | undefined>(undefined);
  /** Why there is nothing to show, as a sentence. */
  readonly trouble = signal<string | undefined>(undefined);
  readonly #channel: PageChannel<PersonaProtocol>;
  readonly #page;

  constructor(channel: PageChannel<PersonaProtocol>) {
    this.#channel = channel;
    this.#page = kept(channel.state, pageState);
    channel.on('state', (state) => this.#take(state));
  }

  get drafts() {
    return this.#page.drafts;
  }

  async start(): Promise<void> {
    this.trouble.value = undefined;
    try {
      this.#take(await this.#channel.request('ready', this.#page.shown.value));
    } catch (error) {
      this.trouble.value = sentenceOf(error);
    }
  }

  /** Shows another persona, or looks elsewhere. */
  async look(asked: Looking): Promise<void> {
    try {
      this.#take(await this.#channel.request('look', asked));
    } catch (error) {
      sayTrouble(error);
    }
  }

  open(id: string): void {
    void this.#channel.request('open', { id }).catch(sayTrouble);
  }

  async perform(action: 'savePersona' | 'validatePersona', given: Input): Promise<unknown> {
    const done = await this.#channel.request('act', { action, input: given });
    const { data } = saved.safeParse(done);
    // A new persona is shown as the record it has become.
    if (data && action === 'savePersona') await this.look({ persona: data.id });
    announce(action === 'savePersona' ? t('Saved.') : t('Marked as validated today.'));
    return done;
  }

  #take(state: PersonaDraft): void {
    this.state.value = state;
    const chosen = <One extends { readonly chosen: boolean }>(all: readonly One[]) => all.filter((one) => one.chosen);
    this.#page.shown.value = {
      persona: state.persona?.id,
      problems: chosen(state.problems).map(({ id }) => id),
      segments: chosen(state.segments).map(({ name }) => name),
    };
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
