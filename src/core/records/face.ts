/** The face of a record: how it looks in lists and trees, and what it may ask of its surroundings to say so. */
import { plural, t } from '../base/l10n.ts';
import type { CommittedPlan } from '../scoring/plan.ts';
import type { ContextRecord } from './record.ts';
import type { TimeWords, Waited } from './waited.ts';

/** What a kind may ask of its surroundings when it looks at one of its records. */
export interface Lookup {
  find(id: string): ContextRecord | undefined;
  /** The records of a kind that point to an id. */
  children(id: string, kind: string): readonly ContextRecord[];
  /** The plan of an initiative as git's history has it, where no record keeps one; undefined where git was not asked. */
  planInGit(id: string): CommittedPlan | undefined;
  /** What effort counts in the team. */
  readonly effortUnit: string;
}

/** What the face of a record may ask besides. */
export interface Around extends Lookup {
  /** The record with the id when it is of the kind. */
  findOf(kind: string, id: string): ContextRecord | undefined;
  /** What a member is called; the id of somebody because.yml does not name. */
  memberName(id: string): string;
  /** The problem an initiative answers, in a few words; undefined where none says any. */
  problemInBrief(initiative: ContextRecord): string | undefined;
  /** What the evidence behind an initiative adds up to. */
  evidenceFor(initiative: ContextRecord): EvidenceSum;
  /** What is open in each section below an initiative, in words; empty where nothing is and nobody says so. */
  openBelow(initiative: ContextRecord): readonly { readonly count: number; readonly words: string }[];
  /** What must not wait in the sections below an initiative, in words. */
  urgentBelow(initiative: ContextRecord): readonly string[];
  /** The time somebody waits; undefined where nobody wrote down since when, and where nothing tells the time. */
  timeOf(waited: Waited): TimeWords | undefined;
}

/** What some evidence adds up to. */
export interface EvidenceSum {
  /** Distinct customers: one who spoke three times counts once. */
  readonly customers: number;
  readonly pieces: number;
  readonly contradictions: number;
  /** The day of the newest piece. */
  readonly newest: string | undefined;
}

/** How loudly a row's icon speaks; the words beside it always say the same. */
export type Tone = 'error' | 'warning' | 'quiet';

/** How a record looks as a row, where it looks like more than its name, its kind's icon and `describe`. */
export interface Look {
  /** Instead of its name. */
  readonly label?: string;
  readonly description?: string;
  readonly icon?: string;
  readonly tone?: Tone | undefined;
  /** What must not wait, in words: the row bears a sign that says them. */
  readonly urgent?: string;
  /** The state menus may go by, one word. */
  readonly state?: string;
  /** One more word menus may go by. */
  readonly mark?: string | false;
  /** For a screen reader, instead of kind, label and description. */
  readonly spoken?: string;
  /** For a screen reader, behind those. */
  readonly more?: readonly (string | undefined)[];
}

/** `2 replies`; undefined where there is none. */
export function repliesText(around: Lookup, id: string): string | undefined {
  const { length } = around.children(id, 'reply');
  return length > 0 ? plural(length, '{0} reply', '{0} replies') : undefined;
}

/** `by Ada Lovelace`, and how often it was answered. */
export function saidBy(
  around: Around,
  { id, values: { by } }: ContextRecord<{ by?: string }>,
): NonNullable<Look['more']> {
  return [by === undefined ? undefined : t('by {0}', around.memberName(by)), repliesText(around, id)];
}
