/** `npm run build`: bundles what ships into dist/. `--production` minifies, `--watch` keeps building. */
import { readdir, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { pageNames } from '../../src/editor/doors/pages.ts';
import { splitOptions, writeCommonJs } from './hostBundle.ts';
import { root } from './paths.ts';
import { say, seconds } from './say.ts';

interface Bundle {
  /** The file it starts from, under src/. */
  readonly from: string;
  /** The file it becomes, under dist/. A page's style sheets become one file beside it. */
  readonly to: string;
  /** Where it runs. What the extension host loads later becomes files of its own beside the bundle. */
  readonly where: 'extension host' | 'page';
}

/** Where a page begins, in its folder. */
export const pageEntry = (name: string): string => `src/webviews/${name}/ui/page.tsx`;

const bundles: readonly Bundle[] = [
  { from: 'src/extension.ts', to: 'dist/extension.cjs', where: 'extension host' },
  ...pageNames.map((name): Bundle => ({ from: pageEntry(name), to: `dist/${name}.js`, where: 'page' })),
];

/** How a page is bundled. */
export function pageOptions({ from, to }: Pick<Bundle, 'from' | 'to'>, production: boolean) {
  return {
    absWorkingDir: root,
    entryPoints: [from],
    outfile: to,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    platform: 'browser',
    format: 'iife',
    target: 'chrome130',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  } satisfies BuildOptions;
}

/** Builds one bundle; gives the names of the files it became. */
async function buildOne(bundle: Bundle, production: boolean): Promise<string[]> {
  if (bundle.where === 'extension host') {
    return writeCommonJs(await build(splitOptions(bundle.from, production)), production);
  }
  const { metafile } = await build(pageOptions(bundle, production));
  return Object.keys(metafile.outputs).map((file) => path.basename(file));
}

/** Builds every bundle once and says in a line what became of it. */
export async function buildAll(production = false): Promise<void> {
  const started = performance.now();
  const made = (await Promise.all(bundles.map((bundle) => buildOne(bundle, production)))).flat();
  // Afterwards, and only what is stale: a window may be running what is in dist at this moment.
  await remove((await readdir(path.join(root, 'dist'))).filter((file) => !made.includes(file)));
  const main = await kilobytes(['extension.cjs']);
  const all = await kilobytes(made.filter((file) => !file.endsWith('.map')));
  say(`  dist/: ${made.length} files, ${all} KB; extension.cjs ${main} KB; built in ${seconds(started)}`);
}

async function kilobytes(files: readonly string[]): Promise<string> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(root, 'dist', file))).size));
  return (sizes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(0);
}

async function watchAll(): Promise<void> {
  for (const bundle of bundles) {
    const options =
      bundle.where === 'page' ? pageOptions(bundle, false) : withWriting(splitOptions(bundle.from, false));
    const watcher = await context({ ...options, logLevel: 'info' });
    await watcher.watch();
  }
}

/** After each build of a watched extension host, its files are written, and those of the build before it go. */
function withWriting(options: ReturnType<typeof splitOptions>): BuildOptions {
  let before: readonly string[] = [];
  const writing: Plugin = {
    name: 'write CommonJS',
    setup({ onEnd }) {
      onEnd(async ({ errors, outputFiles = [], metafile }) => {
        if (errors.length > 0 || !metafile) return;
        const made = await writeCommonJs({ outputFiles, metafile }, false);
        await remove(before.filter((file) => !made.includes(file)));
        before = made;
      });
    },
  };
  return { ...options, plugins: [...options.plugins, writing] };
}

/** Removes these files from dist/. */
async function remove(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(path.join(root, 'dist', file), { recursive: true, force: true });
}

if (import.meta.main) {
  if (process.argv.includes('--watch')) await watchAll();
  else await buildAll(process.argv.includes('--production'));
}
