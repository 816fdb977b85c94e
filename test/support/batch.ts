/** A batch that changes files in every way there is, and the folder before and after it. */
import type { FileChange } from '../../src/store/files.ts';

/** The files by their paths, before the batch. */
export const filesBefore = { 'a.md': 'a', 'b.md': 'b', 'd.md': 'd', 'f/g.md': 'g' };

export const batch: readonly FileChange[] = [
  { path: 'a.md', before: 'a', after: 'A' },
  { path: 'new/c.md', before: undefined, after: 'C' },
  { path: 'b.md', before: 'b', after: undefined },
  { path: 'd.md', before: 'd', after: 'D', to: 'new/e.md' },
  { path: 'f/g.md', before: 'g', after: 'G' },
];

/** The files after it. */
export const filesAfter = { 'a.md': 'A', 'f/g.md': 'G', 'new/c.md': 'C', 'new/e.md': 'D' };
