/** Work that can wait until the page has done everything for the person. */

/**
 * Does some work in a task of its own, behind everything the page does for the person: input, drawing, answers of the host.
 * Returns what calls it off.
 */
export function whenIdle(work: () => void): () => void {
  const calledOff = new AbortController();
  scheduler.postTask(work, { priority: 'background', signal: calledOff.signal }).catch((error: unknown) => {
    if (!calledOff.signal.aborted) throw error;
  });
  return () => calledOff.abort();
}
