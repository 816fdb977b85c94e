/** A file of the machine's disk that is read in pieces, and hashes of what is read. */
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import * as path from 'node:path';
import type { ByteSource } from '../core/adoption/csvRows.ts';
import type { Hasher } from '../core/adoption/events.ts';

/**
 * What is read at once, and the pieces it comes in, in bytes: each reading waits for another thread, and rows of a small piece
 * are gone before they grow old.
 */
const [READ, PIECE] = [1_048_576, 32_768];

/** A file by its path. Throws what looking at it throws, and for a folder or a device. */
export async function byteSource(file: string): Promise<ByteSource> {
  const found = await stat(file);
  if (!found.isFile()) throw new Error(`${file} is not a file.`);
  const { size } = found;
  return { name: path.basename(file), size, open: () => piecesOf(file) };
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    let [room, other] = [new Uint8Array(READ), new Uint8Array(READ)];
    let reading = handle.read(room);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      // The next reading goes on while the pieces of this one are worked on; its failure is told when its turn comes, if it comes.
      reading = handle.read(other);
      reading.catch(() => undefined);
      for (let at = 0; at < bytesRead; at += PIECE) yield room.subarray(at, Math.min(at + PIECE, bytesRead));
      [room, other] = [other, room];
    }
  } finally {
    await handle.close();
  }
}

/** A SHA-256 that is added up. */
export function sha256(): Hasher {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
