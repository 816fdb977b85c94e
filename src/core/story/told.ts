/** The why of an initiative as a story, as plain data: what a page draws of it, and other doors tell. */
import * as z from 'zod/mini';
import type { Told } from '../base/input.ts';
import { maybeNumber, maybeText, text } from '../scoring/item.ts';

/** What can be done about something: a command of the product, on the record with the id. */
const offer = z.object({ title: text, command: text, id: text });

/** What the story lacks, and how it is added. */
const gap = z.object({ says: text, offer });

/** A record as a row. */
const row = z.object({
  id: text,
  label: text,
  description: text,
  /** A theme icon’s name. */
  icon: text,
  tone: z.optional(z.enum(['error', 'warning', 'quiet'])),
  /** Where it leads outside the editor. */
  url: maybeText,
});

/** A share that was counted, in numbers from 0 to 1, with its 95% limits. */
const share = z.object({ hits: z.number(), of: z.number(), low: z.number(), high: z.number() });

/** A finding of the wording checks, about words of a record. */
const wording = z.object({
  /** The record whose words these are. */
  id: text,
  /** The name of the check. */
  check: text,
  /** How many findings of this check the record has before it. */
  nth: z.number(),
  words: text,
  /** What is unclear, and why that matters. */
  says: text,
  example: text,
  /** Whether the record can be opened with the words another way. */
  hasRewrite: z.boolean(),
  /** Why it was dismissed, empty where nobody wrote that down; absent where it was not. */
  dismissed: maybeText,
});

const person = z.object({
  id: text,
  name: text,
  /** What this person does. */
  role: maybeText,
  /** `assumed`, or when it was checked last, in words. */
  basis: text,
});

const problem = z.object({
  id: text,
  title: text,
  statement: text,
  /** The open question, where the problem asks one of its own. */
  question: maybeText,
  /** How big it is, in words: `1,500 of 5,000 users`. */
  size: z.array(text),
  share: z.optional(share),
  status: text,
  segment: maybeText,
  people: z.array(person),
  wording: z.array(wording),
});

/** A piece of evidence; never one that is sensitive. */
export const piece = z.object({
  id: text,
  /** Such as `14 tickets`; empty where a single piece says enough by itself. */
  sort: text,
  said: text,
  /** Whether these are a customer’s own words. */
  isQuote: z.boolean(),
  /** Who said it, and when. */
  source: text,
  share: z.optional(share),
});

const stance = z.object({
  pieces: z.array(piece),
  /** How many more there are. */
  more: z.number(),
});

const outcome = z.object({
  metric: maybeText,
  unit: maybeText,
  baseline: maybeText,
  target: maybeText,
  /** The day, in words. */
  by: maybeText,
  /** Where both are numbers, as they are drawn. */
  from: maybeNumber,
  to: maybeNumber,
  source: maybeText,
});

/** One factor of the score, as far as it may be seen. */
const factor = z.object({
  name: text,
  /** The agreed or middle number with its unit. */
  words: text,
  /** What people gave, lowest first; empty where one number is all. */
  values: z.array(z.number()),
  disagrees: z.boolean(),
});

const estimates = z.object({
  /** `96`, or why there is none. */
  score: text,
  factors: z.array(factor),
  /** What is kept from the person who asks, as a sentence. */
  hidden: maybeText,
});

const slice = z.object({
  title: text,
  must: z.boolean(),
  /** With its unit. */
  effort: maybeText,
  /** Of the outcome, in percent. */
  share: maybeNumber,
});

const scope = z.object({
  /** `Late after +20% scope, agreed on 12 Nov`; undefined where no change is recorded. */
  words: maybeText,
  /** What came or went without a reason; the gap asks for it. */
  gaps: z.array(gap),
  /** By the day from which it holds, told by how many days after the commitment that is; empty where the plan at the commitment is not known. What is done may not be known. */
  burnUp: z.array(z.object({ name: text, after: z.number(), scope: z.number(), done: maybeNumber })),
  unit: text,
});

/** A section of records, such as risks or linked work. */
const section = z.object({
  name: text,
  label: text,
  rows: z.array(row),
  /** Said where it is empty. */ none: maybeText,
});

export const story = z.object({
  id: text,
  title: text,
  /** Status, sprint or quarter, owner. */
  state: text,
  /** Why nothing can be told: its file cannot be read. */
  trouble: maybeText,
  /** The idea, in a paragraph. */
  summary: maybeText,
  problems: z.array(problem),
  /** `5 customers · 3 quotes · 1 against`; empty where there is no evidence. */
  totals: text,
  /** How many pieces are sensitive and not told. */
  withheld: z.number(),
  supports: stance,
  contradicts: stance,
  neutral: stance,
  outcome: z.optional(outcome),
  sections: z.array(section),
  estimates: z.optional(estimates),
  /** How its scope changed since the commitment, and what nobody has given a reason for yet. */
  scope: z.optional(scope),
  appetite: maybeText,
  slices: z.array(slice),
  objections: z.array(row),
  /** What could be said better, by the part of the initiative it belongs to. */
  wording: z.object({ title: z.array(wording), body: z.array(wording), outcome: z.array(wording) }),
  /** What is missing, by the part it belongs to. */
  gaps: z.object({
    problem: z.array(gap),
    evidence: z.array(gap),
    outcome: z.array(gap),
    estimates: z.array(gap),
    work: z.array(gap),
  }),
});

export type Story = Told<typeof story>;
export type StoryWording = Told<typeof wording>;
export type StoryGap = Told<typeof gap>;
export type StoryRow = Told<typeof row>;
export type StoryProblem = Told<typeof problem>;
export type StoryPiece = Told<typeof piece>;
export type StoryShare = Told<typeof share>;
export type StoryOutcome = Told<typeof outcome>;
export type StoryEstimates = Told<typeof estimates>;
export type StorySection = Told<typeof section>;
export type StoryScope = NonNullable<Story['scope']>;
