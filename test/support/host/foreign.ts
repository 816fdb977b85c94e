/** Tells errors of the editor and its own extensions, which share the extension host with ours, from ours. */

/**
 * Whether an uncaught error is the editor's own: the first frame that is not node's is code below `editor`, the folder of its
 * program, whoever called that. A broken pipe may have no frame but node's; it is not ours either, since every program we
 * start has a listener for that.
 */
export function isForeign(error: unknown, editor: string): boolean {
  if (!(error instanceof Error)) return false;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const thrower = frames.find((frame) => !frame.includes('node:'));
  return thrower === undefined ? 'code' in error && error.code === 'EPIPE' : thrower.includes(editor);
}
