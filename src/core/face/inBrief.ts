/** Why an initiative is done, in the few words that a status bar, a row or the end of a line of code has room for. */
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { problemsOf } from '../library/query.ts';
import { firstSentences } from '../text/markdownText.ts';
import { nameOf } from './names.ts';

/** Its first problem that is called something, in at most that many characters; undefined where there is none. */
export function problemInBrief(library: Library, initiative: Initiative, most: number): string | undefined {
  for (const problem of problemsOf(library, initiative)) {
    const name = nameOf(problem);
    if (!problem.archived && name !== problem.id) return firstSentences(name, 1, most);
  }
  return undefined;
}

/** That problem, else the title; undefined where there is neither. */
export function whyInBrief(library: Library, initiative: Initiative, most: number): string | undefined {
  const problem = problemInBrief(library, initiative, most);
  if (problem !== undefined) return problem;
  const name = nameOf(initiative);
  return name === initiative.id ? undefined : firstSentences(name, 1, most);
}
