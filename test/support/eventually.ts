/** Waiting for what comes with no event of its own. */

/** Milliseconds a test waits for what must come: so long only where it never does, or the machine is very busy. */
export const PATIENCE = 45_000;

/** Asks again and again until there is an answer that is neither undefined nor false. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  what = 'What the test waits for',
  within = PATIENCE,
): Promise<Exclude<T, undefined | false>> {
  const deadline = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${within} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
