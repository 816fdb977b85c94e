/** A browser: it has no disk, so nothing is kept there and no path leads anywhere else. */
import { portableSha256 } from '../../core/adoption/sha256.ts';
import type { Platform } from './platform.ts';

export const platform: Platform = {
  isWindows: false,
  diskAt: () => undefined,
  cacheAt: () => undefined,
  bytesAt: async () => undefined,
  sha256: portableSha256,
  realPath: (path) => path,
  folderAt: (path) => path,
};
