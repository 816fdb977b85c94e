/** The page's end of a health check: what the host told, the turn of one person, and how things are asked for. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import { plural, t } from '../../../core/base/l10n.ts';
import { type PageChannel, RequestError } from '../../frame/channel.ts';
import { kept } from '../../kit/kept.ts';
import { announce } from '../../kit/live.tsx';
import { PageSession, sessionContext } from '../../kit/session.ts';
import { drafts, type Input, sayTrouble, type Work } from '../../kit/work.ts';
import {
  type ApartAction,
  type HealthProtocol,
  type HealthState,
  isApartAction,
  type LevelsGiven,
} from '../protocol.ts';

/** What is said once it is done. */
const saidOf: Readonly<Record<ApartAction, () => string>> = {
  makeHealthKey: () => t('You are taking part. Commit and push your key.'),
  openHealthRound: () => t('The check has started. Commit and push it.'),
  sendHealthAnswers: () => t('Your answers are encrypted. Commit and push them.'),
  closeHealthRound: () => t('The check is closed. Commit and push it.'),
  addHealthPart: () => t('Your part is added. Commit and push it.'),
  revealHealthRound: () => t('The totals are saved.'),
};

/** What the page keeps through reload and restart: what is typed of the team's own words, and nothing of a person's turn. */
const pageState = z.object({ version: z._default(z.literal(1), 1), drafts: z._default(drafts, {}) });

/** What one person has answered so far. It is in the page's memory alone, and gone when the turn is over. */
export interface Turn {
  /** The check apart that is answered; undefined for the one in the room. */
  readonly round: string | undefined;
  readonly levels: Readonly<Record<string, number>>;
  readonly comment: string;
}

const untouched: Turn = { round: undefined, levels: {}, comment: '' };

export class Session extends PageSession<HealthState> implements Work {
  /** Undefined while nobody is answering. */
  readonly turn = signal<Turn | undefined>(undefined);
  /** The check that is looked at; the latest where it is none of them. */
  readonly chosen = signal<string | undefined>(undefined);
  /** What one has to confirm: that somebody's new key was compared, or that one's own answers came too late. */
  readonly doubt = signal<'new-key' | 'left-out' | undefined>(undefined);
  /** Whether a turn or a check has just ended, or one apart has begun: what is shown then takes the focus. */
  hasEnded = false;
  readonly #channel: PageChannel<HealthProtocol>;
  readonly #page;

  constructor(channel: PageChannel<HealthProtocol>) {
    super();
    this.#channel = channel;
    this.#page = kept(channel.state, pageState);
    channel.on('state', (state) => this.take(state));
  }

  get drafts() {
    return this.#page.drafts;
  }

  protected ready() {
    return this.#channel.request('ready', {});
  }

  /** Starts a check in the room, with the turn of the first person. */
  async begin(): Promise<void> {
    await this.#have('begin');
    this.nextTurn();
  }

  /** Begins a turn: in the room, or for the check apart that is given. */
  nextTurn(round?: string): void {
    this.turn.value = { ...untouched, round };
  }

  /** Gives up a turn; its answers are gone. */
  leaveTurn(): void {
    this.doubt.value = undefined;
    this.hasEnded = true;
    this.turn.value = undefined;
  }

  answer(item: string, level: number): void {
    const turn = this.turn.value ?? untouched;
    this.turn.value = { ...turn, levels: { ...turn.levels, [item]: level } };
  }

  write(comment: string): void {
    this.turn.value = { ...(this.turn.value ?? untouched), comment };
  }

  /** Ends the turn: its answers become part of the totals, and the page forgets them. */
  async #endTurn(): Promise<void> {
    const { levels, comment } = this.turn.value ?? untouched;
    // The host refuses levels that are not all there.
    const state = await this.#channel.request('add', { levels: levels as LevelsGiven, comment });
    this.state.value = state;
    this.turn.value = undefined;
    const people = state.room?.people ?? 0;
    announce(plural(people, '{0} person answered so far.', '{0} people answered so far.'));
  }

  async discard(): Promise<void> {
    this.hasEnded = true;
    await this.#have('discard');
    this.turn.value = undefined;
    announce(t('All answers were discarded.'));
  }

  /** What a form or a button has done; rejects with what the host says. */
  async perform(action: string, given: Input): Promise<unknown> {
    if (isApartAction(action)) return this.#performApart(action, given);
    if (action === 'add') return this.#endTurn();
    if (action === 'note') {
      const { id, text } = given as { readonly id: string; readonly text: string };
      const done = await this.#channel.request('note', { id, text });
      announce(t('Saved.'));
      return done;
    }
    const closed = await this.#channel.request('close', {});
    this.hasEnded = true;
    this.chosen.value = closed.id;
    await this.start();
    return closed;
  }

  async #performApart(action: ApartAction, input: Input): Promise<unknown> {
    const done = await this.#channel.request('act', { action, input }).catch((error: unknown) => {
      const code = error instanceof RequestError ? error.code : undefined;
      if (code === 'new-key' || code === 'left-out') this.doubt.value = code;
      throw error;
    });
    if (action === 'sendHealthAnswers') this.leaveTurn();
    if (action === 'addHealthPart') this.doubt.value = undefined;
    if (action === 'revealHealthRound') this.chosen.value = done.id;
    // What goes on is shown above what is known already, and elsewhere than it was.
    this.hasEnded ||= action === 'openHealthRound' || action === 'revealHealthRound';
    await this.start();
    announce(saidOf[action]());
    return done;
  }

  open(id: string): void {
    void this.#channel.request('open', { id }).catch(sayTrouble);
  }

  async #have(what: 'begin' | 'discard'): Promise<void> {
    try {
      this.state.value = await this.#channel.request(what, {});
    } catch (error) {
      sayTrouble(error);
    }
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
