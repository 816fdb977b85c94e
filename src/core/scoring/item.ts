/** One initiative as the board ranks it: plain data, the same for pages, quick picks and the command line. */
import type { Factor, Guess, Numbers } from './factors.ts';

/** One person's guesses in one round; a factor they said nothing about is not there. */
export interface Voice {
  /** The member's id. */
  readonly by: string;
  readonly guesses: { readonly [F in Factor]?: Guess | undefined };
}

/** How far the round of estimates is that goes on now. */
export interface Round {
  /** Counted from 1. */
  readonly number: number;
  /** Whether everybody is shown the numbers. */
  readonly revealed: boolean;
  /** How many people have given an estimate in it. */
  readonly given: number;
  /** Whether the person who asks is one of them. */
  readonly mine: boolean;
}

/** What debt costs people, so that it can stand beside features. */
interface Bridge {
  /** Hit by what the debt causes, per period. */
  readonly customers?: number | undefined;
  /** Person-weeks saved per period. */
  readonly saved?: number | undefined;
  readonly because?: string | undefined;
}

/** A risk as a point in the matrix. */
export interface RiskPoint {
  readonly id: string;
  readonly title: string;
  /** 1–5, where somebody said so. */
  readonly likelihood?: number | undefined;
  readonly impact?: number | undefined;
  readonly open: boolean;
  /** Whether somebody other than its author said or did something about it. */
  readonly answered: boolean;
}

/** What is missing before an initiative can be committed in good conscience; see `readiness.ts`. */
export const gaps = [
  'estimates',
  'critical-risk',
  'challenge',
  'objection',
  'problem',
  'outcome',
  'evidence',
  'score',
] as const;

export type Gap = (typeof gaps)[number];

/** The confidence that evidence speaks for. */
export interface Suggestion {
  /** 50, 80 or 100 percent. */
  readonly confidence: number;
  /** The factors that evidence or engineers speak for. */
  readonly evidenced: readonly Exclude<Factor, 'confidence'>[];
}

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly kind: 'feature' | 'debt' | 'enabler' | 'experiment';
  readonly status: 'idea' | 'candidate' | 'committed' | 'building' | 'shipped' | 'measured' | 'dropped';
  readonly sprints: readonly string[];
  readonly quarter?: string | undefined;
  readonly owner?: string | undefined;
  /** Why nothing can be changed about it, as a sentence: its file is broken, or of a newer version. */
  readonly trouble?: string | undefined;
  /** What the team agreed on, factor by factor. */
  readonly agreed: Numbers;
  /** A day. */
  readonly agreedOn?: string | undefined;
  readonly agreedBy?: string | undefined;
  /** What its reach counts, where it is not what the team counts. */
  readonly unit?: string | undefined;
  readonly bridge?: Bridge | undefined;
  readonly round: Round;
  /** The guesses of the round the person who asks may see: while it is blind, their own at most. */
  readonly voices: readonly Voice[];
  readonly suggested: Suggestion;
  readonly openChallenges: number;
  readonly openObjections: number;
  readonly risks: readonly RiskPoint[];
  readonly evidence: {
    /** Distinct ones. */
    readonly customers: number;
    readonly supports: number;
    readonly contradicts: number;
    /** A day. */
    readonly newest?: string | undefined;
  };
  readonly missing: readonly Gap[];
}

/** The scales items are ranked on. */
export interface Scales {
  /** What reach counts, such as `customers`. */
  readonly reachUnit: string;
  /** What effort counts, such as `person-weeks`. */
  readonly effortUnit: string;
  /** What reach is counted over, such as `quarter`. */
  readonly period: string;
  /** How many customers a saved person-week is worth, where the team agreed on it. */
  readonly customersPerPersonWeek?: number | undefined;
}

/** Whether others' numbers are kept from the person who asks: until they gave theirs, or the round is revealed. */
export function isBlind({ round }: Pick<Item, 'round'>): boolean {
  return !round.revealed && !round.mine;
}
