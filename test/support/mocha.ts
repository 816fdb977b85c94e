/** Runs mocha over files that are already found, in plain node and inside VS Code alike, and counts. */
import Mocha from 'mocha';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface MochaOptions {
  /** Milliseconds a test may take. */
  readonly timeout: number;
  /** Only tests whose whole title matches. */
  readonly grep?: string | undefined;
  readonly color?: boolean;
  /** How often a failed test is tried again; each such try is told. */
  readonly retries?: number;
}

/** Loads tests with `load`, runs them, prints each as a sentence, and counts what passed and failed. */
export async function runMocha(options: MochaOptions, load: (mocha: Mocha) => Promise<unknown>): Promise<Counts> {
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
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      console.log(`    ↻ ${test.title}: tried again after “${error.message.split('\n')[0]}”`);
    });
  });
}
