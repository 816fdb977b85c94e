/** The page's end of building a persona: what the host told, what was typed, and how things are asked for. */
import * as z from 'zod/mini';
import { t } from '../../../core/base/l10n.ts';
import type { PersonaDraft } from '../../../core/persona/told.ts';
import type { PageChannel, Params } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { announce } from '../../kit/live.tsx';
import { PageSession, sessionContext } from '../../kit/session.ts';
import { drafts, type Input, sayTrouble, type Work } from '../../kit/work.ts';
import { looking, type PersonaProtocol } from '../protocol.ts';

/** What the page keeps through reload and restart. */
const pageState = z.object({
  version: z._default(z.literal(1), 1),
  shown: z._default(looking, {}),
  drafts: z._default(drafts, {}),
});

type Looking = Params<PersonaProtocol, 'look'>;

const saved = z.object({ id: z.string() });

export class Session extends PageSession<PersonaDraft> implements Work {
  readonly #channel: PageChannel<PersonaProtocol>;
  readonly #page;

  constructor(channel: PageChannel<PersonaProtocol>) {
    super();
    this.#channel = channel;
    this.#page = kept(channel.state, pageState);
    channel.on('state', (state) => this.take(state));
  }

  get drafts() {
    return this.#page.drafts;
  }

  protected ready() {
    return this.#channel.request('ready', this.#page.shown.value);
  }

  /** Shows another persona, or looks elsewhere. */
  async look(asked: Looking): Promise<void> {
    try {
      this.take(await this.#channel.request('look', asked));
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

  protected override take(state: PersonaDraft): void {
    super.take(state);
    const chosen = <One extends { readonly chosen: boolean }>(all: readonly One[]) => all.filter((one) => one.chosen);
    this.#page.shown.value = {
      persona: state.persona?.id,
      problems: chosen(state.problems).map(({ id }) => id),
      segments: chosen(state.segments).map(({ name }) => name),
    };
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
