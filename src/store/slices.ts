/** Long work in short slices, so that the thread it shares with the editor stays responsive. */

/** Milliseconds of work before others get a turn; collecting garbage comes on top, of which the editor has more. */
const SLICE = 2;

/** Resolves after the others had a turn of the event loop. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Call between pieces of work: waits for a turn of the event loop whenever a slice is used up. */
export class Slices {
  #since = performance.now();

  /** Whether the slice is used up; then await `next`. Asking costs less than awaiting each time. */
  get spent(): boolean {
    return performance.now() - this.#since >= SLICE;
  }

  async next(): Promise<void> {
    await nextTurn();
    this.#since = performance.now();
  }
}
