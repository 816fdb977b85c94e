/** Texts for an initiative's work: the message in the commit box, and the title of its pull request. */
import { ID, type Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { problemsOf, strongestEvidence } from '../library/query.ts';
import { oneLine } from '../text/foreignText.ts';
import { type Trailer, type TrailerKey, withTrailers } from './trailers.ts';

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
const isOneWord = (key: string): boolean => /^[^\s:#][^\s:]*$/.test(key) && oneLine(key) === key;

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
