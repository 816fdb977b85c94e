/** What the answers of many add up to: how many gave each level of each item, and never who. */
import { LEVELS, type SurveyItem, surveyItems } from './items.ts';

/** How many gave each level, the lowest level first. */
export type Counts = readonly number[];

export type Totals = { readonly [Item in SurveyItem]: Counts };

/** One person's levels, from 1 to 5. */
export type Levels = { readonly [Item in SurveyItem]: number };

/** Answers below which nothing is shown or stored: with fewer, what one person said could be guessed. No team may go below it. */
export const LEAST = 5;

/** The least number of answers for a team that asked for more, or did not. */
export const leastAnswers = (set = LEAST): number => Math.max(LEAST, set);

/** Something for each item. */
export const eachItem = <T>(of: (item: SurveyItem) => T): { readonly [Item in SurveyItem]: T } =>
  Object.fromEntries(surveyItems.map((item) => [item, of(item)])) as { readonly [Item in SurveyItem]: T };

export const noTotals = (): Totals => eachItem(() => Array.from({ length: LEVELS }, () => 0));

/** The totals with one person's levels added. */
export const withLevels = (totals: Totals, levels: Levels): Totals =>
  eachItem((item) => totals[item].map((count, at) => (at + 1 === levels[item] ? count + 1 : count)));

export const sumOf = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);

/** The items whose counts cannot be those of that many people, each of whom answered everything. */
export const impossible = (totals: Partial<Totals>, people: number): readonly SurveyItem[] =>
  surveyItems.filter((item) => {
    const counts = totals[item];
    return counts?.length !== LEVELS || sumOf(counts) !== people || counts.some((count) => count < 0);
  });

const weighted = (counts: Counts, weight: (level: number) => number): number =>
  counts.reduce((sum, count, at) => sum + count * weight(at + 1), 0);

/**
 * From 0, where nobody agrees at all, to 100: the mean level, less 1, in 4 parts, in percent, rounded. Levels 5, 4, 4 and 3
 * are 75. Undefined without answers.
 */
export function scoreOf(...all: readonly Counts[]): number | undefined {
  const people = all.reduce((sum, counts) => sum + sumOf(counts), 0);
  if (people === 0) return undefined;
  const above = all.reduce((sum, counts) => sum + weighted(counts, (level) => level - 1), 0);
  return Math.round((above * 100) / (people * (LEVELS - 1)));
}

/** How far the levels lie apart: their variance, of all who answered. 0 without answers. */
export function varianceOf(counts: Counts): number {
  const people = sumOf(counts);
  if (people === 0) return 0;
  const mean = weighted(counts, (level) => level) / people;
  return weighted(counts, (level) => (level - mean) ** 2) / people;
}

/** How many agree: the two highest levels. */
export const agreeing = (counts: Counts): number => sumOf(counts.slice(-2));

/** What to talk about first: where people are furthest apart; where that is equal, where they agree least. */
export const byVariance = (totals: Totals): readonly SurveyItem[] =>
  surveyItems.toSorted(
    (a, b) => varianceOf(totals[b]) - varianceOf(totals[a]) || (scoreOf(totals[a]) ?? 0) - (scoreOf(totals[b]) ?? 0),
  );
