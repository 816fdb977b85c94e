/** Bundles the extension host's side: one CommonJS file for activation, and a file for each thing loaded when needed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { type BuildOptions, type BuildResult, build, type Metafile, type OutputFile, type Plugin } from 'esbuild';
import { root } from './paths.ts';

const dist = path.join(root, 'dist');
const entry = 'extension';

/** What esbuild gives with these options. */
type Split = Pick<BuildResult<{ write: false; metafile: true }>, 'outputFiles' | 'metafile'>;

/**
 * Modules loaded at the first use of one of their exports, without waiting for it: for code that must answer at once.
 * What is behind an `import()` needs no word here.
 */
export const onDemand = [
  'src/core/text/yaml.ts',
  'src/core/advice/results.ts',
  'src/core/board/item.ts',
  'src/core/board/rounds.ts',
  'src/core/measure/words.ts',
  'src/core/scoring/plan.ts',
  'src/core/scoring/ranking.ts',
  'src/git/branches.ts',
  'src/editor/workspace/virtualFiles.ts',
  'src/store/batch.ts',
  'src/store/changes.ts',
  'src/store/turns.ts',
  'src/store/frontMatter/change.ts',
  'src/store/frontMatter/render.ts',
  // Ciphers and curves: for who takes part in a remote health check alone.
  'src/core/ballots/ballot.ts',
  'src/core/ballots/comments.ts',
  'src/core/ballots/round.ts',
  'src/core/ballots/sealing.ts',
  'src/store/frontMatter/edit.ts',
  'src/core/library/findings.ts',
  'src/core/wording/wording.ts',
  'src/core/keys/colorsAndFragments.ts',
  'src/store/frontMatter/nearMiss.ts',
  'src/git/program.ts',
  'src/core/card/card.ts',
  'src/core/card/previewKeys.ts',
  'src/core/library/rename.ts',
  'src/core/outline/beginning.ts',
  'src/core/outline/currentWork.ts',
  'src/core/outline/needsYou.ts',
  'src/core/outline/unlinked.ts',
  'src/core/outline/scope.ts',
  'src/core/outline/sprint.ts',
  'src/core/waiting/clock.ts',
  'src/core/waiting/needs.ts',
  'src/core/work/commitMessage.ts',
  'src/core/work/keySearch.ts',
  'src/core/work/links.ts',
];

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  // A part of the editor that was missed would otherwise be nothing at run time.
  logOverride: { 'import-is-undefined': 'error' },
  legalComments: 'none',
} satisfies BuildOptions;

/** esbuild splits code into shared files only as ECMAScript modules: this is that first half, kept in memory. */
export function splitOptions(from: string, production: boolean) {
  const names = onDemand.map((file) => [path.basename(file, '.ts'), file] as const);
  // They lie in one folder: of two with one name, one would be gone.
  if (new Set(names.map(([name]) => name)).size < names.length) throw new Error('Two modules on demand have one name.');
  return {
    ...common,
    outdir: 'dist',
    entryPoints: { [entry]: from, ...Object.fromEntries(names) },
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
    minify: production,
    sourcemap: production ? false : 'inline',
    outExtension: { '.js': '.cjs' },
    chunkNames: '[name]-[hash]',
    // The module field first: `yaml` and others then lose what nobody calls.
    mainFields: ['module', 'main'],
    plugins: [standIns, oneEditor],
  } satisfies BuildOptions;
}

/** Puts a stand-in where a module on demand is imported; the getters of its exports load the real one. */
const standIns: Plugin = {
  name: 'modules on demand',
  setup({ onLoad, onResolve }) {
    const namespace = 'on demand';
    const files = new Set(onDemand.map((file) => path.join(root, file)));
    onResolve({ filter: /^\..*\.ts$/ }, ({ path: wanted, resolveDir, kind }) => {
      const file = path.join(resolveDir, wanted);
      return kind === 'import-statement' && files.has(file) ? { path: file, namespace } : undefined;
    });
    onResolve({ filter: /./, namespace }, ({ path: wanted }) => ({ path: wanted, external: true }));
    onLoad({ filter: /./, namespace }, async ({ path: file }) => {
      const { metafile } = await build({
        entryPoints: [file],
        format: 'esm',
        outdir: dist,
        write: false,
        metafile: true,
      });
      const exports = Object.values(metafile.outputs).flatMap((output) => output.exports);
      const real = `require('./${path.basename(file, '.ts')}.cjs')`;
      const getters = exports.map((name) => `get ${name}() { return (real ??= ${real}).${name}; }`);
      return { contents: `let real;\nmodule.exports = { ${getters.join(', ')} };`, loader: 'js' };
    });
  },
};

/** A CommonJS file copies the editor's whole API for each `import * as vscode`: through this module, once for all. */
const oneEditor: Plugin = {
  name: 'one import of the editor',
  setup({ onLoad, onResolve }) {
    const namespace = 'editor';
    onResolve({ filter: /^vscode$/ }, ({ importer, path: wanted }) =>
      importer === wanted ? { path: wanted, external: true } : { path: wanted, namespace },
    );
    onLoad({ filter: /./, namespace }, async () => {
      const types = await readFile(path.join(root, 'node_modules', '@types', 'vscode', 'index.d.ts'), 'utf8');
      const values = types.matchAll(/^\t(?:export )?(?:abstract )?(?:class|const|enum|namespace) (\w+)/gm);
      return {
        contents: `export { ${[...new Set(Array.from(values, ([, name]) => name))].join(', ')} } from 'vscode';`,
      };
    });
  },
};

/**
 * The second half: writes each file as CommonJS. What the entry needs from the start becomes one file with it, from
 * which the others take their share. Gives the names of the files written.
 */
export async function writeCommonJs({ outputFiles, metafile }: Split, production: boolean): Promise<string[]> {
  const texts = new Map(outputFiles.map((file) => [path.basename(file.path), file]));
  const atStart = neededAtStart(metafile);
  const written = await Promise.all(
    [...texts.keys()]
      .filter((name) => name === `${entry}.cjs` || !atStart.includes(name))
      .map((name) => build(commonJsOptions(name, texts, atStart, production))),
  );
  await mkdir(dist, { recursive: true });
  const files = written.flatMap((result) => result.outputFiles);
  await Promise.all(files.map(({ path: file, contents }) => writeFile(file, contents)));
  return files.map(({ path: file }) => path.basename(file));
}

/** The entry and all that it imports before it runs. */
function neededAtStart({ outputs }: Metafile): string[] {
  const needed = new Set([`dist/${entry}.cjs`]);
  for (const file of needed) {
    for (const each of outputs[file]?.imports ?? []) {
      if (each.kind === 'import-statement' && !each.external) needed.add(each.path);
    }
  }
  return [...needed].map((file) => path.basename(file));
}

function commonJsOptions(
  name: string,
  texts: ReadonlyMap<string, OutputFile>,
  atStart: readonly string[],
  production: boolean,
) {
  const shared = atStart.filter((one) => one !== `${entry}.cjs`);
  const contents = [
    `export * from './${name}';`,
    ...(name === `${entry}.cjs` ? shared.map((one, index) => `export * as shared${index} from './${one}';`) : []),
  ].join('\n');
  return {
    ...common,
    stdin: { contents, resolveDir: dist, sourcefile: 'exports.js' },
    outfile: path.join(dist, name),
    format: 'cjs',
    // Becomes a promise of `require`.
    supported: { 'dynamic-import': false },
    write: false,
    minify: production,
    sourcemap: production ? false : 'linked',
    plugins: [parts(name, texts, shared)],
  } satisfies BuildOptions;
}

/** Finds the parts of one file in memory; takes from the entry what is in it, and leaves the rest to `require`. */
function parts(name: string, texts: ReadonlyMap<string, OutputFile>, shared: readonly string[]): Plugin {
  return {
    name: 'parts of a file',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /./ }, ({ path: wanted, kind }) => {
        const file = path.basename(wanted);
        if (kind !== 'import-statement' || !texts.has(file)) return { path: wanted, external: true };
        if (file === name) return { path: path.join(dist, file) };
        if (!shared.includes(file)) return { path: wanted, external: true };
        return name === `${entry}.cjs` ? { path: path.join(dist, file) } : { path: file, namespace: 'entry' };
      });
      onLoad({ filter: /./, namespace: 'entry' }, ({ path: file }) => ({
        contents: `module.exports = require('./${entry}.cjs').shared${shared.indexOf(file)};`,
        loader: 'js',
      }));
      onLoad({ filter: /\.cjs$/ }, ({ path: file }) => ({
        contents: texts.get(path.basename(file))?.text ?? '',
        loader: 'js',
      }));
    },
  };
}
