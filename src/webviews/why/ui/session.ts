/** The page's end of the why: what the host told, and how things are asked for. */
import { batch, signal } from '@preact/signals';
import * as z from 'zod/mini';
import { t } from '../../../core/base/l10n.ts';
import { type WalkStop, walkChoice } from '../../../core/story/walkTold.ts';
import type { PageChannel, Params } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { announce } from '../../kit/live.tsx';
import { copied, PageSession, sessionContext } from '../../kit/session.ts';
import { drafts, type Input, sayTrouble, sentenceOf, type Work } from '../../kit/work.ts';
import { isWhyCommand, type WhyAction, type WhyProtocol, type WhyState } from '../protocol.ts';
import { clock } from './clock.ts';

/** What the page keeps through reload and restart. */
const pageState = z.object({
  version: z._default(z.literal(1), 1),
  shown: z.optional(z.string()),
  drafts: z._default(drafts, {}),
  /** The walk-through it is in, and whether at its end. */
  walk: z.optional(z.unknown()),
  atEnd: z._default(z.boolean(), false),
  /** Who speaks in it. */
  speaker: z.optional(z.string()),
  clock: z._default(clock, { spent: {} }),
});

export class Session extends PageSession<WhyState> implements Work {
  /** Why somebody’s word was not written, as a sentence. */
  readonly refusal = signal<string | undefined>(undefined);
  readonly #channel: PageChannel<WhyProtocol>;
  readonly #page;
  /** Settles when what was said last is written. */
  #written: Promise<unknown> = Promise.resolve();

  constructor(channel: PageChannel<WhyProtocol>) {
    super();
    this.#channel = channel;
    this.#page = kept(channel.state, pageState);
    channel.on('state', (state) => this.take(state));
  }

  get drafts() {
    return this.#page.drafts;
  }

  /** How long each initiative was talked about. */
  get clock() {
    return this.#page.clock;
  }

  protected ready() {
    const { shown, walk, atEnd } = this.#page;
    return this.#channel.request('ready', {
      id: shown.value,
      walk: walkChoice.safeParse(walk.value).data,
      atEnd: atEnd.value,
    });
  }

  /** Shows another initiative, from its beginning. */
  async open(id: string): Promise<void> {
    await this.#go(() => this.#channel.request('open', { id }));
  }

  /** Begins a walk-through of the initiatives the page goes through, goes to its end, or ends it. */
  async walk(to: 'start' | 'end' | 'out'): Promise<void> {
    const { walk, scope } = this.state.value ?? {};
    const choice = walk?.choice ?? scope;
    const asked: Params<WhyProtocol, 'walk'> = to === 'out' || !choice ? {} : { walk: choice, atEnd: to === 'end' };
    await this.#go(() => this.#channel.request('walk', asked));
  }

  /** Goes so many steps on in the list; past the last initiative of a walk-through is its end, past other ends nothing. */
  step(by: number): void {
    const { list, story, walk, minutes } = this.state.value ?? {};
    const items = list?.items ?? [];
    const at = minutes ? items.length : items.findIndex(({ id }) => id === story?.id);
    if (at < 0) return;
    const next = items[at + by];
    if (next) void this.open(next.id);
    else if (walk && !minutes && at + by === items.length) void this.walk('end');
  }

  /** Runs an editor’s command, on a record where one is given; a refusal is spoken. */
  run(command: string, id?: string, input?: Input): void {
    if (!isWhyCommand(command)) return;
    const given = { command, ...(id !== undefined && { id }), ...(input && { input }) };
    void this.#channel.request('run', given).catch(sayTrouble);
  }

  perform(action: WhyAction, input: Input): Promise<unknown> {
    return this.#channel.request('act', { action, input });
  }

  /** Has somebody’s word written, after those said before it: keys are quicker than files. True when it is. */
  async say(input: Input): Promise<boolean> {
    const writing = this.#written.then(() => this.perform('ack', input));
    this.#written = writing.catch(() => undefined);
    try {
      await writing;
      this.refusal.value = undefined;
      return true;
    } catch (error) {
      this.refusal.value = sentenceOf(error);
      sayTrouble(error);
      return false;
    }
  }

  copy(): Promise<void> {
    return copied(this.#channel.request('copy', {}));
  }

  /** Who speaks: who was chosen, else who looks; undefined where that is nobody of the team. */
  speakerIn({ voices, me }: Pick<WalkStop, 'voices' | 'me'>) {
    const { speaker } = this.#page;
    const of = (id: string | undefined) => voices.find((voice) => voice.id === id);
    return of(speaker.value) ?? of(me);
  }

  choose(speaker: string): void {
    this.#page.speaker.value = speaker;
  }

  async #go(ask: () => Promise<WhyState>): Promise<void> {
    try {
      this.take(await ask());
      window.scrollTo(0, 0);
    } catch (error) {
      sayTrouble(error);
    }
  }

  protected override take(state: WhyState): void {
    const before = this.state.value;
    const { shown, walk, atEnd } = this.#page;
    batch(() => {
      super.take(state);
      shown.value = state.story?.id ?? shown.value;
      walk.value = state.walk?.choice;
      atEnd.value = state.minutes !== undefined;
    });
    if (!before) return;
    if (state.minutes && !before.minutes) announce(t('Minutes'));
    else if (state.story && state.story.id !== before.story?.id) announce(state.story.title);
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
