/** Answers of git that are remembered as long as what they depend on stays the same: their key. */

interface Known<T> {
  readonly answer: Promise<T>;
  readonly signal: AbortSignal | undefined;
}

export class Answers<T> {
  readonly #most: number;
  readonly #known = new Map<string, Known<T>>();

  /** Remembers at most so many, the latest. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The answer to a key, asked for once. Failures are not kept, nor what `isKept` turns down, nor aborted questions. */
  of(
    key: string,
    signal: AbortSignal | undefined,
    ask: () => Promise<T>,
    isKept: (answer: T) => boolean = () => true,
  ): Promise<T> {
    const known = this.#known.get(key);
    if (known && !known.signal?.aborted) return known.answer;
    const fresh: Known<T> = { answer: ask(), signal };
    const settle = (isKept: boolean) => {
      if (this.#known.get(key) !== fresh) return;
      // An answer can no longer be aborted.
      if (isKept) this.#known.set(key, { ...fresh, signal: undefined });
      else this.#known.delete(key);
    };
    fresh.answer.then(
      (answer) => settle(isKept(answer)),
      () => settle(false),
    );
    this.#known.delete(key);
    this.#known.set(key, fresh);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
    return fresh.answer;
  }
}
