/** Answers that come in stages: what is known, then the rest. */

/** Milliseconds after which a person is shown what is known so far. */
const SOON = 400;

/** The last of some answers. One that the next keeps waiting is shown meanwhile. */
export async function lastOf<T>(
  answers: AsyncGenerator<T>,
  show: (known: T) => Promise<void> = async () => undefined,
): Promise<T | undefined> {
  let last: T | undefined;
  for (;;) {
    const next = answers.next();
    if (last && (await isLate(next))) await show(last);
    const { value, done } = await next;
    if (done) return last;
    last = value;
  }
}

/** Whether something takes longer than a person waits without a sign. */
async function isLate(work: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(true), SOON);
  // How it ends is for whoever waits for it.
  work.then(
    () => resolve(false),
    () => resolve(false),
  );
  return promise.finally(() => clearTimeout(timer));
}
