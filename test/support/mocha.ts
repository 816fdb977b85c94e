/** Runs mocha over files that are already found, in plain node and inside VS Code alike, and counts. */
import Mocha from 'mocha';

/** How a run went. It told the truth about everything only where every test that was found also ran. */
export interface Counts {
  /** Tests there were to run. */
  readonly found: number;
  /** Tests that ran to their end. */
  readonly ran: number;
  readonly passed: number;
  /** Tests and hooks that failed. */
  readonly failed: number;
  /** Those that failed at first, and were tried again. */
  readonly again: number;
}

/** What has run nothing. */
export const nothing: Counts = { found: 0, ran: 0, passed: 0, failed: 0, again: 0 };

/** Two runs as one. */
export function add(a: Counts, b: Counts): Counts {
  return {
    found: a.found + b.found,
    ran: a.ran + b.ran,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    again: a.again + b.again,
  };
}

/** A run in one line: what passed and failed, of how many that were found, how many never ran, and how many ran again. */
export function summary({ found, ran, passed, failed, again }: Counts): string {
  const missing = ran < found ? `; ${found - ran} did not run` : '';
  const repeated = again > 0 ? `; ${again} tried again` : '';
  return `${found} found, ${passed} passed and ${failed} failed${missing}${repeated}`;
}

export interface MochaOptions {
  /** Milliseconds a test may take. */
  readonly timeout: number;
  /** Only tests whose whole title matches. */
  readonly grep?: string | undefined;
  readonly color?: boolean;
  /** How often a failed test is tried again; each such try is told. */
  readonly retries?: number;
  /** Whether an uncaught error is somebody else's: it is printed, and fails no test. */
  readonly isForeign?: (error: unknown) => boolean;
  /** Told before the first test and after each, so that a run that is cut off still leaves its counts. */
  readonly onProgress?: (counts: Counts) => void;
}

/** Loads tests with `load`, runs them, prints each as a sentence, and counts them. */
export async function runMocha(options: MochaOptions, load: (mocha: Mocha) => Promise<unknown>): Promise<Counts> {
  const { isForeign = () => false, onProgress } = options;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: options.timeout,
    color: options.color ?? false,
    forbidOnly: true,
    forbidPending: true,
    retries: options.retries ?? 0,
    ...(options.grep === undefined ? {} : { grep: options.grep }),
  });
  await load(mocha);
  return new Promise((resolve) => {
    const before = new Set(process.listeners('uncaughtException'));
    const runner = mocha.run(() => resolve(counts()));
    let ran = 0;
    let again = 0;
    const counts = (): Counts => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      return { found: runner.total, ran, passed: passes, failed: failures, again };
    };
    onProgress?.(counts());
    runner.on('test end', () => {
      ran += 1;
      onProgress?.(counts());
    });
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      again += 1;
      // Whole: what failed once among many runs is hard to see again.
      console.log(`    ↻ ${test.title}: tried again after\n${error.message.replaceAll(/^/gm, '        ')}`);
    });
    withoutForeignErrors(runner, isForeign, before);
  });
}

/** An uncaught error fails the test that runs meanwhile, or ends the whole run: nobody else's may. */
function withoutForeignErrors(
  runner: Mocha.Runner,
  isForeign: (error: unknown) => boolean,
  before: ReadonlySet<NodeJS.UncaughtExceptionListener>,
): void {
  const judge = (error: unknown): void => {
    if (isForeign(error)) console.log(`    ! not ours: ${error instanceof Error ? error.stack : String(error)}`);
    else runner.uncaught(error);
  };
  // The editor puts listeners into functions of its own, so that mocha's is not found by itself.
  const added = (known: ReadonlySet<NodeJS.UncaughtExceptionListener>) =>
    process.listeners('uncaughtException').filter((listener) => !known.has(listener));
  for (const listener of added(before)) process.removeListener('uncaughtException', listener);
  process.on('uncaughtException', judge);
  const judges = added(before);
  runner.once('end', () => {
    for (const listener of judges) process.removeListener('uncaughtException', listener);
  });
}
