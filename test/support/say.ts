/** How scripts tell a person what they are doing: one line per step, and nothing that hides output. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import * as path from 'node:path';

/** Prints one line of progress. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says what is about to happen, does it, and says how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  say(`▸ ${what}`);
  const started = performance.now();
  const result = await work();
  say(`  done in ${seconds(started)}`);
  return result;
}

/** Seconds since a `performance.now()`, for people. */
export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs a program with its output shown, and fails with a sentence when it does. */
export async function run(command: string, args: readonly string[], options: { cwd?: string } = {}): Promise<void> {
  const code = await exitCode(command, args, options);
  if (code !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${code ?? 'a signal'}.`);
}

/** Runs a program with its output added to a log, which is named when it fails. */
export async function runLogged(command: string, args: readonly string[], log: string): Promise<void> {
  await mkdir(path.dirname(log), { recursive: true });
  const file = await open(log, 'a');
  try {
    const child = spawn(command, args, { stdio: ['ignore', file.fd, file.fd] });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${code ?? 'a signal'}: see ${log}`);
  } finally {
    await file.close();
  }
}

/** Runs a program with its output shown and gives its exit code, or null when a signal ended it. */
export function exitCode(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
