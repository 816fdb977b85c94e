/** `npm run build`: bundles what ships into dist/. `--production` minifies, `--watch` keeps building. */
import { readdir, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { root } from './paths.ts';
import { say, seconds } from './say.ts';

interface Bundle {
  /** The file it starts from, under src/. */
  readonly from: string;
  /** The file it becomes, under dist/. */
  readonly to: string;
  /** Where it runs. */
  readonly where: 'extension host' | 'page';
}

/** Heavy modules that become files of their own, loaded at the first use of one of their exports. */
const onDemand: readonly Bundle[] = [
  { from: 'src/store/frontMatter/yaml.ts', to: 'dist/yaml.cjs', where: 'extension host' },
];

const bundles: readonly Bundle[] = [
  { from: 'src/extension.ts', to: 'dist/extension.cjs', where: 'extension host' },
  ...onDemand,
];

/** Puts a stand-in where another bundle imports a heavy module; the exports' getters load the real one. */
const loadOnDemand: Plugin = {
  name: 'load on demand',
  setup({ onLoad, onResolve, initialOptions }) {
    for (const { from, to } of onDemand) {
      if (Object.values(initialOptions.entryPoints ?? {}).includes(from)) continue;
      const file = path.join(root, from);
      const [name, chunk] = [path.basename(from), `./${path.basename(to)}`];
      onResolve({ filter: new RegExp(`/${name}$`) }, ({ path: wanted, resolveDir, namespace }) => {
        if (namespace === name || path.join(resolveDir, wanted) !== file) return undefined;
        return { path: file, namespace: name };
      });
      onResolve({ filter: /./, namespace: name }, ({ path: wanted }) => ({ path: wanted, external: true }));
      onLoad({ filter: /./, namespace: name }, async () => {
        const exports = Object.keys((await import(pathToFileURL(file).href)) as object);
        const getters = exports.map((one) => `get ${one}() { return require('${chunk}').${one}; }`);
        return { contents: `module.exports = { ${getters.join(', ')} };`, loader: 'js' };
      });
    }
  },
};

function optionsFor(bundle: Bundle, production: boolean): BuildOptions {
  const shared: BuildOptions = {
    absWorkingDir: root,
    entryPoints: [bundle.from],
    outfile: bundle.to,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    logLevel: 'warning',
    legalComments: 'none',
  };
  return bundle.where === 'page'
    ? { ...shared, platform: 'browser', format: 'iife', target: 'chrome130' }
    : // The module field first: `yaml` and others then lose what nobody calls.
      {
        ...shared,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        external: ['vscode'],
        mainFields: ['module', 'main'],
        plugins: [loadOnDemand],
      };
}

/** Builds every bundle once and says how large each became. */
export async function buildAll(production = false): Promise<void> {
  const started = performance.now();
  await Promise.all(bundles.map((bundle) => build(optionsFor(bundle, production))));
  // Afterwards, and only what is stale: a window may be running what is in dist at this moment.
  const made = bundles.flatMap(({ to }) => [path.basename(to), ...(production ? [] : [`${path.basename(to)}.map`])]);
  for (const stale of (await readdir(path.join(root, 'dist'))).filter((file) => !made.includes(file))) {
    await rm(path.join(root, 'dist', stale), { recursive: true, force: true });
  }
  for (const { to } of bundles) {
    const { size } = await stat(path.join(root, to));
    say(`  ${to}  ${(size / 1024).toFixed(0)} KB`);
  }
  say(`  built in ${seconds(started)}`);
}

async function watchAll(): Promise<void> {
  for (const bundle of bundles) {
    const watcher = await context({ ...optionsFor(bundle, false), logLevel: 'info' });
    await watcher.watch();
  }
}

if (import.meta.main) {
  if (process.argv.includes('--watch')) await watchAll();
  else await buildAll(process.argv.includes('--production'));
}
