/** The page's end of the answer times: what the host told, and how things are asked for. */
import type { PageChannel } from '../../frame/channel.ts';
import { PageSession, sessionContext } from '../../kit/session.ts';
import { sayTrouble } from '../../kit/work.ts';
import type { AnswersProtocol, AnswersState } from '../protocol.ts';

/** How often the time that is left is asked for again, in milliseconds. */
const TICK = 60_000;

export class Session extends PageSession<AnswersState> {
  readonly #channel: PageChannel<AnswersProtocol>;

  constructor(channel: PageChannel<AnswersProtocol>) {
    super();
    this.#channel = channel;
    channel.on('state', (state) => this.take(state));
  }

  protected ready() {
    return this.#channel.request('ready', {});
  }

  /** Lets the clock go while the page is seen; gives what stops it. */
  tick(): () => void {
    const timer = setInterval(() => {
      if (!document.hidden && this.state.value) void this.start();
    }, TICK);
    return () => clearInterval(timer);
  }

  /** Opens the record of a question; a refusal is spoken. */
  open(id: string): void {
    void this.#channel.request('open', { id }).catch(sayTrouble);
  }

  ask(): void {
    void this.#channel.request('ask', {}).catch(sayTrouble);
  }
}

export const [SessionContext, useSession] = sessionContext<Session>();
