/** What the box of the commit message should hold for an initiative, and when it may be put there. */

import type { Initiative } from '../kinds/all.ts';
import { ID } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { problemsOf, strongestEvidence } from '../library/query.ts';
import { oneLine } from '../text/foreignText.ts';
import type { Trailer, TrailerKey } from './trailers.ts';
import { withTrailers } from './trailers.ts';

/** The key in front of the subject, or trailers below it. */
export const commitStyles = ['prefix', 'trailers'] as const;

export type CommitStyle = (typeof commitStyles)[number];

/** A message to begin with: `PAY-142: `, or an empty subject above the trailers. `key` stands for one of its issues. */
export function commitMessage(
  library: Library,
  initiative: Initiative,
  style: CommitStyle,
  key: string = initiative.id,
): string {
  if (style === 'trailers') return withTrailers('', trailersFor(library, initiative));
  return isOneWord(key) ? `${key}: ` : '';
}

/** The trailers that say why: the initiative, its problems, its strongest evidence. What is sensitive is left out. */
export function trailersFor(library: Library, initiative: Initiative): readonly Trailer[] {
  const trailer = (key: TrailerKey, ids: readonly string[]): Trailer[] => {
    // An id that git would read as something else is a finding on its record, and no use in a message.
    const value = [...new Set(ids)].filter((id) => ID.test(id)).join(', ');
    return value === '' ? [] : [{ key, value }];
  };
  return [
    ...trailer('Initiative', [initiative.id]),
    ...trailer(
      'Because',
      problemsOf(library, initiative).flatMap(({ id, archived, withheld }) => (archived || withheld ? [] : id)),
    ),
    ...trailer(
      'Evidence',
      strongestEvidence(library, initiative).map(({ id }) => id),
    ),
  ];
}

/**
 * What to put into the box now; undefined to leave it alone. Only an empty box is filled, and only what we wrote ourselves
 * is replaced: `lastWritten` is what we put there last, `wanted` what should stand there, nothing where nothing should.
 */
export function nextMessage(current: string, lastWritten: string | undefined, wanted: string): string | undefined {
  const isOurs = current === '' || (lastWritten !== undefined && current === lastWritten);
  return isOurs && current !== wanted ? wanted : undefined;
}

/**
 * `PAY-142`, `#123` and `owner/repo#123` are; git drops lines that start with `#`, so a number alone is not, and neither is
 * what holds characters that nobody sees.
 */
function isOneWord(key: string): boolean {
  return /^[^\s:#][^\s:]*$/.test(key) && oneLine(key) === key;
}
