/** A browser: it has no disk, so nothing is kept there and no path leads anywhere else. */
import type { Platform } from './platform.ts';

export const platform: Platform = {
  isWindows: false,
  diskAt: () => undefined,
  cacheAt: () => undefined,
  realPath: (path) => path,
  folderAt: (path) => path,
};
