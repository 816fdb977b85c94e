/** A persona while it is built, as plain data: what is written of it, and what customers said that may carry it. */
import * as z from 'zod/mini';
import type { Told } from '../base/input.ts';
import { portrayed } from '../kinds/persona.ts';
import { maybeText, text } from '../scoring/item.ts';
import { piece as storyPiece } from '../story/told.ts';

const ids = z.array(text);

/** A piece of evidence that may carry a field; never one that is sensitive. */
const piece = z.extend(storyPiece, {
  /** Who said it, where a customer is named; the same one is written alike. */
  customer: maybeText,
  /** The day it was said; empty where nobody wrote it down. */
  date: text,
  stance: z.enum(['supports', 'contradicts', 'neutral']),
  /** The field that its words speak of; whoever builds the persona decides. */
  leans: z.optional(z.enum(portrayed)),
  /** Its words as an entry of a list. */
  entry: text,
  /** Its words as a block quote with its source, where somebody is quoted. */
  quote: maybeText,
});

const fieldOf = z.object({
  name: z.enum(portrayed),
  label: text,
  help: text,
  /** As it stands in the record; of a list, a line for each entry. */
  value: text,
  isList: z.boolean(),
  /** The evidence that is said to carry it. */
  carried: ids,
});

const problem = z.object({
  id: text,
  title: text,
  /** Pieces of evidence about it, for and against. */
  pieces: z.number(),
  chosen: z.boolean(),
  /** Whether it names the persona already. */
  linked: z.boolean(),
});

export const personaDraft = z.object({
  /** The day it is for the team. */
  day: text,
  /** The personas there are. */
  personas: z.array(z.object({ id: text, name: text })),
  /** The one that is built on; absent for a new one. */
  persona: z.optional(
    z.object({
      id: text,
      /** Whether it was observed, and when it was checked last. */
      basis: text,
      isStale: z.boolean(),
      /** Why it cannot be changed. */
      trouble: maybeText,
    }),
  ),
  name: text,
  /** Whether it says to be observed, and names no evidence for any field. */
  isUnnamed: z.boolean(),
  fields: z.array(fieldOf),
  problems: z.array(problem),
  /** Segments that evidence names, with how many customers. */
  segments: z.array(z.object({ name: text, customers: z.number(), chosen: z.boolean() })),
  /** What the pieces add up to; empty where there are none. */
  totals: text,
  /** The strongest first. */
  pieces: z.array(piece),
  /** What else was found and is not told, in sentences. */
  left: z.array(text),
  /** What speaks for a problem and against it, beside each other. */
  against: z.array(
    z.object({ id: text, title: text, supports: z.array(storyPiece), contradicts: z.array(storyPiece) }),
  ),
});

export type PersonaDraft = Told<typeof personaDraft>;
export type PersonaField = PersonaDraft['fields'][number];
export type PersonaPiece = PersonaDraft['pieces'][number];
