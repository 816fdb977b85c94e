/** The title of a pull request with the key of its initiative: hosts make it the subject of what they squash and merge. */

import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';

/** `feat(send): `, as Conventional Commits write what sort of change it is: tools want it first. */
const SORT = /^[a-z]+(?:\([^()\n]*\))?!?: /i;

/** The title, which names the initiative: as it is where it does so already. */
export function withKey(library: Library, initiative: Initiative, title: string): string {
  const key = keyOf(library, initiative);
  const names = library.keys.find(title).some((found) => library.initiativeOf(found.key) === initiative);
  if (key === undefined || names || title === initiative.id) return title;
  const [sort = ''] = SORT.exec(title) ?? [];
  return `${sort}${key} ${title.slice(sort.length)}`;
}

/** The key it is known by in a text: its id, else one of its issues; not a number alone, which a host takes for its own. */
function keyOf(library: Library, initiative: Initiative): string | undefined {
  const all = [initiative.id, ...(initiative.values.issues ?? [])];
  return all.find((key) => !/^[#!]/.test(key) && library.keys.find(key).some((found) => found.key === key));
}
