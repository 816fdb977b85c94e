/** A file of the machine's disk that is read in pieces, and hashes of what is read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import type { ByteSource } from '../core/adoption/csvRows.ts';
import type { Hasher } from '../core/adoption/events.ts';

/** Rows of a piece are gone before they grow old: larger pieces are read more slowly. In bytes. */
const PIECE = 32_768;

/** A file by its path. Throws what looking at it throws. */
export async function byteSource(file: string): Promise<ByteSource> {
  const { size } = await stat(file);
  return { name: path.basename(file), size, open: () => createReadStream(file, { highWaterMark: PIECE }) };
}

/** A SHA-256 that is added up. */
export function sha256(): Hasher {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
