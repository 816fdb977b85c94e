/** The Current Work view and the status bar as data: what the checked-out branch is for. */
import { t } from '../base/l10n.ts';
import { whyInBrief } from '../face/inBrief.ts';
import { nameOf, pickName } from '../face/names.ts';
import type { Initiative, Risk } from '../kinds/all.ts';
import { outcomeText, problemStatements } from '../kinds/initiative.ts';
import type { Library } from '../library/library.ts';
import { risksFor, waitingFor } from '../library/query.ts';
import { riskSeverity } from '../scoring/severity.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted, spaced } from '../text/joined.ts';
import { type BranchWhy, initiativesInName, whyOfBranch } from '../work/links.ts';
import { initiativeParts, initiativeRow, linkedProblemRow } from './initiative.ts';
import { overdueWords } from './needsYou.ts';
import { type Rows, recordRow } from './node.ts';

/** What is known about the place the person works in. */
export type CheckedOut =
  | { readonly kind: 'branch'; readonly branch: string; readonly repos?: readonly string[] | undefined }
  | { readonly kind: 'detached' }
  | { readonly kind: 'no-git' }
  | { readonly kind: 'restricted' }
  | { readonly kind: 'unknown' };

/** What the branch of a place serves; undefined where there is no branch. */
function whyAt(library: Library, place: CheckedOut): BranchWhy | undefined {
  return place.kind === 'branch' ? whyOfBranch(library, place.branch, place.repos) : undefined;
}

/** The initiative worked on in a place, unless it is archived. */
export function initiativeAt(library: Library, place: CheckedOut): Initiative | undefined {
  return whyAt(library, place)?.initiatives[0];
}

/** Branches that everything is merged into, by the names teams give them: they are for everything. */
const SHARED = /^(?:main|master|trunk|develop|development|default)$/;

/**
 * What can be done about a branch without a why: linked, where it is somebody's own; another started, where it is one
 * that everything is merged into. Undefined where it says its why, or there is nothing to link it to.
 */
export function branchWithoutWhy(library: Library, place: CheckedOut): 'unlinked' | 'shared' | undefined {
  if (place.kind !== 'branch' || whyAt(library, place)?.by !== 'nothing') return undefined;
  if (library.ofKind('initiative').length + library.ofKind('problem').length === 0) return undefined;
  return SHARED.test(place.branch) ? 'shared' : 'unlinked';
}

/** Whether git tells what is checked out in a place. */
export const isInGit = ({ kind }: CheckedOut): boolean => kind === 'branch' || kind === 'detached';

/** What the Current Work view speaks of: what the branch is for, or why it is for nothing and what to do about it. */
export type WorkSaid = 'linked' | 'unlinked' | 'detached' | 'restricted';

/**
 * What there is to say of a place; undefined where that is nothing: a branch that is everybody's, no git, no initiative
 * that a branch could be for.
 */
export function workSaid(library: Library, place: CheckedOut): WorkSaid | undefined {
  if (library.ofKind('initiative').length === 0) return undefined;
  if (place.kind === 'detached' || place.kind === 'restricted') return place.kind;
  if (place.kind !== 'branch') return undefined;
  const without = branchWithoutWhy(library, place);
  return without === 'shared' ? undefined : (without ?? 'linked');
}

/**
 * The initiative of the branch, opened; below it the others and the problems that its links name besides. Nothing where
 * the branch serves nothing.
 */
export function currentWorkOutline(library: Library, place: CheckedOut, me?: string, now?: Date): Rows {
  const why = whyAt(library, place);
  if (!why) return [];
  const [initiative, ...others] = why.initiatives;
  const answered = new Set(why.initiatives.flatMap((each) => each.values.problem ?? []));
  const more = [
    ...others.map((each) => initiativeRow(library, each, 'work/also', { me, now })),
    ...why.problems
      .filter(({ id }) => !answered.has(id))
      .map((problem) => linkedProblemRow(library, problem, 'work/also')),
  ];
  if (!initiative) return more;
  const row = recordRow(library, initiative, 'work', now);
  if (initiative.broken) return [row, ...more];
  // Its problem is told above the rows, so that this one has room for the title.
  const head = { ...row, label: pickName(initiative), description: initiative.values.status };
  const named = why.by === 'name' && place.kind === 'branch' ? place.branch : undefined;
  return [head, ...initiativeParts(library, initiative, row.id, 'open', { me, now, named, told: true }), ...more];
}

/** What stands above the rows: the problem behind the branch in its own words, whole, as rows are cut. */
export function currentProblem(library: Library, place: CheckedOut): string | undefined {
  const initiative = initiativeAt(library, place);
  const statement = initiative && problemStatements(library, initiative)[0];
  return statement && oneLine(statement);
}

/** Why there is nothing to show, and what to do; undefined where that is a matter of setting up or trusting. */
export function currentWorkMessage(library: Library, place: CheckedOut): string | undefined {
  if (place.kind === 'detached') {
    return t('No branch is checked out (HEAD is detached). Check out a branch to see what it is for.');
  }
  if (place.kind === 'no-git') {
    return t(
      'This folder is not in a git repository, so there is no branch to show. The Sprint view has every initiative.',
    );
  }
  if (place.kind !== 'branch') return undefined;
  const why = whyOfBranch(library, place.branch, place.repos);
  if (why.by !== 'nothing') return undefined;
  const named = initiativesInName(library, place.branch);
  if (named.length < 2) return branchWithoutWhy(library, place) === 'shared' ? sharedText(place.branch) : undefined;
  const ids = named.map(({ id }) => oneLine(id)).join(', ');
  return t('{0} names several initiatives ({1}). Link it to the ones it is for.', oneLine(place.branch), ids);
}

const sharedText = (branch: string): string =>
  t('{0} is shared, so it has no single reason. Start a branch for an initiative to see its reason.', oneLine(branch));

/** Characters of the status bar item, the sign aside. */
const STATUS = 58;

/** `PAY-142 30% of users miss urgent updates`: the key and why it is done. */
export function statusText(library: Library, initiative: Initiative): string {
  const key = oneLine(initiative.id);
  return spaced(key, whyInBrief(library, initiative, Math.max(20, STATUS - key.length)));
}

/** The critical risks to an initiative that nobody has answered and this member answers for. */
export function unansweredCritical(library: Library, initiative: Initiative, me: string | undefined): readonly Risk[] {
  const waiting = me === undefined ? [] : waitingFor(library, initiative, me);
  return risksFor(library, initiative).filter(
    (risk) => riskSeverity(risk.values) === 'critical' && waiting.includes(risk),
  );
}

export interface WorkTold {
  /** In a few words, as the status bar has room for. */
  readonly brief: string;
  /** The id, the name and the status. */
  readonly name: string;
  /** The statements of its problems, the outcome, and what waits. */
  readonly lines: readonly string[];
  /** What must not wait any longer, in sentences: answers and promises this member owes, and critical risks that they have to answer. */
  readonly waiting: readonly string[];
}

/** What is told of an initiative that `me` works on. What is due counts wherever it is about. */
export function workTold(library: Library, initiative: Initiative, me: string | undefined, now: Date): WorkTold {
  const risks = unansweredCritical(library, initiative, me).map(nameOf);
  const waiting = [
    ...overdueWords(library, me, now),
    ...risks.map((name) => t('A critical risk is waiting for your answer: {0}', name)),
  ];
  const outcome = outcomeText(initiative);
  return {
    brief: statusText(library, initiative),
    name: dotted(initiative.id, nameOf(initiative), initiative.values.status),
    lines: [...problemStatements(library, initiative), ...(outcome ? [t('Outcome: {0}', outcome)] : []), ...waiting],
    waiting,
  };
}
