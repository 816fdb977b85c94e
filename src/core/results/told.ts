/** Results as plain data: what a page draws of them, and other doors tell. */
import * as z from 'zod/mini';
import type { Told } from '../base/input.ts';
import { verdicts } from '../measure/comparison.ts';
import { maybeNumber, maybeText, text } from '../scoring/item.ts';

/** What is drawn: from where it went to where, in the outcome’s unit, with the 95% limits of where it is. */
const bar = z.object({
  before: maybeNumber,
  after: z.number(),
  low: maybeNumber,
  high: maybeNumber,
  target: maybeNumber,
  /** The ends of the scale. */
  bottom: z.number(),
  top: z.number(),
  /** What is drawn, a name and its words each. */
  marks: z.array(z.object({ mark: z.enum(['before', 'after', 'target']), name: text, words: text })),
});

/** A number of RICE: what was committed, and what it turned out to be. */
const factor = z.object({
  name: text,
  predicted: text,
  measured: text,
  fit: z.enum(['within', 'above', 'below']),
  fitWords: text,
});

/** A share, from 0 to 1, with its 95% limits. */
const share = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** What kind of feature it is, by who comes back and who of those is satisfied; half of them is the border. */
const quadrant = z.object({
  name: text,
  /** What it means for the next step. */
  words: text,
  retention: share,
  satisfaction: share,
  /** Both shares in words. */
  numbers: z.array(text),
  /** All four kinds, row by row: the satisfied first, those who do not come back before those who do. */
  cells: z.array(z.object({ name: text, isHere: z.boolean() })),
});

const measured = z.object({
  /** The result’s record. */
  id: text,
  initiative: text,
  title: text,
  verdict: z.enum(verdicts),
  verdictName: text,
  /** The reason of the verdict, as a person would say it. */
  sentence: text,
  /** How much it is, points and relative both; and how sure that is. */
  change: maybeText,
  interval: maybeText,
  /** How and when it was measured, and who says so. */
  how: text,
  /** What the numbers cannot show. */
  warnings: z.array(text),
  bar: z.optional(bar),
  /** Where the predicted numbers stand; absent where nothing was measured of them. */
  predicted: maybeText,
  factors: z.array(factor),
  /** The funnel, where people were counted at its steps. */
  funnel: z.array(z.object({ name: text, count: text, ofBefore: text, ofFirst: text })),
  /** Absent where those who came back, or those who are satisfied, were not counted. */
  quadrant: z.optional(quadrant),
  body: maybeText,
  next: maybeText,
});

/** How well one kind of prediction holds: `3 of 7`, and each of the seven with its words, the oldest first. */
const calibration = z.object({
  name: text,
  words: text,
  note: text,
  marks: z.array(z.object({ mark: z.enum(['hit', 'above', 'below', 'open', 'miss']), words: text })),
});

export const resultsToldSchema = z.object({
  /** The newest first. */
  measured: z.array(measured),
  /** Shipped, and not measured yet; what is due first. */
  waiting: z.array(z.object({ id: text, title: text, words: text })),
  calibration: z.array(calibration),
  /** How the calibration is to be read. */
  reading: text,
  /** How many results are sensitive and not told. */
  withheld: z.number(),
});

export type Results = Told<typeof resultsToldSchema>;
export type ResultTold = Results['measured'][number];
export type CalibrationMark = Results['calibration'][number]['marks'][number]['mark'];
export type BarTold = Told<typeof bar>;
export type QuadrantTold = Told<typeof quadrant>;
