/** Runs one tier of tests in plain node and tells the process that started it how many passed and failed. */
import { globSync } from 'node:fs';
import type Mocha from 'mocha';
import { closeAllWindows, pictureOpenWindows } from './host/workbench.ts';
import { type Counts, runMocha } from './mocha.ts';
import { root } from './paths.ts';
import { say } from './say.ts';

/** What a tier is told on its command line, as JSON. */
export interface TierOptions {
  readonly files: readonly string[];
  readonly timeout: number;
  readonly color: boolean;
  readonly grep?: string | undefined;
}

/** The test files these patterns find, sorted, from the top folder. */
export function findTests(patterns: readonly string[], except: readonly string[] = []): string[] {
  return globSync([...patterns], { cwd: root, exclude: [...except] }).sort();
}

async function runHere(options: TierOptions): Promise<Counts> {
  try {
    return await runMocha({ ...options, onProgress: tell }, async (mocha) => {
      for (const file of options.files) mocha.addFile(file);
      mocha.suite.afterEach('keeps a picture of what failed', async function (this: Mocha.Context) {
        const test = this.currentTest;
        if (test?.state !== 'failed') return;
        for (const file of await pictureOpenWindows(test.fullTitle())) say(`      picture: ${file}`);
      });
      await mocha.loadFilesAsync();
    });
  } finally {
    await closeAllWindows();
  }
}

/** To the process that started this one. */
function tell(counts: Counts): void {
  process.send?.(counts);
}

if (import.meta.main) {
  tell(await runHere(JSON.parse(process.argv[2] ?? '') as TierOptions));
  process.disconnect?.();
}
