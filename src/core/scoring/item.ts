/** One initiative as the board ranks it: plain data, the same for pages, quick picks and the command line. */
import * as z from 'zod/mini';
import type { Told } from '../base/input.ts';
import { gaps } from './readiness.ts';

export const text = z.string();
export const maybeText = z.optional(text);
export const maybeNumber = z.optional(z.number());
const guess = z.optional(
  z.union([z.number(), z.literal('?'), z.object({ low: z.number(), likely: z.number(), high: z.number() })]),
);

/** One person's guesses in one round; a factor they said nothing about is not there. */
export const voice = z.object({
  /** The member's id. */
  by: text,
  guesses: z.object({ reach: guess, impact: guess, confidence: guess, effort: guess }),
});

/** How far the round of estimates is that goes on now. */
const round = z.object({
  /** Counted from 1. */
  number: z.number(),
  /** Whether everybody is shown the numbers. */
  revealed: z.boolean(),
  /** How many people have given an estimate in it. */
  given: z.number(),
  /** Whether the person who asks is one of them. */
  mine: z.boolean(),
});

/** What debt costs people, so that it can stand beside features. */
const bridge = z.object({
  /** Hit by what the debt causes, per period. */
  customers: maybeNumber,
  /** Person-weeks saved per period. */
  saved: maybeNumber,
  because: maybeText,
});

/** A risk as a point in the matrix. */
const risk = z.object({
  id: text,
  title: text,
  /** 1–5, where somebody said so. */
  likelihood: maybeNumber,
  impact: maybeNumber,
  open: z.boolean(),
  /** Whether somebody other than its author said or did something about it. */
  answered: z.boolean(),
});

/** The confidence that evidence speaks for. */
const suggested = z.object({
  /** 50, 80 or 100 percent. */
  confidence: z.number(),
  /** The factors that evidence or engineers speak for. */
  evidenced: z.array(z.enum(['reach', 'impact', 'effort'])),
});

/** What sort of work an item is. */
export const itemKinds = ['feature', 'debt', 'enabler', 'experiment'] as const;

/** How far an item is. */
export const statuses = ['idea', 'candidate', 'committed', 'building', 'shipped', 'measured', 'dropped'] as const;

export const item = z.object({
  id: text,
  title: text,
  kind: z.enum(itemKinds),
  status: z.enum(statuses),
  sprints: z.array(text),
  quarter: maybeText,
  owner: maybeText,
  /** The customer's problem it answers, in a few words. */
  problem: maybeText,
  /** Why nothing can be changed about it, as a sentence: its file is broken, or of a newer version. */
  trouble: maybeText,
  /** What the team agreed on, factor by factor. */
  agreed: z.object({ reach: maybeNumber, impact: maybeNumber, confidence: maybeNumber, effort: maybeNumber }),
  /** A day. */
  agreedOn: maybeText,
  agreedBy: maybeText,
  /** What its reach counts, where it is not what the team counts. */
  unit: maybeText,
  bridge: z.optional(bridge),
  round,
  /** The guesses of the round the person who asks may see: while it is blind, their own at most. */
  voices: z.array(voice),
  suggested,
  openChallenges: z.number(),
  openObjections: z.number(),
  risks: z.array(risk),
  evidence: z.object({
    /** Distinct ones. */
    customers: z.number(),
    supports: z.number(),
    contradicts: z.number(),
    /** A day. */
    newest: maybeText,
  }),
  missing: z.array(z.enum(gaps)),
});

/** The scales items are ranked on. */
export const scales = z.object({
  /** What reach counts, such as `customers`. */
  reachUnit: text,
  /** What effort counts, such as `person-weeks`. */
  effortUnit: text,
  /** What reach is counted over, such as `quarter`. */
  period: text,
  /** How many customers a saved person-week is worth, where the team agreed on it. */
  customersPerPersonWeek: maybeNumber,
});

export type Item = Told<typeof item>;
export type Voice = Told<typeof voice>;
export type Round = Told<typeof round>;
export type RiskPoint = Told<typeof risk>;
export type Suggestion = Told<typeof suggested>;
export type Scales = Told<typeof scales>;
