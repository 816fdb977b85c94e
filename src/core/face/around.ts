/** What faces of records may ask, answered by the library. */
import type { Initiative, KindName } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { openBelow, rollup, urgentBelow } from '../library/query.ts';
import type { Around } from '../records/face.ts';
import { timeWords } from '../waiting/clock.ts';
import { problemInBrief } from './inBrief.ts';
import { memberName } from './names.ts';

/** Characters beside the label of a row. */
const ROW = 100;

/** The surroundings of every record of a library; at a moment, where the time is told. */
export function aroundIn(library: Library, now?: Date): Around {
  return now ? around(library, (waited) => timeWords(library, waited, now.getTime())) : library.memo(timeless);
}

const timeless = (library: Library): Around => around(library, () => undefined);

function around(library: Library, timeOf: Around['timeOf']): Around {
  const all: Around = {
    find: (id) => library.find(id),
    findOf: (kind, id) => library.findOf(kind as KindName, id),
    children: (id, kind) => library.children(id, kind),
    planInGit: (id) => library.planInGit(id),
    effortUnit: library.effortUnit,
    memberName: (id) => memberName(library, id) ?? id,
    problemInBrief: (initiative) => problemInBrief(library, initiative as Initiative, ROW),
    evidenceFor: (initiative) => rollup(library, initiative as Initiative),
    openBelow: (initiative) =>
      openBelow(library, initiative as Initiative).map(({ place, open: { length: count } }) => ({
        count,
        words: place.open?.(count) ?? '',
      })),
    urgentBelow: (initiative) =>
      urgentBelow(library, initiative as Initiative, all).flatMap(
        ({ place, urgent }) => place.urgent?.(urgent as never) ?? [],
      ),
    timeOf,
  };
  return all;
}
