/** Tells errors of the editor and its own extensions, which share the extension host with ours, from ours. */

/** Where code stands, as it is written in stacks. */
export interface Places {
  /** Our checkout; the editor may lie inside. */
  readonly ours: string;
  /** The folder of the editor's own program. */
  readonly editor: string;
}

/**
 * Whether an uncaught error comes from the editor's own code alone: no frame is ours, and one is the editor's. A broken
 * pipe may have no frame but node's; it is not ours either, since every program we start has a listener for that.
 */
export function isForeign(error: unknown, { ours, editor }: Places): boolean {
  if (!(error instanceof Error)) return false;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const isTheirs = (frame: string): boolean => frame.includes(editor);
  if (frames.some((frame) => !isTheirs(frame) && frame.includes(ours))) return false;
  return frames.some(isTheirs) || ('code' in error && error.code === 'EPIPE');
}
