/** The index cache on the disk: the person's alone, as the records' texts are in it. */
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CacheFile } from './cache.ts';
import { isLeftOver, ownName } from './owner.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** The cache in a file, whose folder holds caches and nothing else. */
export function cacheFileAt(path: string): CacheFile {
  const folder = dirname(path);
  return {
    async read() {
      try {
        // An earlier version let others read it.
        await fs.chmod(folder, FOLDER_MODE);
        await fs.chmod(path, FILE_MODE);
        return await readAtOnce(path);
      } catch {
        return undefined;
      }
    },
    async write(bytes) {
      await fs.mkdir(folder, { recursive: true, mode: FOLDER_MODE });
      await fs.chmod(folder, FOLDER_MODE);
      const temporary = join(folder, ownName());
      try {
        await fs.writeFile(temporary, bytes, { flag: 'wx', mode: FILE_MODE });
        await fs.rename(temporary, path);
      } finally {
        await fs.rm(temporary, { force: true });
        await cleanUp(folder);
      }
    },
  };
}

/** All bytes of a file in one step: `readFile` takes one for each half a megabyte, and waits for its turn between them. */
async function readAtOnce(path: string): Promise<Uint8Array> {
  const file = await fs.open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Takes away what was left by processes that ended while they wrote. */
async function cleanUp(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const path = join(folder, name);
    const changedAt = await fs.stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (isLeftOver(name, changedAt)) await fs.rm(path, { force: true });
  }
}
