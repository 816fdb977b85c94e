/** A file as git is to blame it: as somebody has it open, else as it is on the disk. */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { OriginKey } from './lineOrigin.ts';
import { fileAt, type GitPort, nameInGit } from './port.ts';

/** The file's name there, its bytes where the disk does not hold them, else what changes with them. Throws `not-found`. */
export async function contentOf(
  port: GitPort,
  named: string,
): Promise<Pick<OriginKey, 'path' | 'contents' | 'version'>> {
  const [file, name] = [fileAt(port, named), nameInGit(port, named)];
  const contents = await port.unsaved?.(file);
  if (contents) return { path: name, contents };
  const found = await fs.stat(file).catch(() => undefined);
  if (found) return { path: name, version: `${found.mtimeMs} ${found.size}` };
  throw new BecauseError('not-found', t('{0} is not there any more.', path.basename(file)), {
    next: t('Open its older version from the timeline or from a commit.'),
  });
}
