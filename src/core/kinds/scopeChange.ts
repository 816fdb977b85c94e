/** A change of scope: what came, what went and what moved after somebody had committed to an initiative, and who asked for it. */
import { blameAdvice } from '../advice/advice.ts';
import { dayWords } from '../base/dayWords.ts';
import { ascending } from '../base/ids.ts';
import { t } from '../base/l10n.ts';
import { type AmountSaid, type Planned, type Plans, planField, shareOf, unsaidChange } from '../plans/committed.ts';
import { type Lookup, saidBy } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Wait } from '../records/wait.ts';
import { sum } from '../scoring/plan.ts';
import { unitWord } from '../scoring/scoreText.ts';
import { dotted, joined } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';

/** Whoever owns the initiative says once why its scope changed. */
export function scopeWaits(record: ContextRecord<Planned>, around: Lookup): readonly Wait[] {
  if (!unsaidChange(record, around)) return [];
  const of = record.values.owner === undefined ? [] : [record.values.owner];
  return [{ of, roles: ['pm'], verb: 'recordScopeChange', words: t('Say why the scope changed') }];
}

/** `+3 −1 person-weeks`; undefined where nothing came or went. */
export function amountWords({ added = 0, removed = 0, unit }: AmountSaid): string | undefined {
  const parts = [added > 0 && `+${added}`, removed > 0 && `−${removed}`].filter(Boolean);
  if (parts.length === 0) return undefined;
  const word = unit && unitWord(parts.length > 1 ? 2 : added + removed, unit);
  return [...parts, word].filter(Boolean).join(' ');
}

/** `due 11 Dec → 18 Dec`; undefined where it was not moved. */
export function dueMoveWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from === to) return undefined;
  const told = (day: string | undefined) => (day === undefined ? t('no date') : dayWords(day, from ?? to));
  return t('due {0} → {1}', told(from), told(to));
}

/** `+20%`; the amount where nobody kept how large the plan was. */
export const growthWords = (share: number | undefined, { added = 0, unit }: AmountSaid): string =>
  share === undefined ? (amountWords({ added, unit }) ?? '') : `+${Math.round(share * 100)}%`;

/** A record of a change, as far as sums of several need it. */
type Change = ContextRecord<{
  readonly initiative?: string;
  readonly added?: number;
  readonly removed?: number;
  readonly unit?: string;
  readonly created?: string;
  readonly dueFrom?: string;
  readonly dueTo?: string;
}>;

/** The changes somebody recorded and everybody may see, the first one first. */
export function scopeChanges(around: Pick<Lookup, 'children'>, initiative: string): readonly Change[] {
  const all = around.children(initiative, 'scopeChange') as readonly ContextRecord[] as readonly Change[];
  return all
    .filter(({ values, withheld }) => values.initiative === initiative && !withheld)
    .toSorted((a, b) => ascending(a.values.created ?? '', b.values.created ?? ''));
}

/** What several changes add up to, gross; amounts are in `unit`. */
export interface ScopeSum {
  readonly unit: string | undefined;
  readonly added: number;
  readonly removed: number;
  /** What was added, of the plan at the commitment: 0.2 for 3 on 15. */
  readonly share: number | undefined;
  /** When something was added last; where nothing was, when something changed last. */
  readonly agreed: string | undefined;
}

/** What changes add up to that are of one initiative, the first one first: in the unit in which something came first. */
export function scopeSum(around: Plans, initiative: string, changes: readonly Change[]): ScopeSum {
  const hasGrown = ({ values: { added = 0 } }: Change) => added > 0;
  const unit = (changes.find(hasGrown) ?? changes.find(({ values }) => values.unit !== undefined))?.values.unit;
  const same = changes.filter(({ values }) => values.unit === unit);
  const [added, removed] = [
    sum(same.map(({ values }) => values.added ?? 0)),
    sum(same.map(({ values }) => values.removed ?? 0)),
  ];
  const agreed = (same.findLast(hasGrown) ?? changes.at(-1))?.values.created;
  return { unit, added, removed, share: shareOf(around, initiative, { added, unit }), agreed };
}

/**
 * What scope did to a date, for whoever blames people: `late after +20% scope, agreed on 12 Nov`. Undefined where no more
 * came than went.
 */
export function lateWords(around: Plans, initiative: string): string | undefined {
  const { added, removed, unit, share, agreed } = scopeSum(around, initiative, scopeChanges(around, initiative));
  if (agreed === undefined || added <= removed) return undefined;
  return t('late after {0} scope, agreed on {1}', growthWords(share, { added, unit }), dayWords(agreed));
}

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
