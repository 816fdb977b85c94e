/** What runs inside VS Code's extension host: the tests of one bundle, their outcome written to a file. */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { closeEverything } from '../editor.ts';
import { type Counts, runMocha } from '../mocha.ts';
import { isForeign } from './foreign.ts';

/** What the outside tells the inside, in a file beside the bundle. */
export interface InsideOptions {
  readonly grep?: string | undefined;
  /** Where the counts go, after each test. */
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
  const onProgress = (counts: Counts): void => writeFileSync(options.results, JSON.stringify(counts));
  const counts = await runMocha(
    // Each opens a folder of its own. What the editor’s own git tells comes too late at times on a busy machine.
    { timeout: 60_000, retries: 1, ...options, isForeign: (error) => isForeign(error, vscode.env.appRoot), onProgress },
    async (mocha) => {
      mocha.suite.emit('pre-require', globalThis, '', mocha);
      mocha.suite.afterEach('closes what the test opened', closeEverything);
      for (const load of files) await load();
    },
  );
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed.`);
}
