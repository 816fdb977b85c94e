/** What runs inside VS Code's extension host: the tests of one bundle, their outcome written to a file. */
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'node:util';
import Mocha from 'mocha';
import { closeEverything } from '../editor.ts';
import { type Counts, runMocha } from '../mocha.ts';

/** What the outside tells the inside, in a file beside the bundle. */
export interface InsideOptions {
  readonly grep?: string | undefined;
  /** Where the counts go. */
  readonly results: string;
  readonly color: boolean;
  /** Stands before every line the tests print. */
  readonly mark: string;
}

/** Runs the given test files one after the other. Rejects when a test failed, as VS Code expects. */
export async function runInside(optionsFile: string, files: readonly (() => Promise<unknown>)[]): Promise<void> {
  const options = JSON.parse(await readFile(optionsFile, 'utf8')) as InsideOptions;
  // The extension host's own console cannot be replaced, so only what mocha prints carries the mark.
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => console.log(`${options.mark}${format(...values)}`);
  const counts: Counts = await runMocha({ timeout: 20_000, ...options }, async (mocha) => {
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    mocha.suite.afterEach('closes what the test opened', closeEverything);
    for (const load of files) await load();
  });
  await writeFile(options.results, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed.`);
}
