/** Names for what a process puts on a disk for a moment, which tell others whether that process still lives. */
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Milliseconds after which nobody still works on what a name stands for, whoever made it and wherever. */
const LONGEST_WORK = 60 * 60 * 1000;

const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const NAME = /^(\d{1,10})-([0-9a-f]{8})-[0-9a-f]{12}$/;

/** A name nobody else has. */
export function ownName(): string {
  return `${process.pid}-${HERE}-${randomBytes(6).toString('hex')}`;
}

/** Whether the process that made the name is gone: certain for this machine, never said of another. */
export function isOfGoneProcess(name: string): boolean {
  const [, pid, host] = NAME.exec(name) ?? [];
  return host === HERE && !isRunning(Number(pid));
}

/** Whether what has the name, last changed then (milliseconds), is left over; false for names made by somebody else. */
export function isLeftOver(name: string, changedAt: number): boolean {
  return NAME.test(name) && (isOfGoneProcess(name) || Date.now() - changedAt > LONGEST_WORK);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another person's process may be there without our being allowed to ask it anything.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
