/**
 * Reads a context folder, then again from the cache, and counts how often the YAML library was asked for anything: in a
 * process of its own, where a stand-in takes the library's place. Run as `node withoutYaml.ts FOLDER`.
 */
import { registerHooks } from 'node:module';
import type { CacheFile } from '../../src/store/cache.ts';

/** What one start asked of the library. */
export interface Start {
  readonly files: number;
  /** Until the records were there. */
  readonly uses: number;
  /** And until all was said about them: findings, and where every field stands. */
  readonly usesInAll: number;
}

const NAMES = ['Composer', 'CST', 'isAlias', 'isMap', 'isScalar', 'isSeq', 'Lexer', 'Parser'];
const STAND_IN = `data:text/javascript,${NAMES.map(
  (name) => `export function ${name}() { globalThis.yamlUses += 1; throw new Error('${name}'); }`,
).join('\n')}`;

async function start(folder: string, cache: CacheFile): Promise<Start> {
  const counter = globalThis as { yamlUses?: number };
  counter.yamlUses = 0;
  // Loaded only now, so that they find the stand-in.
  const [{ FolderStore }, { NodeFiles }] = await Promise.all([
    import('../../src/store/folderStore.ts'),
    import('../../src/store/nodeFiles.ts'),
  ]);
  const store = new FolderStore(new NodeFiles(folder), {
    cache,
    onError: (error) => {
      throw error;
    },
  });
  await store.load();
  const uses = counter.yamlUses;
  const { files } = store.library;
  for (const record of files.values()) {
    store.library.findings(record);
    for (const name of Object.keys(record.source.raw)) record.source.locate([name], 'value');
  }
  store.dispose();
  return { files: files.size, uses, usesInAll: counter.yamlUses };
}

if (import.meta.main) {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'yaml' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
  });
  let kept: Uint8Array | undefined;
  const cache: CacheFile = {
    read: () => Promise.resolve(kept),
    write: (bytes) => {
      kept = bytes;
      return Promise.resolve();
    },
  };
  const [, , folder = ''] = process.argv;
  console.log(JSON.stringify([await start(folder, cache), await start(folder, cache)]));
}
