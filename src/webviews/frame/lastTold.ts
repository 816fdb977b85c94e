/** What a page was told last: it is told again of what differs alone, and of nothing before it asked. */
export class LastTold<State> {
  readonly #send: (state: State) => void;
  /** As text; undefined until the page asked. */
  #text: string | undefined;

  /** @param send tells the page. */
  constructor(send: (state: State) => void) {
    this.#send = send;
  }

  /** The answer to the page's own question. */
  answer(state: State): State {
    this.#text = JSON.stringify(state);
    return state;
  }

  /** Tells how it is now, which is found out only for a page that asked; whether it did. */
  tell(now: () => State): boolean {
    if (this.#text === undefined) return false;
    const state = now();
    const before = this.#text;
    this.#text = JSON.stringify(state);
    if (this.#text !== before) this.#send(state);
    return true;
  }
}
