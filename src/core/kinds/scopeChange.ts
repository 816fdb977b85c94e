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
import { type Measure, type Plan, type PlanDifference, planDifference } from '../scoring/plan.ts';
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
type Agreed = ContextRecord<{ readonly plan?: Plan; readonly created?: string; readonly initiative?: string }>;

/** The plans somebody agreed to, the first one first. */
export function plansAgreed(around: Pick<Lookup, 'children'>, id: string): readonly Agreed[] {
  const all = ['decision', 'scopeChange'].flatMap((each) => around.children(id, each)) as readonly ContextRecord[];
  return (all as readonly Agreed[])
    .filter(({ values }) => values.plan !== undefined && values.initiative === id)
    .toSorted((a, b) => ascending(a.values.created ?? '', b.values.created ?? '') || ascending(a.path, b.path));
}

/** Whether somebody has committed to it, and it is not out yet. */
const isUnderWay = ({ status }: Planned): boolean => status === 'committed' || status === 'building';

/** Whether an initiative was committed by hand, so that no record keeps its plan: git alone knows what that was. */
export const isPlanUnkept = (
  { id, values, withheld, broken }: Pick<ContextRecord<Planned>, 'id' | 'values' | 'withheld' | 'broken'>,
  around: Pick<Lookup, 'children'>,
): boolean => !withheld && !broken && isUnderWay(values) && plansAgreed(around, id).length === 0;

/**
 * The plan as it was when somebody committed to it, out of what its record said, the newest first: that of the earliest of
 * the last versions that are all under way. Undefined where there is none.
 */
export function planCommitted(newestFirst: readonly { readonly values: Planned }[]): Plan | undefined {
  const before = newestFirst.findIndex(({ values }) => !isUnderWay(values));
  const first = newestFirst.slice(0, before < 0 ? undefined : before).at(-1);
  return first && (planOf(first.values) ?? {});
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
  around: Pick<Lookup, 'children'>,
): PlanDifference | undefined {
  if (withheld || broken || !isUnderWay(values)) return undefined;
  const last = plansAgreed(around, id).at(-1)?.values.plan;
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

type Counted = { readonly [Part in 'added' | 'removed']?: number | undefined } & { readonly unit?: string | undefined };

/** `+3 −1 person-weeks`; undefined where nothing came or went. */
export function amountWords({ added = 0, removed = 0, unit }: Counted): string | undefined {
  const parts = [added > 0 && `+${added}`, removed > 0 && `−${removed}`, added + removed > 0 && unit];
  return parts.filter(Boolean).join(' ') || undefined;
}

/** `due 11 Dec → 18 Dec`; undefined where it was not moved. */
export function dueMoveWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from === to) return undefined;
  const told = (day: string | undefined) => (day === undefined ? t('no date') : dayWords(day, from ?? to));
  return t('due {0} → {1}', told(from), told(to));
}

/** What scope did to a date, for whoever blames people: `late after +3 person-weeks, agreed on 12 Nov`. Undefined where none was added. */
export function lateWords(around: Pick<Lookup, 'children'>, initiative: string): string | undefined {
  const all = around.children(initiative, 'scopeChange') as readonly ContextRecord[] as readonly Change[];
  const [last] = all
    .filter(({ values: { added = 0, created } }) => added > 0 && created !== undefined)
    .toSorted((a, b) => ascending(b.values.created ?? '', a.values.created ?? ''));
  if (!last) return undefined;
  const { added, unit, created = '' } = last.values;
  return t('late after {0}, agreed on {1}', amountWords({ added, unit }) ?? '', dayWords(created));
}

type Change = ContextRecord<{ readonly added?: number; readonly unit?: string; readonly created?: string }>;

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
