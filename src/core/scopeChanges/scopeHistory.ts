/** The scope of an initiative since somebody committed to it: what came and went, what that did to the date, step by step. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { daysBetween } from '../base/time.ts';
import { tidy } from '../face/cardLines.ts';
import type { Initiative } from '../kinds/all.ts';
import { amountWords, dueMoveWords, growthWords, type ScopeSum, scopeChanges, scopeSum } from '../kinds/scopeChange.ts';
import type { Library } from '../library/library.ts';
import { dayOf } from '../library/workingHours.ts';
import { planCommitted, sizeIn, unitOf, unsaidChange } from '../plans/committed.ts';
import { type PlanDifference, sum } from '../scoring/plan.ts';
import { isOver } from '../scoring/readiness.ts';
import { dotted, joined } from '../text/joined.ts';

/** How scope changed since the commitment. */
export interface ScopeHistory extends ScopeSum {
  /** The plan at the commitment; undefined where nobody kept it. */
  readonly start: number | undefined;
  /** Whether it is not done on the day it was first due. */
  readonly isLate: boolean;
  /** `Late after +20% scope, agreed on 12 Nov`. */
  readonly words: string;
}

/** How the scope of an initiative changed, as of a day of the team; undefined where nobody recorded a change. */
export function scopeHistory(library: Library, initiative: Initiative, day: string): ScopeHistory | undefined {
  const changes = scopeChanges(library, initiative.id);
  const [first] = changes;
  if (!first) return undefined;
  const summed = scopeSum(library, initiative.id, changes);
  const plan = planCommitted(library, initiative.id)?.plan;
  const due = plan?.due ?? first.values.dueFrom;
  const isLate = !isOver(initiative.values.status) && due !== undefined && dayOf(library, due) < day;
  const moved = dueMoveWords(first.values.dueFrom, changes.at(-1)?.values.dueTo);
  const { agreed } = summed;
  const history = {
    ...summed,
    agreed: agreed && dayOf(library, agreed),
    start: plan && sizeIn(plan, summed.unit, library.effortUnit),
    isLate,
  };
  return { ...history, words: wordsOf(history, moved, day) };
}

function wordsOf(
  { unit, added, removed, share, agreed, isLate }: Omit<ScopeHistory, 'words'>,
  moved: string | undefined,
  day: string,
): string {
  const on = agreed && t('agreed on {0}', dayWords(agreed, day));
  const size = growthWords(share, { added, unit });
  // A date that scope moved is nobody's miss; where nothing more came than went, scope is no reason.
  if (isLate && added > removed) return joined(t('Late after {0} scope', size), on);
  const amount = amountWords({ added, removed, unit });
  const first = amount === undefined ? (moved ?? t('The scope changed')) : t('{0} since the commitment', amount);
  return joined(share !== undefined && added > 0 ? `${first} (${size})` : first, amount && moved, on);
}

/** What nobody has given a reason for yet, in a few words: `+1 issues, appetite 2 weeks → 3 weeks`. */
export function unsaidWords(library: Library, initiative: Initiative): string | undefined {
  const change = unsaidChange(initiative, library);
  return change && differenceWords(library, change);
}

/** A difference of plans in a few words. */
function differenceWords(library: Library, { amount, appetite, due, added, removed }: PlanDifference): string {
  const names = [...added.map((name) => `+ ${name}`), ...removed.map((name) => `− ${name}`)];
  return dotted(
    amount && amountWords({ ...amount, unit: unitOf(amount.measure, library.effortUnit) }),
    appetite && t('appetite {0} → {1}', appetite.from ?? t('none'), appetite.to ?? t('none')),
    due && dueMoveWords(due.from, due.to),
    names.length > 0 && tidy(names.join(', '), NAMES),
  );
}

/** Characters of the names of what came and went. */
const NAMES = 160;

/** One step of a burn-up: the day, how large the scope is from then on, and how much of it is done. */
export interface BurnUpStep {
  readonly day: string;
  readonly scope: number;
  /** Undefined where nothing tells: slices do, of themselves, and of effort where they say it. */
  readonly done: number | undefined;
}

/**
 * The scope and what is done of it, day by day where either changed, from the commitment on; empty where no plan was kept, or
 * no change recorded. Done are the slices that say on which day they were done.
 */
export function burnUp(library: Library, initiative: Initiative): readonly BurnUpStep[] {
  const begun = planCommitted(library, initiative.id);
  const changes = scopeChanges(library, initiative.id);
  const { unit } = scopeSum(library, initiative.id, changes);
  const start = begun && sizeIn(begun.plan, unit, library.effortUnit);
  if (start === undefined || begun?.since === undefined) return [];
  const first = dayOf(library, begun.since);
  const scoped = changes.flatMap(({ values: { created, added = 0, removed = 0, unit: own } }): Event[] =>
    created === undefined || own !== unit ? [] : [{ day: dayOf(library, created), scope: added - removed, done: 0 }],
  );
  const slices = (initiative.values.slices ?? []).flatMap(({ done, effort }) => {
    const size = unit === library.effortUnit ? effort : unit === 'slices' ? 1 : undefined;
    return size === undefined ? [] : { done, size };
  });
  const finished = slices.flatMap(({ done, size }): Event[] =>
    done === undefined ? [] : [{ day: done, scope: 0, done: size }],
  );
  const steps = stepsFrom({ day: first, scope: start, done: 0 }, [...scoped, ...finished]);
  return slices.length > 0 ? steps : steps.map((step) => ({ ...step, done: undefined }));
}

/** By how much scope and done change on a day; as a step, how large they are from then on. */
interface Event {
  readonly day: string;
  readonly scope: number;
  readonly done: number;
}

function stepsFrom(first: Event, events: readonly Event[]): readonly Event[] {
  const byDay = Map.groupBy(events, ({ day }) => (daysBetween(first.day, day) < 0 ? first.day : day));
  const steps: Event[] = [];
  let last = first;
  for (const day of [...new Set([first.day, ...byDay.keys()])].sort()) {
    const all = byDay.get(day) ?? [];
    const after = (part: 'scope' | 'done') => sum([last[part], ...all.map((each) => each[part])]);
    last = { day, scope: after('scope'), done: after('done') };
    steps.push(last);
  }
  return steps;
}
