/** The plan of an initiative as somebody committed to it: where it is kept, what it was, and how it differs since. */
import { ascending } from '../base/ids.ts';
import { t } from '../base/l10n.ts';
import type { Lookup } from '../records/face.ts';
import * as f from '../records/field.ts';
import type { ContextRecord } from '../records/record.ts';
import {
  type CommittedPlan,
  type Measure,
  measures,
  type Plan,
  type PlanDifference,
  planDifference,
  shareAdded,
  sizeOf,
} from '../scoring/plan.ts';

/** The plan as it is kept where somebody agrees to it. */
export const planField = (help: () => string) =>
  f.map(help, {
    slices: f.maps(() => t('The slices.'), {
      title: f.text(() => t('The title.')),
      effort: f.number(() => t('Its effort.'), { min: 0 }),
    }),
    issues: f.texts(() => t('The issue keys.')),
    effort: f.number(() => t('The agreed effort.'), { min: 0 }),
    appetite: f.duration(() => t('The appetite.')),
    due: f.time(() => t('When it was due.')),
  });

/** What of an initiative is part of its plan. */
export interface Planned {
  readonly status?: string;
  readonly owner?: string;
  readonly slices?: Plan['slices'];
  readonly issues?: readonly string[];
  readonly rice?: { readonly effort?: number | '?' };
  readonly appetite?: string;
  readonly due?: string;
}

/** The plan of an initiative, without what nobody said; undefined where that is all. */
export function planOf({ slices = [], issues = [], rice, appetite, due }: Planned): Plan | undefined {
  const effort = rice?.effort;
  const kept = slices.map(({ title, effort: size }) => ({
    ...(title !== undefined && { title }),
    ...(size !== undefined && { effort: size }),
  }));
  const plan = {
    ...(kept.length > 0 && { slices: kept }),
    ...(issues.length > 0 && { issues }),
    ...(typeof effort === 'number' && { effort }),
    ...(appetite !== undefined && { appetite }),
    ...(due !== undefined && { due }),
  };
  return Object.keys(plan).length > 0 ? plan : undefined;
}

/** A record that keeps a plan: a decision, or a change of scope. */
type Agreed = ContextRecord<{
  readonly plan?: Plan;
  readonly planBefore?: Plan;
  readonly committed?: string;
  readonly created?: string;
  readonly initiative?: string;
}>;

/** The records that keep a plan somebody agreed to, the first one first. */
function plansKept(around: Pick<Lookup, 'children'>, id: string): readonly Agreed[] {
  const all = ['decision', 'scopeChange'].flatMap((each) => around.children(id, each)) as readonly ContextRecord[];
  return (all as readonly Agreed[])
    .filter(({ values }) => values.plan !== undefined && values.initiative === id)
    .toSorted((a, b) => ascending(a.values.created ?? '', b.values.created ?? '') || ascending(a.path, b.path));
}

/** What is asked about the plans of an initiative. */
export type Plans = Pick<Lookup, 'children' | 'planInGit' | 'effortUnit'>;

/** The plan somebody agreed to last, in a record or, where none keeps any, in git. */
export const planAgreed = (around: Plans, id: string): Plan | undefined =>
  plansKept(around, id).at(-1)?.values.plan ?? around.planInGit(id)?.plan;

/** The plan that was committed first; what is known of it later is another one. */
export function planCommitted(around: Plans, id: string): CommittedPlan | undefined {
  const kept = plansKept(around, id);
  const decided = kept.find(({ kind }) => kind === 'decision')?.values;
  if (decided?.plan) return { plan: decided.plan, since: decided.created };
  const before = kept[0]?.values;
  if (before?.planBefore) return { plan: before.planBefore, since: before.committed };
  return around.planInGit(id);
}

/** Whether somebody has committed to it, and it is not out yet. */
const isUnderWay = ({ status }: Planned): boolean => status === 'committed' || status === 'building';

/** Whether an initiative was committed by hand, so that no record keeps its plan: git alone may know what that was. */
export const isPlanUnkept = (
  { id, values, withheld, broken }: Pick<ContextRecord<Planned>, 'id' | 'values' | 'withheld' | 'broken'>,
  around: Pick<Lookup, 'children'>,
): boolean => !withheld && !broken && isUnderWay(values) && plansKept(around, id).length === 0;

/**
 * What its record said when somebody committed to it, out of all that it said, the newest first: the earliest of the last
 * versions that are all under way. Undefined where there is none.
 */
export function whenCommitted<Version extends { readonly values: Planned }>(
  newestFirst: readonly Version[],
): Version | undefined {
  const before = newestFirst.findIndex(({ values }) => !isUnderWay(values));
  return newestFirst.slice(0, before < 0 ? undefined : before).at(-1);
}

/** What changed, as the record of a change says it. */
export const changedFields = ({ amount, due }: PlanDifference, effortUnit: string) => ({
  added: amount && amount.added > 0 ? amount.added : undefined,
  removed: amount && amount.removed > 0 ? amount.removed : undefined,
  unit: amount && unitOf(amount.measure, effortUnit),
  dueFrom: due?.from,
  dueTo: due?.to,
});

/**
 * How an initiative that is being built differs from the plan that was agreed last; undefined where it does not, or nobody
 * kept a plan. What may not be shown is not compared: its fields seem to be empty.
 */
export function unsaidChange(
  { id, values, withheld, broken }: Pick<ContextRecord<Planned>, 'id' | 'values' | 'withheld' | 'broken'>,
  around: Plans,
): PlanDifference | undefined {
  if (withheld || broken || !isUnderWay(values)) return undefined;
  const last = planAgreed(around, id);
  return last && planDifference(last, planOf(values) ?? {});
}

/** What amounts are counted in, as a record says it: effort in the team's unit. */
export const unitOf = (measure: Measure, effortUnit: string): string => (measure === 'effort' ? effortUnit : measure);

/** How large a plan is in a unit; undefined where it does not say. */
export function sizeIn(plan: Plan, unit: string | undefined, effortUnit: string): number | undefined {
  const measure = measures.find((each) => unitOf(each, effortUnit) === unit);
  return measure && sizeOf(plan, measure);
}

/** How much came and went. */
export type AmountSaid = { readonly [Part in 'added' | 'removed']?: number | undefined } & {
  readonly unit?: string | undefined;
};

/** What was added, of the plan that was committed: 0.2 for 3 on 15; undefined where nobody kept how large that was. */
export function shareOf(around: Plans, initiative: string, { added = 0, unit }: AmountSaid): number | undefined {
  const plan = planCommitted(around, initiative)?.plan;
  return plan && shareAdded(added, sizeIn(plan, unit, around.effortUnit));
}
