/** How to weigh one thing against another, as plain data: rules, each with a worked example and the team's own numbers. */
import * as z from 'zod/mini';
import type { Told } from '../base/input.ts';
import { text } from '../scoring/item.ts';

/** The rules, in the order they are read. */
export const ruleNames = [
  'score',
  'confidence',
  'evidence',
  'disagreement',
  'tiers',
  'debt',
  'risk',
  'bets',
  'ready',
] as const;

export type RuleName = (typeof ruleNames)[number];

const rule = z.object({
  name: z.enum(ruleNames),
  title: text,
  says: z.array(text),
  formula: z.array(text),
  /** What is given, and what comes of it; worked out by the functions that the board uses. */
  examples: z.array(z.object({ given: text, gives: text })),
});

/** What the team's records say of a rule, and which initiatives that is about. */
const own = z.object({ says: text, about: z.array(z.object({ id: text, title: text })) });

export const guide = z.object({
  intro: z.array(text),
  rules: z.array(z.extend(rule, { yours: z.array(own) })),
});

export type Rule = Told<typeof rule>;
export type Own = Told<typeof own>;
export type Guide = Told<typeof guide>;
