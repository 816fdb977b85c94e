/** What passes between the page of health checks and its host. */
import * as z from 'zod/mini';
import type { Told } from '../../core/base/input.ts';
import { phases } from '../../core/health/phases.ts';
import { maybeText, text } from '../../core/scoring/item.ts';
import { LEVELS } from '../../core/survey/items.ts';
import { eachItem } from '../../core/survey/totals.ts';
import { protocol } from '../frame/channel.ts';

const count = z.int().check(z.gte(0));
const counts = z.array(count).check(z.length(LEVELS));
const score = z.int().check(z.gte(0), z.lte(100));

const round = z.object({
  id: text,
  name: text,
  closed: maybeText,
  people: count,
  peopleWords: text,
  score,
  /** What to talk about first stands first. */
  items: z.array(z.object({ item: text, sentence: text, counts, score, agree: text })),
  comments: z.array(text),
  /** Comments that could not be told apart. */
  unreadable: count,
  /** What the team will change, as Markdown. */
  outcome: text,
});

const person = z.object({
  name: text,
  isMe: z.boolean(),
  /** What of their key people compare. */
  fingerprint: text,
  answered: z.boolean(),
  /** Whether their answers were there when it was closed. */
  counts: z.boolean(),
  added: z.boolean(),
  /** Whether their key is another one now. */
  replaced: z.boolean(),
});

const apartRound = z.object({
  id: text,
  opened: maybeText,
  phase: z.enum(phases),
  trouble: maybeText,
  people: z.array(person),
  isIn: z.boolean(),
  hasAnswered: z.boolean(),
  hasAdded: z.boolean(),
  canClose: z.boolean(),
  /** Parts that are still needed. */
  missing: count,
});

const apart = z.object({
  hasKey: z.boolean(),
  /** Whether the secret key that one needs now is kept here, and whether it may be gone with the window. */
  isKeyHere: z.boolean(),
  mayForget: z.boolean(),
  /** Who takes part, and who of the team does not yet. */
  with: z.array(text),
  without: z.array(text),
  canStart: z.boolean(),
  /** The check that is not revealed yet. */
  round: z.optional(apartRound),
});

/** Everything the page draws. */
const healthState = z.object({
  /** Answers below which nothing is shown. */
  least: count,
  items: z.array(z.object({ item: text, sentence: text })),
  /** The words for the levels, the lowest first. */
  levels: z.array(text),
  /** The latest first. */
  rounds: z.array(round),
  /** Oldest first; nothing before the third. */
  trend: z.optional(
    z.object({
      rounds: z.array(z.object({ id: text, name: text, score })),
      items: z.array(z.object({ item: text, sentence: text, scores: z.array(score) })),
    }),
  ),
  /** Checks that must not be shown. */
  hidden: count,
  /** The check that goes on in this room: how many answered so far, and nothing of what. */
  room: z.optional(z.object({ people: count })),
  apart,
});

export type HealthState = Told<typeof healthState>;
export type RoundTold = Told<typeof round>;
export type ApartTold = Told<typeof apart>;
export type ApartRoundTold = Told<typeof apartRound>;

/** What can be done about a check apart. */
const apartActions = [
  'makeHealthKey',
  'openHealthRound',
  'sendHealthAnswers',
  'closeHealthRound',
  'addHealthPart',
  'revealHealthRound',
] as const;

export type ApartAction = (typeof apartActions)[number];

export const isApartAction = (name: string): name is ApartAction => (apartActions as readonly string[]).includes(name);

const levels = z.object(eachItem(() => z.int().check(z.gte(1), z.lte(LEVELS))));

export type LevelsGiven = Told<typeof levels>;

const nothing = z.unknown();

export const health = protocol({
  requests: {
    /** What is known now. */
    ready: { params: z.object({}), result: healthState },
    /** Starts a check in the room. */
    begin: { params: z.object({}), result: healthState },
    /** Adds one person's answers to the totals, which alone are kept. */
    add: { params: z.object({ levels, comment: z.string() }), result: healthState },
    /** Forgets all answers of the check in the room. */
    discard: { params: z.object({}), result: healthState },
    /** Has the totals written down, and tells the check's id. */
    close: { params: z.object({}), result: z.object({ id: text }) },
    /** Has something done about a check apart. */
    act: {
      params: z.object({ action: z.enum(apartActions), input: z.record(z.string(), z.unknown()) }),
      result: z.object({ id: text }),
    },
    /** Has written down what the team will change. */
    note: { params: z.object({ id: text, text: z.string() }), result: nothing },
    /** Opens the record of a check. */
    open: { params: z.object({ id: text }), result: nothing },
  },
  events: {
    /** What is shown changed. */
    state: healthState,
  },
});

export type HealthProtocol = typeof health;
