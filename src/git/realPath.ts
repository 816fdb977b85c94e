/** Where a file really lies: git knows it by that name alone, whatever symbolic links lead there. */
import { realpathSync, statSync } from 'node:fs';
import * as path from 'node:path';

/** The same file without a symbolic link in its path; also of one that is not there any more, or not yet. */
export function realPath(file: string): string {
  const real = followed(file);
  // Only another case, as of a drive's letter, is no other place.
  return real.toLowerCase() === file.toLowerCase() ? file : real;
}

/** Of a file that is not there, its folder is looked at. */
function followed(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    const above = path.dirname(file);
    return above === file ? file : path.join(followed(above), path.basename(file));
  }
}

/** The path itself where it is a folder, else the nearest folder above it that exists. */
export function folderOf(file: string): string {
  const above = path.dirname(file);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() || above === file) return file;
  return folderOf(above);
}

/** The names a file goes by below a folder, with `/`: where it really lies first, then the one it is called by. */
export function namesBelow(folder: string, file: string): readonly string[] {
  const names = [below(realPath(folder), realPath(file)), below(folder, file)];
  return [...new Set(names.filter((name) => name !== undefined))];
}

function below(folder: string, file: string): string | undefined {
  const name = path.relative(folder, file);
  const isInside = name !== '' && !path.isAbsolute(name) && name.split(path.sep)[0] !== '..';
  return isInside ? name.split(path.sep).join('/') : undefined;
}
