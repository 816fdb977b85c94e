/** The editor without a computer below it: what of it still asks for node, once the platform is a browser's. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../../support/paths.ts';

const platform = path.join(root, 'src', 'editor', 'platform');

/** What may ask for node: git, and the check sum of the cache, which a browser has no file for. */
const nodeRooms = /^src\/(git\/|store\/cache\.ts$)/;

/** Bundles what a file needs for a browser; gives the files that take part, and those that ask for node. */
async function bundled(entryPoint: string, contents?: string) {
  const asking: string[] = [];
  const browser: Plugin = {
    name: 'a browser',
    setup({ onResolve }) {
      onResolve({ filter: /\/platform\/node\.ts$/ }, () => ({ path: path.join(platform, 'browser.ts') }));
      onResolve({ filter: /^node:/ }, ({ path: wanted, importer }) => {
        const file = path.relative(root, importer);
        if (!nodeRooms.test(file)) asking.push(`${file} imports ${wanted}.`);
        return { path: wanted, external: true };
      });
    },
  };
  const { metafile } = await build({
    absWorkingDir: root,
    ...(contents === undefined
      ? { entryPoints: [entryPoint] }
      : { stdin: { contents, sourcefile: entryPoint, resolveDir: path.dirname(entryPoint) } }),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    splitting: true,
    outdir: 'dist',
    write: false,
    metafile: true,
    external: ['vscode'],
    logLevel: 'silent',
    plugins: [browser],
  });
  return { asking: asking.sort(), files: Object.keys(metafile.inputs) };
}

describe('The editor, bundled for a browser', () => {
  it('asks for node nowhere but in git and in the cache, and has no disk of node with it', async () => {
    const { asking, files } = await bundled('src/extension.ts');
    assert.deepEqual(asking, []);
    assert.ok(files.includes('src/editor/platform/browser.ts'));
    const disks = /^src\/(editor\/platform\/node|store\/(nodeFiles|walk|turns|cacheFile))\.ts$/;
    assert.deepEqual(
      files.filter((file) => disks.test(file)),
      [],
    );
  });

  it('is told of a file that asks for node, by name', async () => {
    const file = path.join(root, 'src', 'editor', 'late.ts');
    const { asking } = await bundled(file, "import { statSync } from 'node:fs';\nconsole.log(statSync);");
    assert.deepEqual(asking, ['src/editor/late.ts imports node:fs.']);
  });
});
