/** The numbers of an initiative that everybody may see: what goes into records must not tell what a blind round hides. */

import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Numbers } from '../scoring/factors.ts';
import { numbersOf } from '../scoring/ranking.ts';
import { itemOf } from './item.ts';
import { scalesOf } from './scales.ts';

/** What was agreed, what a bridge says, and the middle of the estimates once they are revealed. */
export function publicNumbers(library: Library, initiative: Initiative): Numbers {
  return numbersOf(itemOf(library, initiative, undefined), scalesOf(library));
}
