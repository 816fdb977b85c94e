/** By what the sample is known again, without all that it says. */
import type { Library } from '../library/library.ts';

/** The prefix of the sample's issue key. */
export const SAMPLE_PREFIX = 'SAMPLE';

/** The sample's sprint, which is written last. */
export const SAMPLE_SPRINT = 'sample-sprint';

/** The sample's initiative. */
export const SAMPLE_INITIATIVE = `${SAMPLE_PREFIX}-1`;

/** Whether the sample is there, or a part of it that matters. */
export function hasSample(library: Pick<Library, 'named'>): boolean {
  return [SAMPLE_SPRINT, SAMPLE_INITIATIVE].some((id) => library.named(id).some(({ archived }) => !archived));
}
