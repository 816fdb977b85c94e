/** One person's answers as a vector of counts, which is added to those of all others, and what the sum says. */
import type { SurveyItem } from '../survey/items.ts';
import { LEVELS, surveyItems } from '../survey/items.ts';
import { eachItem, impossible, type Levels, type Totals } from '../survey/totals.ts';
import { commentsIn, lengthFor, withComment } from './comments.ts';
import type { Vector } from './shares.ts';

/** For each level of each item, whether it was given. */
const COUNTS = surveyItems.length * LEVELS;

/** How many elements a ballot among so many people has. */
export const ballotLength = (people: number): number => COUNTS + lengthFor(people);

/** A person's answers, and a comment, which may be empty. Throws `RangeError` for a comment that is too long. */
export function ballotOf(levels: Levels, comment: string, people: number): Vector {
  const counts = surveyItems.flatMap((item) =>
    Array.from({ length: LEVELS }, (_, at) => (at + 1 === levels[item] ? 1n : 0n)),
  );
  return [...counts, ...withComment(comment, people)];
}

/** What all ballots add up to. */
export interface Tally {
  readonly totals: Totals;
  readonly comments: readonly string[];
  /** Comments that could not be told apart. */
  readonly unreadable: number;
}

/**
 * What the sum of so many ballots says, of a round of so many people. Undefined where it can be no such sum: the counts of each
 * item must be as many as there are ballots, and none may be more.
 */
export function tallyOf(sum: Vector, voters: number, people: number): Tally | undefined {
  if (sum.length !== ballotLength(people)) return undefined;
  const most = BigInt(voters);
  if (sum.slice(0, COUNTS).some((count) => count > most)) return undefined;
  const countsOf = (item: SurveyItem): number[] => {
    const from = surveyItems.indexOf(item) * LEVELS;
    return sum.slice(from, from + LEVELS).map(Number);
  };
  const totals = eachItem(countsOf);
  if (impossible(totals, voters).length > 0) return undefined;
  return { totals, ...commentsIn(sum.slice(COUNTS), people) };
}
