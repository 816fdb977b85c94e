/** Bundles integration tests into the one CommonJS file that VS Code's extension host is told to run. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { cacheFolder, root } from '../paths.ts';

/** A bundle has no `import.meta`: each file of the project gets its own place written in. */
const ownPlaces: Plugin = {
  name: 'own places',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const contents = text
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
        .replaceAll('import.meta.filename', JSON.stringify(file));
      return { contents, loader: 'ts' };
    });
  },
};

/** Where a bundle is, and where its options are read from. */
export interface TestBundle {
  readonly file: string;
  readonly options: string;
}

/**
 * What this process bundles: below the checkout, so that it finds mocha there, where no other run meets it, and only
 * until the process ends.
 */
export const bundleFolder = path.join(cacheFolder, 'tests', String(process.pid));

process.once('exit', () => rmSync(bundleFolder, { recursive: true, force: true }));

/** Bundles these test files. They are loaded one after the other when the bundle's `run()` is called. */
export async function bundleTests(name: string, files: readonly string[]): Promise<TestBundle> {
  const file = path.join(bundleFolder, `${name}.cjs`);
  const options = path.join(bundleFolder, `${name}.json`);
  const loaders = files.map((each) => `() => import(${JSON.stringify(path.resolve(root, each))})`);
  const entry = `
    import { runInside } from ${JSON.stringify(path.join(import.meta.dirname, 'inside.ts'))};
    export const run = () => runInside(${JSON.stringify(options)}, [${loaders.join(', ')}]);`;
  await bundleRun(file, entry);
  return { file, options };
}

/** Bundles what a file exports as `run` into the one that VS Code's extension host is told to run. */
export async function bundleRun(file: string, contents: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    plugins: [ownPlaces],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
