/** Runs long work a few milliseconds at a time, so that a page goes on answering. */

export interface Slicing<T> {
  /** How long one slice may take, in milliseconds. */
  readonly slice: number;
  /** Calls back when nothing more urgent waits; returns what calls that off. */
  readonly soon: (work: () => void) => () => void;
  /** A clock, in milliseconds. */
  readonly now: () => number;
  readonly onDone: (result: T) => void;
}

/** Starts the work; returns what stops it for good. Nothing is called back after that. */
export function inSlices<T>(work: Iterator<unknown, T>, { slice, soon, now, onDone }: Slicing<T>): () => void {
  let cancel = soon(run);
  function run(): void {
    const end = now() + slice;
    do {
      const step = work.next();
      if (step.done) {
        onDone(step.value);
        return;
      }
    } while (now() < end);
    cancel = soon(run);
  }
  return () => {
    cancel();
    work.return?.();
  };
}
