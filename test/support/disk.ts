/** The calls that change a disk, counted, so that a test stops at each of them in turn. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const CHANGING = [
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'linkSync',
  'copyFileSync',
  'renameSync',
  'unlinkSync',
  'rmSync',
  'rmdirSync',
] as const;

export type Call = (typeof CHANGING)[number];

/** Asks `before` before each call that changes the disk, which may throw instead. Returns what makes an end of it. */
export function watchDisk(before: (call: Call, index: number) => void): () => void {
  let index = 0;
  const real = Object.fromEntries(CHANGING.map((call) => [call, fs[call]]));
  for (const call of CHANGING) {
    // Reading opens files too.
    const calling = fs[call] as (...args: unknown[]) => unknown;
    Object.assign(fs, {
      [call]: (...args: unknown[]) => {
        if (call !== 'openSync' || args[1] === 'wx') before(call, index++);
        return calling(...args);
      },
    });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  };
}
