/** What is watched while records load, the same in plain node and inside the editor. */
import { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isForeign } from '../../support/host/foreign.ts';

/** One load, in milliseconds and megabytes. */
export interface Load {
  /** Until the records are read. */
  readonly ready: number;
  /** Until the card of a key is right. */
  readonly card: number;
  /** The longest that others waited for their turn, from the loaded code until the records were read. */
  readonly stall: number;
  readonly heap: number;
  /** Programs started before the records were read, by anybody but the editor itself. */
  readonly spawned: readonly string[];
  /** The files of code that were loaded meanwhile. */
  readonly code: readonly string[];
}

/** Loads records: `ready` when they are read, and then what waits for the right card. */
export type Loading = () => Promise<{ readonly ready: Promise<unknown>; readonly card: () => Promise<unknown> }>;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const megabytes = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

/** Watches one load; `editor` is the folder of the editor's own program, where there is one. */
export async function watchLoad(load: Loading, editor?: string): Promise<Load> {
  const before = { heap: megabytes(), code: new Set(loadedCode()) };
  const programs = watchPrograms(editor);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const started = performance.now();
  const { ready, card } = await load();
  // To load the code is one step, whatever there is to read, and has a row of its own.
  delay.enable();
  const read = ready.then(() => {
    delay.disable();
    return { ready: performance.now() - started, spawned: programs.end() };
  });
  await card();
  const shown = performance.now() - started;
  return {
    ...(await read),
    card: shown,
    stall: delay.max / 1e6,
    heap: megabytes() - before.heap,
    code: loadedCode().filter((file) => !before.code.has(file)),
  };
}

function loadedCode(): string[] {
  return Object.keys(createRequire(__filename).cache);
}

/** Milliseconds without a program started, after which those who started with the window are taken to be done. */
const QUIET = 1500;

export async function untilQuiet(): Promise<void> {
  for (let started = 1; started > 0; ) {
    const programs = watchPrograms();
    await setTimeout(QUIET);
    started = programs.end().length;
  }
}

interface Spawning {
  spawn(options: { readonly args: readonly string[] }): unknown;
}

/** Whoever starts a program, by whichever function, comes past here. What `editor` starts by itself is not told. */
function watchPrograms(editor?: string): { end(): readonly string[] } {
  const started: string[] = [];
  const prototype = ChildProcess.prototype as unknown as Spawning;
  const { spawn } = prototype;
  prototype.spawn = function watched(options) {
    const here = new Error('Here.');
    Error.captureStackTrace(here, watched);
    if (editor === undefined || !isForeign(here, editor)) started.push(options.args.join(' '));
    return spawn.call(this, options);
  };
  return {
    end() {
      prototype.spawn = spawn;
      return started;
    },
  };
}
