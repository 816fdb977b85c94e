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

/** A file by its path. Throws what looking at it throws. */
export async function byteSource(file: string): Promise<ByteSource> {
  const { size } = await stat(file);
  return { name: path.basename(file), size, open: () => piecesOf(file) };
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const room = new Uint8Array(READ);
    for (;;) {
      const { bytesRead } = await handle.read(room);
      if (bytesRead === 0) return;
      for (let at = 0; at < bytesRead; at += PIECE) yield room.subarray(at, Math.min(at + PIECE, bytesRead));
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
