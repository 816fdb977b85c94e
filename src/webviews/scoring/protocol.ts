/** What the scoring board's page and its host say to each other, in the shapes of core/scoring. */
import * as z from 'zod/mini';
import type { Told } from '../../core/base/input.ts';
import { earlier } from '../../core/scoring/comparison.ts';
import { detail } from '../../core/scoring/detail.ts';
import { item, maybeText, scales, text } from '../../core/scoring/item.ts';
import { protocol } from '../frame/channel.ts';

/** `Scope` of core's queries: which initiatives the board shows. */
export const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sprint'), id: text }),
  z.object({ kind: z.literal('quarter'), quarter: text }),
  z.object({ kind: z.literal('all') }),
]);

export type BoardState = Told<typeof boardState>;

/** Everything the board draws before anything is opened. */
export const boardState = z.object({
  /** The folder's name. */
  folder: text,
  scope,
  /** What the sprint is for, where it says so. */
  goal: maybeText,
  /** What can be chosen; `current` is the sprint that contains today. */
  scopes: z.array(z.object({ scope, label: text, current: z.boolean() })),
  scales,
  /** Who works here; absent while nobody knows. The name may be the id. */
  me: z.optional(z.object({ id: text, name: text })),
  members: z.array(z.object({ id: text, name: text, role: maybeText })),
  items: z.array(item),
  /** Files of scores that cannot be read: nothing of them is lost, but they count for nothing until mended. */
  troubles: z.array(z.object({ path: text, id: maybeText, message: text })),
  /** The rankings kept earlier that this one can be compared with, the newest first, with the name of what they are of. */
  snapshots: z.array(z.object({ id: text, title: text, taken: maybeText, of: text })),
  /** How many are kept of other scopes. */
  otherSnapshots: z.array(z.object({ scope, label: text, count: z.number() })),
  /** The sprints one may commit to: what runs first, then what comes; where all have ended, those. */
  sprints: z.array(z.object({ id: text, title: text, /** `ended 26 Aug`, `starts 30 Nov`. */ away: maybeText })),
  /** The day it is for the team. */
  today: text,
});

/** An earlier ranking by the id of its snapshot. */
const comparison = z.extend(earlier, { id: text, title: text, /** The name of what it is of. */ of: text });

export type Comparison = Told<typeof comparison>;

/** What the page may have done to the records: the actions of these names. */
export const actionNames = [
  'estimate',
  'revealRound',
  'startRound',
  'agreeScore',
  'challenge',
  'acceptChallenge',
  'rejectChallenge',
  'withdrawChallenge',
  'takeSnapshot',
  'scoreDebt',
  'object',
  'answerObjection',
  'cutSlices',
  'planValidation',
  'commitToSprint',
] as const;

export type ActionName = (typeof actionNames)[number];

/** What the page may have the editor do: the commands of these names, behind `because.`. */
export const commandNames = [
  'openRecord',
  'openRecordToSide',
  'revealInSidebar',
  'addEvidence',
  'flagRisk',
  'estimate',
  'challenge',
  'scoreDebt',
  'object',
  'commitToSprint',
  'chooseMe',
  'prioritizationGuide',
] as const;

export type CommandName = (typeof commandNames)[number];

/** What is answered when it is done says nothing. */
const nothing = z.unknown();

/** An object as an action or a command takes it; they check it themselves. */
const input = z.record(text, z.unknown());

export const scoring = protocol({
  requests: {
    /** The first question: everything, in the scope the page remembers, if that is still there. */
    ready: { params: z.object({ scope: z.optional(scope) }), result: boardState },
    setScope: { params: z.object({ scope }), result: boardState },
    /** From now on `detail` tells of changes to this item. */
    open: { params: z.object({ id: text }), result: detail },
    close: { params: z.object({ id: text }), result: nothing },
    /** Performs an action; the answer is what the action returns. */
    act: { params: z.object({ action: z.enum(actionNames), input }), result: z.unknown() },
    /** Runs an editor's command, on the record with this id where one is given. Does not wait for the person. */
    run: {
      params: z.object({ command: z.enum(commandNames), id: maybeText, input: z.optional(input) }),
      result: nothing,
    },
    /** Puts a text on the clipboard. */
    copy: { params: z.object({ text }), result: nothing },
    /** Asks where to, and writes the file; `saved` is false when the person turned away. */
    save: { params: z.object({ name: text, text }), result: z.object({ saved: z.boolean() }) },
    /** What an earlier ranking is compared with. */
    compare: { params: z.object({ snapshot: text }), result: comparison },
  },
  events: {
    /** Everything anew: the scope, the team, the snapshots or the sprints changed. */
    board: boardState,
    /** Items that changed or came, whole, and the ids of those that went. */
    items: z.object({ changed: z.array(item), removed: z.array(text) }),
    /** An opened item's detail, after something about it changed. */
    detail,
    /** The host wants an item opened. */
    show: z.object({ id: text }),
  },
});

export type Scoring = typeof scoring;
