/** The scope of an initiative since somebody committed to it: what came and went, what that did to the date, step by step. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { daysBetween } from '../base/time.ts';
import { tidy } from '../face/cardLines.ts';
import type { Initiative, RecordOf } from '../kinds/all.ts';
import {
  amountWords,
  dueMoveWords,
  growthWords,
  planCommitted,
  shareOf,
  sizeIn,
  unitOf,
  unsaidChange,
} from '../kinds/scopeChange.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import { workingHours } from '../library/workingHours.ts';
import { type PlanDifference, sum } from '../scoring/plan.ts';
import { isOver } from '../scoring/readiness.ts';
import { dotted, joined } from '../text/joined.ts';

/** How scope changed since the commitment; amounts are in `unit`. */
export interface ScopeHistory {
  readonly unit: string;
  /** Gross: a swap counts on both sides. */
  readonly added: number;
  readonly removed: number;
  /** The plan at the commitment; undefined where nobody kept it. */
  readonly start: number | undefined;
  /** What was added, of the plan at the commitment: 0.2 for 3 on 15. */
  readonly share: number | undefined;
  /** The day the last change was agreed. */
  readonly agreed: string | undefined;
  /** Whether it is not done on the day it was first due. */
  readonly isLate: boolean;
  /** `Late after +20% scope, agreed on 12 Nov`. */
  readonly words: string;
}

/** How the scope of an initiative changed, as of a day of the team; undefined where nobody recorded a change. */
export function scopeHistory(library: Library, initiative: Initiative, day: string): ScopeHistory | undefined {
  const changes = changesOf(library, initiative);
  const [first] = changes;
  if (!first) return undefined;
  const unit = changes.find(({ values }) => values.unit !== undefined)?.values.unit ?? library.effortUnit;
  const same = changes.filter(({ values }) => values.unit === unit);
  const gross = (part: 'added' | 'removed') => sum(same.map(({ values }) => values[part] ?? 0));
  const [added, removed] = [gross('added'), gross('removed')];
  const plan = planCommitted(library, initiative.id)?.plan;
  const start = plan && sizeIn(plan, unit, library.effortUnit);
  const due = plan?.due ?? first.values.dueFrom;
  const isLate = !isOver(initiative.values.status) && due !== undefined && dayOf(library, due) < day;
  const last = changes.findLast(({ values }) => (values.added ?? 0) > 0) ?? changes.at(-1);
  const agreed = last?.values.created === undefined ? undefined : dayOf(library, last.values.created);
  const history = {
    unit,
    added,
    removed,
    start,
    share: shareOf(library, initiative.id, { added, unit }),
    agreed,
    isLate,
  };
  return { ...history, words: wordsOf(history, changes, day) };
}

/** The changes somebody recorded, the first one first. */
const changesOf = (library: Library, { id }: Initiative): readonly RecordOf<'scopeChange'>[] =>
  library
    .children(id, 'scopeChange')
    .filter(({ values, withheld }) => values.initiative === id && !withheld)
    .toSorted((a, b) => (a.values.created ?? '').localeCompare(b.values.created ?? ''));

function wordsOf(
  { unit, added, removed, share, agreed, isLate }: Omit<ScopeHistory, 'words'>,
  changes: readonly RecordOf<'scopeChange'>[],
  day: string,
): string {
  const on = agreed && t('agreed on {0}', dayWords(agreed, day));
  const size = growthWords(share, { added, unit });
  // A date that scope moved is nobody's miss; where nothing more came than went, scope is no reason.
  if (isLate && added > removed) return joined(t('Late after {0} scope', size), on);
  const moved = dueMoveWords(changes[0]?.values.dueFrom, changes.at(-1)?.values.dueTo);
  const amount = amountWords({ added, removed, unit });
  const first = amount === undefined ? (moved ?? t('The scope changed')) : t('{0} since the commitment', amount);
  return joined(share !== undefined && added > 0 ? `${first} (${size})` : first, amount && moved, on);
}

const dayOf = (library: Library, time: string): string =>
  time.trim().length > 10 ? today(library, new Date(workingHours(library).moment(time))) : time.trim();

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
  readonly done: number;
}

/**
 * The scope and what is done of it, day by day where either changed, from the commitment on; empty where no plan was kept, or
 * no change recorded. Done is the effort of the slices that say on which day they were done, each of them one where the scope counts slices.
 */
export function burnUp(library: Library, initiative: Initiative): readonly BurnUpStep[] {
  const begun = planCommitted(library, initiative.id);
  const changes = changesOf(library, initiative);
  const unit = changes.find(({ values }) => values.unit !== undefined)?.values.unit;
  const start = begun && sizeIn(begun.plan, unit, library.effortUnit);
  if (start === undefined || begun?.since === undefined) return [];
  const first = dayOf(library, begun.since);
  const scoped = changes.flatMap(({ values: { created, added = 0, removed = 0, unit: own } }): Event[] =>
    created === undefined || own !== unit ? [] : [{ day: dayOf(library, created), scope: added - removed, done: 0 }],
  );
  const finished = (initiative.values.slices ?? []).flatMap(({ done, effort }): Event[] => {
    const size = unit === library.effortUnit ? effort : 1;
    return done === undefined || size === undefined ? [] : [{ day: done, scope: 0, done: size }];
  });
  return stepsFrom({ day: first, scope: start, done: 0 }, [...scoped, ...finished]);
}

/** By how much scope and done change on a day. */
type Event = BurnUpStep;

function stepsFrom(first: BurnUpStep, events: readonly Event[]): readonly BurnUpStep[] {
  const byDay = Map.groupBy(events, ({ day }) => (daysBetween(first.day, day) < 0 ? first.day : day));
  const steps: BurnUpStep[] = [];
  let last = first;
  for (const day of [...new Set([first.day, ...byDay.keys()])].sort()) {
    const all = byDay.get(day) ?? [];
    const after = (part: 'scope' | 'done') => sum([last[part], ...all.map((each) => each[part])]);
    last = { day, scope: after('scope'), done: after('done') };
    steps.push(last);
  }
  return steps;
}
