/** A refinement walk-through as plain data: which initiatives, who has said what of each, and its minutes. */
import * as z from 'zod/mini';
import type { Told } from '../base/input.ts';
import { maybeText, text } from '../scoring/item.ts';

/** Which initiatives a walk-through goes through: those of a scope, which may change meanwhile, or chosen ones. */
export const walkChoice = z.union([
  z.object({ kind: z.enum(['current', 'all']) }),
  z.object({ kind: z.literal('sprint'), id: text }),
  z.object({ kind: z.literal('quarter'), quarter: text }),
  z.object({ kind: z.literal('list'), ids: z.array(text) }),
]);

/** What one person says of an initiative. */
const said = z.enum(['can-explain', 'question', 'objection']);

/** One person, and their last word on an initiative. */
const voice = z.object({
  id: text,
  name: text,
  /** Whether they are to build it, and so should be able to explain why. */
  isAsked: z.boolean(),
  /** Absent while they have said nothing. */
  said: z.optional(said),
  /** The same, as it reads behind a name: `can explain why`. */
  says: text,
  /** In their own words; empty where there are none. */
  words: text,
});

/** How many of those who are asked, or spoke, can explain why. */
const tally = z.object({ can: z.number(), of: z.number() });

/** A walk-through at one initiative, or at its end. */
export const walk = z.object({
  choice: walkChoice,
  /** The member who is working here. */
  me: maybeText,
  /** In the order of the keys that choose who speaks; nobody at the end. */
  voices: z.array(voice),
  tally,
});

/** Something to be mended before the work begins. */
const mend = z.object({
  /** The record it is mended in, or answered. */
  id: text,
  /** What sort of thing it is: `Question`, `Missing`. */
  sort: text,
  says: text,
});

const row = z.object({
  id: text,
  /** As people speak of it: its key, where that may be told. */
  called: text,
  title: text,
  /** The customer’s problem, in its own words; absent where nobody wrote it. */
  problem: maybeText,
  /** Of those who are asked or spoke. */
  voices: z.array(voice),
  tally,
  mend: z.array(mend),
});

export const minutes = z.object({
  /** What was gone through: a sprint’s name. */
  label: text,
  /** The day, in words. */
  day: text,
  /** Whoever is asked or has spoken, in one order for all rows. */
  people: z.array(z.object({ id: text, name: text })),
  rows: z.array(row),
  /** Who has said nothing at all, though asked. */
  silent: z.array(text),
});

export type WalkChoice = Told<typeof walkChoice>;
export type WalkStop = Told<typeof walk>;
export type WalkSaid = z.output<typeof said>;
export type WalkVoice = Told<typeof voice>;
export type WalkTally = Told<typeof tally>;
export type WalkMend = Told<typeof mend>;
export type Minutes = Told<typeof minutes>;
export type MinutesRow = Minutes['rows'][number];
