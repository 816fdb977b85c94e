/** What passes between the page of answer times and its host. */
import * as z from 'zod/mini';
import type { Told } from '../../core/base/input.ts';
import { maybeText, text } from '../../core/scoring/item.ts';
import { protocol } from '../frame/channel.ts';

const count = z.int().check(z.gte(0));

/** What some questions add up to, in words. */
const words = z.object({ median: maybeText, p90: maybeText, within: maybeText });

const week = z.object({
  /** Its Monday. */
  week: text,
  name: text,
  asked: count,
  /** Answered in time, of those that were answered or are overdue. */
  within: count,
  of: count,
  words,
});

const open = z.object({
  id: text,
  name: text,
  /** The initiative it is about. */
  initiative: maybeText,
  blocking: z.boolean(),
  isLate: z.boolean(),
  /** How long is left. */
  words: maybeText,
});

/** Everything the page draws. */
const answersState = z.object({
  /** The time the team gives itself. */
  targetWords: text,
  asked: count,
  answered: count,
  within: count,
  of: count,
  words,
  overdue: count,
  /** Answered, and nobody wrote down when. */
  undated: count,
  /** The latest last. */
  weeks: z.array(week),
  /** The most urgent first. */
  open: z.array(open),
});

export type AnswersState = Told<typeof answersState>;
export type WeekTold = Told<typeof week>;

const nothing = z.unknown();

export const answers = protocol({
  requests: {
    /** What is known now. */
    ready: { params: z.object({}), result: answersState },
    /** Opens the record of a question. */
    open: { params: z.object({ id: text }), result: nothing },
    /** Has the person ask a question. Does not wait for them. */
    ask: { params: z.object({}), result: nothing },
  },
  events: {
    /** What is shown changed. */
    state: answersState,
  },
});

export type AnswersProtocol = typeof answers;
