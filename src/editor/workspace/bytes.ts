/** Files anywhere in the editor, read in pieces. */
import * as vscode from 'vscode';
import type { ByteSource } from '../../core/adoption/csvRows.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { platform } from '../platform/node.ts';

/** What is not on the machine's disk comes as a whole, and is cut into pieces of so many bytes. */
const PIECE = 65_536;

/** After so many bytes the editor has its turn: nothing waits for a disk here, and whoever calls it off is to be heard. */
const TURN = 16 * PIECE;

/** Throws `not-found` for what cannot be read. */
export async function bytesAt(uri: vscode.Uri): Promise<ByteSource> {
  const name = uri.path.split('/').at(-1) ?? '';
  try {
    return (await platform.bytesAt(uri)) ?? cut(name, await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    throw new BecauseError('not-found', t('{0} cannot be read.', name), { cause: error });
  }
}

const cut = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  async *open() {
    for (let at = 0; at < bytes.length; at += PIECE) {
      yield bytes.subarray(at, at + PIECE);
      if ((at + PIECE) % TURN === 0) await new Promise<void>((resolve) => setTimeout(resolve));
    }
  },
});
