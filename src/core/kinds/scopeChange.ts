/** A change of scope: what came, what went and what moved after somebody had committed to an initiative, and who asked for it. */
import { blameAdvice } from '../advice/advice.ts';
import { dayWords } from '../base/dayWords.ts';
import { ascending } from '../base/ids.ts';
import { t } from '../base/l10n.ts';
import type { Lookup } from '../records/face.ts';
import { saidBy } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Wait } from '../records/wait.ts';
import {
  type CommittedPlan,
  type Measure,
  measures,
  type Plan,
  type PlanDifference,
  planDifference,
  shareAdded,
  sizeOf,
  sum,
} from '../scoring/plan.ts';
import { unitWord } from '../scoring/scoreText.ts';
import { dotted, joined } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';

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
interface Planned {
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
type Plans = Pick<Lookup, 'children' | 'planInGit' | 'effortUnit'>;

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

/** Whoever owns the initiative says once why its scope changed. */
export function scopeWaits(record: ContextRecord<Planned>, around: Lookup): readonly Wait[] {
  if (!unsaidChange(record, around)) return [];
  const of = record.values.owner === undefined ? [] : [record.values.owner];
  return [{ of, roles: ['pm'], verb: 'recordScopeChange', words: t('Say why the scope changed') }];
}

/** What amounts are counted in, as a record says it: effort in the team's unit. */
export const unitOf = (measure: Measure, effortUnit: string): string => (measure === 'effort' ? effortUnit : measure);

/** How large a plan is in a unit; undefined where it does not say. */
export function sizeIn(plan: Plan, unit: string | undefined, effortUnit: string): number | undefined {
  const measure = measures.find((each) => unitOf(each, effortUnit) === unit);
  return measure && sizeOf(plan, measure);
}

type Counted = { readonly [Part in 'added' | 'removed']?: number | undefined } & { readonly unit?: string | undefined };

/** `+3 −1 person-weeks`; undefined where nothing came or went. */
export function amountWords({ added = 0, removed = 0, unit }: Counted): string | undefined {
  const all = added + removed;
  const parts = [added > 0 && `+${added}`, removed > 0 && `−${removed}`, unit && all > 0 && unitWord(all, unit)];
  return parts.filter(Boolean).join(' ') || undefined;
}

/** `due 11 Dec → 18 Dec`; undefined where it was not moved. */
export function dueMoveWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from === to) return undefined;
  const told = (day: string | undefined) => (day === undefined ? t('no date') : dayWords(day, from ?? to));
  return t('due {0} → {1}', told(from), told(to));
}

/** What was added, of the plan that was committed: 0.2 for 3 on 15; undefined where nobody kept how large that was. */
export function shareOf(around: Plans, initiative: string, { added = 0, unit }: Counted): number | undefined {
  const plan = planCommitted(around, initiative)?.plan;
  return plan && shareAdded(added, sizeIn(plan, unit, around.effortUnit));
}

/** `+20%`; the amount where nobody kept how large the plan was. */
export const growthWords = (share: number | undefined, { added = 0, unit }: Counted): string =>
  share === undefined ? (amountWords({ added, unit }) ?? '') : `+${Math.round(share * 100)}%`;

/**
 * What scope did to a date, for whoever blames people: `late after +20% scope, agreed on 12 Nov`. Undefined where no more
 * came than went.
 */
export function lateWords(around: Plans, initiative: string): string | undefined {
  const all = around.children(initiative, 'scopeChange') as readonly ContextRecord[] as readonly Change[];
  const changes = all
    .filter(({ values, withheld }) => values.initiative === initiative && !withheld)
    .toSorted((a, b) => ascending(a.values.created ?? '', b.values.created ?? ''));
  const unit = changes.find(({ values: { added = 0 } }) => added > 0)?.values.unit;
  const same = changes.filter(({ values }) => values.unit === unit);
  const added = sum(same.map(({ values }) => values.added ?? 0));
  const created = same.findLast(({ values }) => (values.added ?? 0) > 0)?.values.created;
  if (created === undefined || added <= sum(same.map(({ values }) => values.removed ?? 0))) return undefined;
  const grown = growthWords(shareOf(around, initiative, { added, unit }), { added, unit });
  return t('late after {0} scope, agreed on {1}', grown, dayWords(created));
}

type Change = ContextRecord<{
  readonly initiative?: string;
  readonly added?: number;
  readonly removed?: number;
  readonly unit?: string;
  readonly created?: string;
}>;

export const scopeChange = kind({
  name: 'scopeChange',
  folder: 'scope-changes',
  prefix: 'sc',
  icon: 'diff',
  ownCommand: true,
  label: () => t('Scope Change'),
  labels: () => t('Scope Changes'),
  help: () => t('What was added, removed or moved after the commitment, why, and who asked for it.'),
  bodyHelp: () => t('The reason.'),
  fields: {
    initiative: f.required(f.reference(() => t('The initiative whose scope changed.'), 'initiative')),
    requestedBy: f.text(() => t('Who asked for it: a member, a customer, or anybody else.')),
    added: f.number(() => t('How much was added.'), { min: 0 }),
    removed: f.number(() => t('How much was removed.'), { min: 0 }),
    unit: f.text(() => t('What that is counted in, such as person-weeks.')),
    dueFrom: f.time(() => t('When it was due before.')),
    dueTo: f.time(() => t('When it is due now.')),
    acknowledgedBy: f.members(() => t('Who has acknowledged the change.')),
    plan: planField(() => t('The plan from here on. Later changes are compared with it.')),
    planBefore: planField(() => t('The plan that was committed, where no decision keeps it.')),
    committed: f.time(() => t('When it was committed, where no decision says so.')),
  },
  place: {
    name: 'scope',
    label: () => t('Scope Changes'),
    icon: 'diff',
    isLast: true,
  },
  describe: (values) => dotted(amountWords(values), dueMoveWords(values.dueFrom, values.dueTo)),
  look(record, _name, around) {
    const { requestedBy, created, dueFrom, dueTo } = record.values;
    const asked = requestedBy && t('asked for by {0}', around.memberName(requestedBy));
    return {
      description: dotted(
        amountWords(record.values),
        dueMoveWords(dueFrom, dueTo),
        asked,
        created && dayWords(created),
      ),
      more: saidBy(around, record),
    };
  },
  lines(record, around) {
    const { requestedBy, acknowledgedBy = [], dueFrom, dueTo, created } = record.values;
    const acknowledged = acknowledgedBy.map((id) => around.memberName(id));
    return [
      dotted(amountWords(record.values), dueMoveWords(dueFrom, dueTo), created && dayWords(created)),
      gist(record.body),
      requestedBy ? t('Asked for by {0}', around.memberName(requestedBy)) : '',
      acknowledged.length > 0 ? t('Acknowledged by {0}', joined(...acknowledged)) : '',
    ];
  },
  lint: (record, around) => blameAdvice(record, lateWords(around, record.values.initiative ?? '')),
  starts: ['initiative', 'requestedBy', 'added', 'removed', 'unit'],
  snippetBody: '${0:Why the scope changed.}',
});
