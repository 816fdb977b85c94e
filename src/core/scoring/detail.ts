/** What opening an item on the board shows beyond its row: words, challenges, evidence, what happened before. */
import * as z from 'zod/mini';
import type { Told } from '../base/input.ts';
import { factors } from './factors.ts';
import { maybeNumber, maybeText, text, voice } from './item.ts';

/** A record that can be opened, by the few words it is called. */
const mention = z.object({ id: text, title: text });

/** One person's estimate with its reasons, in any round. */
const estimate = z.extend(voice, {
  id: text,
  round: z.number(),
  /** The reasons, as plain text. */
  reasons: text,
  /** A day or a time. */
  created: maybeText,
  /** What is wrong with its file, as a sentence; what of it could be read is shown. */
  trouble: maybeText,
});

const challenge = z.object({
  id: text,
  by: maybeText,
  created: maybeText,
  factor: z.enum(factors),
  from: maybeNumber,
  to: maybeNumber,
  reason: text,
  evidence: z.array(mention),
  state: z.enum(['open', 'accepted', 'rejected', 'withdrawn']),
  resolvedBy: maybeText,
  resolved: maybeText,
  /** What was said when it was decided, and in between, oldest first. */
  replies: z.array(z.object({ by: maybeText, text })),
});

const objection = z.object({
  id: text,
  by: maybeText,
  created: maybeText,
  kind: z.enum(['too-complex', 'debt-first', 'no-need', 'other']),
  state: z.enum(['open', 'scoped-down', 'debt-scored', 'evidence-shown', 'validating', 'upheld', 'withdrawn']),
  words: text,
  outcome: z.array(mention),
});

/** A piece of evidence as one line; never one that is sensitive. */
const piece = z.extend(mention, {
  kind: text,
  stance: z.enum(['supports', 'contradicts', 'neutral']),
  customer: maybeText,
  /** A day. */
  date: maybeText,
  /** What was said, word for word, where it is a quote. */
  quote: maybeText,
});

const slice = z.object({
  title: text,
  /** Whether the outcome cannot be reached without it. */
  must: z.boolean(),
  /** In the team's effort unit. */
  effort: maybeNumber,
  /** Its share of the outcome, in percent. */
  share: maybeNumber,
});

/** One thing that happened to the numbers, such as `675 → 400 because …`. */
const happening = z.object({
  /** A day. */
  on: maybeText,
  by: maybeText,
  /** The whole sentence. */
  text,
  /** The record that tells more. */
  record: maybeText,
});

export const detail = z.object({
  id: text,
  problems: z.array(z.extend(mention, { statement: text })),
  /** `Setup time: 20 → 3 minutes by 2026-12-01`. */
  outcome: maybeText,
  /** Such as `2 weeks`. */
  appetite: maybeText,
  slices: z.array(slice),
  /** Of every round the person who asks may see, the latest round first. */
  estimates: z.array(estimate),
  /** Who has given one in this round, seen or not. */
  givers: z.array(text),
  /** Open ones first, then the latest. */
  challenges: z.array(challenge),
  objections: z.array(objection),
  /** Newest first; at most 50. */
  evidence: z.array(piece),
  /** Newest first. */
  history: z.array(happening),
});

export type Detail = Told<typeof detail>;
export type Mention = Told<typeof mention>;
export type GivenEstimate = Told<typeof estimate>;
export type GivenChallenge = Told<typeof challenge>;
export type GivenObjection = Told<typeof objection>;
export type Piece = Told<typeof piece>;
export type Slice = Told<typeof slice>;
export type Happening = Told<typeof happening>;
