/** What the scoring board's page and its host say to each other; the shapes are those of core/scoring. */
import * as z from 'zod/mini';
import { factors } from '../../core/scoring/factors.ts';
import { gaps } from '../../core/scoring/item.ts';
import { protocol } from '../channel.ts';

const text = z.string();
const maybeText = z.optional(text);
const maybeNumber = z.optional(z.number());
const listOf = <T extends z.ZodMiniType>(each: T) => z.readonly(z.array(each));

const factor = z.enum(factors);
const guess = z.union([
  z.number(),
  z.literal('?'),
  z.object({ low: z.number(), likely: z.number(), high: z.number() }),
]);
const maybeGuess = z.optional(guess);
const guesses = z.object({ reach: maybeGuess, impact: maybeGuess, confidence: maybeGuess, effort: maybeGuess });
const numbers = z.object({ reach: maybeNumber, impact: maybeNumber, confidence: maybeNumber, effort: maybeNumber });
const voice = { by: text, guesses };

/** `Item` of core/scoring. */
export const item = z.object({
  id: text,
  title: text,
  kind: z.enum(['feature', 'debt', 'enabler', 'experiment']),
  status: z.enum(['idea', 'candidate', 'committed', 'building', 'shipped', 'measured', 'dropped']),
  sprints: listOf(text),
  quarter: maybeText,
  owner: maybeText,
  trouble: maybeText,
  agreed: numbers,
  agreedOn: maybeText,
  agreedBy: maybeText,
  unit: maybeText,
  bridge: z.optional(z.object({ customers: maybeNumber, saved: maybeNumber, because: maybeText })),
  round: z.object({ number: z.number(), revealed: z.boolean(), given: z.number(), mine: z.boolean() }),
  voices: listOf(z.object(voice)),
  suggested: z.object({ confidence: z.number(), evidenced: listOf(z.enum(['reach', 'impact', 'effort'])) }),
  openChallenges: z.number(),
  openObjections: z.number(),
  risks: listOf(
    z.object({
      id: text,
      title: text,
      likelihood: maybeNumber,
      impact: maybeNumber,
      open: z.boolean(),
      answered: z.boolean(),
    }),
  ),
  evidence: z.object({ customers: z.number(), supports: z.number(), contradicts: z.number(), newest: maybeText }),
  missing: listOf(z.enum(gaps)),
});

/** `Scales` of core/scoring. */
export const scales = z.object({
  reachUnit: text,
  effortUnit: text,
  period: text,
  customersPerPersonWeek: maybeNumber,
});

const mention = { id: text, title: text };
const given = { id: text, by: maybeText, created: maybeText };

/** `Detail` of core/scoring. */
export const detail = z.object({
  id: text,
  problems: listOf(z.object({ ...mention, statement: text })),
  outcome: maybeText,
  appetite: maybeText,
  slices: listOf(z.object({ title: text, must: z.boolean(), effort: maybeNumber, share: maybeNumber })),
  estimates: listOf(
    z.object({ ...voice, id: text, round: z.number(), reasons: text, created: maybeText, trouble: maybeText }),
  ),
  givers: listOf(text),
  challenges: listOf(
    z.object({
      ...given,
      factor,
      from: maybeNumber,
      to: maybeNumber,
      reason: text,
      evidence: listOf(z.object(mention)),
      state: z.enum(['open', 'accepted', 'rejected', 'withdrawn']),
      resolvedBy: maybeText,
      resolved: maybeText,
      replies: listOf(z.object({ by: maybeText, text })),
    }),
  ),
  objections: listOf(
    z.object({
      ...given,
      kind: z.enum(['too-complex', 'debt-first', 'no-need', 'other']),
      state: z.enum(['open', 'scoped-down', 'debt-scored', 'evidence-shown', 'validating', 'upheld', 'withdrawn']),
      words: text,
      outcome: listOf(z.object(mention)),
    }),
  ),
  evidence: listOf(
    z.object({
      ...mention,
      kind: text,
      stance: z.enum(['supports', 'contradicts', 'neutral']),
      customer: maybeText,
      date: maybeText,
      quote: maybeText,
    }),
  ),
  history: listOf(z.object({ on: maybeText, by: maybeText, text, record: maybeText })),
});

/** `Scope` of core's queries: which initiatives the board shows. */
export const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sprint'), id: text }),
  z.object({ kind: z.literal('quarter'), quarter: text }),
  z.object({ kind: z.literal('all') }),
]);

export type BoardState = z.output<typeof boardState>;

/** Everything the board draws before anything is opened. */
export const boardState = z.object({
  /** The folder's name. */
  folder: text,
  scope,
  /** What the sprint is for, where it says so. */
  goal: maybeText,
  /** What can be chosen; `current` is the sprint that contains today. */
  scopes: listOf(z.object({ scope, label: text, current: z.boolean() })),
  scales,
  /** Who works here; absent while nobody knows. The name may be the id. */
  me: z.optional(z.object({ id: text, name: text })),
  members: listOf(z.object({ id: text, name: text, role: maybeText })),
  items: listOf(item),
  /** Files of scores that cannot be read: nothing of them is lost, but they count for nothing until mended. */
  troubles: listOf(z.object({ path: text, id: maybeText, message: text })),
  snapshots: listOf(z.object({ id: text, title: text, taken: maybeText })),
  sprints: listOf(z.object({ id: text, title: text })),
  /** The day it is for the team. */
  today: text,
});

/** A snapshot's scores, and the challenges accepted since anybody can remember, oldest first. */
const comparison = z.object({
  id: text,
  title: text,
  taken: maybeText,
  scores: listOf(
    z.object({
      initiative: text,
      rank: maybeNumber,
      score: maybeNumber,
      reach: maybeNumber,
      impact: maybeNumber,
      confidence: maybeNumber,
      effort: maybeNumber,
    }),
  ),
  accepted: listOf(
    z.object({
      id: text,
      initiative: text,
      factor,
      from: maybeNumber,
      to: maybeNumber,
      reason: text,
      resolved: maybeText,
      resolvedBy: maybeText,
      score: z.optional(z.object({ from: maybeNumber, to: maybeNumber })),
    }),
  ),
});

export type Comparison = z.output<typeof comparison>;

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
] as const;

export type CommandName = (typeof commandNames)[number];

/** An object as an action or a command takes it; they check it themselves. */
const input = z.record(text, z.unknown());

export const scoring = protocol({
  requests: {
    /** The first question: everything, in the scope the page remembers, if that is still there. */
    ready: { params: z.object({ scope: z.optional(scope) }), result: boardState },
    setScope: { params: z.object({ scope }), result: boardState },
    /** From now on `detail` tells of changes to this item. */
    open: { params: z.object({ id: text }), result: detail },
    close: { params: z.object({ id: text }), result: z.null() },
    /** Performs an action; the answer is what the action returns. */
    act: { params: z.object({ action: z.enum(actionNames), input }), result: z.unknown() },
    /** Runs an editor's command, on the record with this id where one is given. Does not wait for the person. */
    run: {
      params: z.object({ command: z.enum(commandNames), id: maybeText, input: z.optional(input) }),
      result: z.null(),
    },
    /** Puts a text on the clipboard. */
    copy: { params: z.object({ text }), result: z.null() },
    /** Asks where to, and writes the file; `saved` is false when the person turned away. */
    save: { params: z.object({ name: text, text }), result: z.object({ saved: z.boolean() }) },
    /** What an earlier ranking is compared with. */
    compare: { params: z.object({ snapshot: text }), result: comparison },
  },
  events: {
    /** Everything anew: the scope, the team, the snapshots or the sprints changed. */
    board: boardState,
    /** Items that changed or came, whole, and the ids of those that went. */
    items: z.object({ changed: listOf(item), removed: listOf(text) }),
    /** An opened item's detail, after something about it changed. */
    detail,
    /** The host wants an item opened. */
    show: z.object({ id: text }),
  },
});

export type Scoring = typeof scoring;
