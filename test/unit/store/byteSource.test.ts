/** A file in pieces: all its bytes, in their order, and closed when nobody wants more. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { byteSource } from '../../../src/store/byteSource.ts';

describe('A file in pieces', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'because-bytes-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function fileOf(bytes: Uint8Array): Promise<string> {
    const file = path.join(folder, 'events.csv');
    await writeFile(file, bytes);
    return file;
  }

  it('has all its bytes, as often as it is opened', async () => {
    for (const size of [0, 1, 32_768, 1_048_576, 2_500_000]) {
      const bytes = randomBytes(size);
      const source = await byteSource(await fileOf(bytes));
      for (let turn = 0; turn < 2; turn++) {
        const pieces: Uint8Array[] = [];
        for await (const piece of source.open()) pieces.push(Uint8Array.from(piece));
        assert.ok(Buffer.concat(pieces).equals(bytes), `${size} bytes`);
      }
      assert.deepEqual([source.name, source.size], ['events.csv', size]);
    }
  });

  it('is no folder', async () => {
    await assert.rejects(byteSource(folder), /is not a file/);
  });

  it('is closed when nobody wants more', async () => {
    // Only there does the machine tell which files are open.
    const open = '/proc/self/fd';
    const source = await byteSource(await fileOf(randomBytes(100_000)));
    for await (const piece of source.open()) {
      assert.equal(piece.length, 32_768);
      break;
    }
    const names = await readdir(open).catch(() => []);
    const files = await Promise.all(names.map((name) => readlink(path.join(open, name)).catch(() => '')));
    assert.deepEqual(
      files.filter((file) => file.startsWith(folder)),
      [],
    );
  });
});
