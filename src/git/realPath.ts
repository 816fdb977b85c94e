/** Where a file really lies. Git knows it by that path alone, whatever symbolic links lead there. */
import { realpathSync, statSync } from 'node:fs';
import * as path from 'node:path';

/** The path of a file without symbolic links, even if the file does not exist. */
export function realPath(file: string): string {
  const real = followed(file);
  // A difference in case alone, as of a drive letter, is the same place.
  return real.toLowerCase() === file.toLowerCase() ? file : real;
}

/** For a missing file, follows its folder. */
function followed(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    const above = path.dirname(file);
    return above === file ? file : path.join(followed(above), path.basename(file));
  }
}

/** The path itself if it is a folder, else the nearest existing folder above it. */
export function folderOf(file: string): string {
  const above = path.dirname(file);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() || above === file) return file;
  return folderOf(above);
}

/** A file's paths from a folder, with `/`: the real one first, then the one it was given by. */
export function namesBelow(folder: string, file: string): readonly string[] {
  const names = [below(realPath(folder), realPath(file)), below(folder, file)];
  return [...new Set(names.filter((name) => name !== undefined))];
}

function below(folder: string, file: string): string | undefined {
  const name = path.relative(folder, file);
  const isInside = name !== '' && !path.isAbsolute(name) && name.split(path.sep)[0] !== '..';
  return isInside ? name.split(path.sep).join('/') : undefined;
}
