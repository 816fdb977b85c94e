/** What passes between a why page and its host. */
import * as z from 'zod/mini';
import type { Told } from '../../core/base/input.ts';
import { maybeText, text } from '../../core/scoring/item.ts';
import { story } from '../../core/story/told.ts';
import { minutes, walk, walkChoice } from '../../core/story/walkTold.ts';
import { protocol } from '../frame/channel.ts';

/** Everything the page draws. */
const whyState = z.object({
  /** The initiatives one goes through, and what they are: a sprint's, a quarter's, or all. */
  list: z.object({ label: text, items: z.array(z.object({ id: text, title: text })) }),
  /** The same initiatives as a choice, for a walk-through; absent in one. */
  scope: z.optional(walkChoice),
  /** The initiative that is shown; absent while there is none. */
  story: z.optional(story),
  /** The walk-through the page is in; absent outside one. */
  walk: z.optional(walk),
  /** What it came to, on its last page. */
  minutes: z.optional(minutes),
});

export type WhyState = Told<typeof whyState>;

/** What the page may have the editor do: the commands of these names. */
const commandNames = [
  'openRecord',
  'openRecordToSide',
  'openTracker',
  'revealInSidebar',
  'newProblem',
  'addEvidence',
  'flagRisk',
  'estimate',
  'openBoard',
  'startBranch',
  'rewriteWords',
  'chooseMe',
  'buildPersona',
] as const;

export type WhyAction = (typeof actionNames)[number];

type WhyCommand = (typeof commandNames)[number];

export const isWhyCommand = (name: string): name is WhyCommand => (commandNames as readonly string[]).includes(name);

/** What the page may have done: the actions of these names. */
const actionNames = ['dismiss', 'ack'] as const;

const nothing = z.unknown();

/** An object as an action or a command takes it; they check it themselves. */
const input = z.record(text, z.unknown());

/** Which walk-through the page is in, and whether on its last page. */
const walking = { walk: z.optional(walkChoice), atEnd: z.optional(z.boolean()) };

export const why = protocol({
  requests: {
    /** The first question: what is shown, at the initiative the page remembers, if that is still there. */
    ready: { params: z.object({ id: maybeText, ...walking }), result: whyState },
    /** Shows another initiative. */
    open: { params: z.object({ id: text }), result: whyState },
    /** Begins a walk-through, or goes to its last page; without a choice of initiatives, ends it. */
    walk: { params: z.object(walking), result: whyState },
    /** Runs an editor's command, on the record with the id where one is given. Does not wait for the person. */
    run: {
      params: z.object({ command: z.enum(commandNames), id: maybeText, input: z.optional(input) }),
      result: nothing,
    },
    /** Performs an action; the answer is what the action returns. */
    act: { params: z.object({ action: z.enum(actionNames), input }), result: nothing },
    /** Puts what is shown on the clipboard, as Markdown. */
    copy: { params: z.object({}), result: nothing },
  },
  events: {
    /** What is shown changed, or the host wants something else shown. */
    state: whyState,
  },
});

export type WhyProtocol = typeof why;
