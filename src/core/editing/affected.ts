/** Which records' findings a change may have changed: those of the files themselves, and of what is tied to them. */

import { TEAM_FILE } from '../kinds/team.ts';
import type { Library } from '../library/library.ts';

/**
 * The paths whose findings must be looked at again after `paths` changed; undefined when it is all of them. Evidence
 * counts for the problem it speaks to and for the problem's initiatives, so ties are followed two steps.
 */
export function affectedBy(before: Library, after: Library, paths: readonly string[]): ReadonlySet<string> | undefined {
  if (paths.includes(TEAM_FILE) || before.files.size === 0) return undefined;
  const affected = new Set(paths);
  for (const library of [before, after]) {
    const ids = new Set<string>();
    for (const path of paths) {
      const record = library.files.get(path);
      if (!record) continue;
      ids.add(record.id);
      for (const id of record.refersTo) ids.add(id);
    }
    // What is tied to the ids now, whichever snapshot named them.
    for (const id of ids) {
      for (const one of [...after.named(id), ...after.referrers(id)]) affected.add(one.path);
    }
  }
  return affected;
}

/** Whether an id came or went: then a mistyped id anywhere may have been meant differently. */
export function changesIds(before: Library, after: Library, paths: readonly string[]): boolean {
  return paths.some((path) => before.files.get(path)?.id !== after.files.get(path)?.id);
}
