/** Questions asked of a library: the current sprint, the evidence behind an initiative, what is open. Memoized per snapshot. */

import { BecauseError } from '../base/errors.ts';
import { ascending } from '../base/ids.ts';
import { t } from '../base/l10n.ts';
import { dayIn } from '../base/time.ts';
import type { Evidence, Initiative, KindName, Problem, RecordOf, Reply, Sprint } from '../kinds/all.ts';
import { kindNames, kinds, sectioned } from '../kinds/all.ts';
import type { Around, EvidenceSum } from '../records/face.ts';
import type { Kind } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import { templateLines } from '../records/template.ts';
import { byPath } from './indexes.ts';
import { type Library, type Member, memoized, memoizedFor } from './library.ts';

/** The members with an address in git, which is nobody's in particular where several have it. */
export function membersAt({ members }: Library, address: string): readonly Member[] {
  const wanted = address.toLowerCase();
  return members.filter(({ emails }) => emails?.some((one) => one.toLowerCase() === wanted));
}

/** Sprints by their first day, earliest first; those without one last. */
export const sprints = memoized((library): readonly Sprint[] =>
  library.ofKind('sprint').toSorted((a, b) => ascending(a.values.starts ?? '9999', b.values.starts ?? '9999')),
);

/** The day it is for the team. */
export const today = (library: Library, now: Date): string => dayIn(library.team.hours?.zone, now);

/** The sprint that contains today (the one started last, where several do), else the latest started, else the first to come. */
export function currentSprint(library: Library, now: Date): Sprint | undefined {
  const day = today(library, now);
  const dated = sprints(library).filter(({ values }) => values.starts !== undefined);
  const started = dated.filter(({ values }) => (values.starts ?? '') <= day);
  return started.findLast(({ values }) => day <= (values.ends ?? '')) ?? started.at(-1) ?? dated[0];
}

/** The sprints one may commit to: what runs, then what comes, the nearest first; where all are over, those, the latest first. */
export function sprintsAhead(library: Library, now: Date): readonly Sprint[] {
  const day = today(library, now);
  const all = sprints(library);
  const ahead = all.filter(({ values }) => (values.ends ?? day) >= day);
  return ahead.length > 0 ? ahead : all.toReversed();
}

/** The initiative with the id or issue key. Throws `not-found`. */
export function initiativeKnown(library: Library, id: string): Initiative {
  const initiative = library.initiativeOf(id);
  if (initiative) return initiative;
  throw new BecauseError('not-found', t('There is no initiative with the id {0}.', id));
}

/** The sprint with the id. Throws `not-found`. */
export function sprintKnown(library: Library, id: string): Sprint {
  const sprint = library.findOf('sprint', id);
  if (sprint) return sprint;
  throw new BecauseError('not-found', t('There is no sprint with the id {0}.', id));
}

/** The problems an initiative answers, in its own order. */
export function problemsOf(library: Library, initiative: Initiative): readonly Problem[] {
  return (initiative.values.problem ?? []).flatMap((id) => library.findOf('problem', id) ?? []);
}

/** The initiatives that answer a problem. */
export function initiativesFor(library: Library, problem: Problem): readonly Initiative[] {
  return library.children(problem.id, 'initiative');
}

/** The evidence behind an initiative, its own and its problems', or about a problem; newest first, each piece once. */
export const evidenceFor = memoizedFor((library, { id, values }: ContextRecord): readonly Evidence[] => {
  const { problem = [] }: { readonly problem?: readonly string[] } = values;
  const ids = [id, ...problem];
  return [...new Set(ids.flatMap((id) => library.children(id, 'evidence')))].sort(newestFirst);
});

/** The day a piece was said or measured, else written; empty where it has neither. */
export const dateOf = ({ values }: Evidence) => values.date ?? values.created?.slice(0, 10) ?? '';

const newestFirst = (a: Evidence, b: Evidence): number => ascending(dateOf(b), dateOf(a)) || byPath(a, b);

/** Evidence by what it says: for, against, neither. */
export function byStance(evidence: readonly Evidence[]) {
  return {
    supports: evidence.filter(({ values }) => values.stance === 'supports'),
    contradicts: evidence.filter(({ values }) => values.stance === 'contradicts'),
    neutral: evidence.filter(({ values }) => values.stance === 'neutral'),
  };
}

/** What the evidence behind an initiative adds up to, sort by sort. */
export interface Rollup extends EvidenceSum {
  /** Pieces by kind, each weighed by its `count`: 14 tickets are 14. */
  readonly counts: ReadonlyMap<Evidence['values']['kind'], number>;
}

export const rollup = memoizedFor((library, one: Initiative): Rollup => sumOf(evidenceFor(library, one)));

/** Whether anybody has written what was seen or heard: the template's text alone is evidence of nothing. */
export function isWritten({ source, template, body }: Evidence): boolean {
  return body.trim() !== '' || templateLines(source.text.slice(source.bodyStart), template).length === 0;
}

/** What some evidence, newest first, adds up to. */
export function sumOf(pieces: readonly Evidence[]): Rollup {
  const evidence = pieces.filter(isWritten);
  const counts = new Map<Evidence['values']['kind'], number>();
  for (const { values } of evidence) counts.set(values.kind, (counts.get(values.kind) ?? 0) + values.count);
  return {
    customers: new Set(evidence.flatMap(({ values }) => values.customer?.toLowerCase() ?? [])).size,
    counts,
    pieces: evidence.length,
    contradictions: byStance(evidence).contradicts.length,
    newest: evidence.map(dateOf).find((date) => date !== ''),
  };
}

/**
 * The pieces that say most, best first: what contradicts and is newer than all that supports, then by importance,
 * then what a named customer said, then the newest. A customer who says the same problem twice counts with the latest.
 * Sensitive pieces are left out.
 */
export function strongestEvidence(library: Library, initiative: Initiative, most = 2): readonly Evidence[] {
  return strongestOf(evidenceFor(library, initiative), most);
}

/** The strongest of some pieces, given newest first, as `strongestEvidence` orders them. */
export function strongestOf(evidence: readonly Evidence[], most: number): readonly Evidence[] {
  const shown = latestPerCustomer(evidence.filter((piece) => !piece.withheld && isWritten(piece)));
  const newestSupport = byStance(shown).supports.map(dateOf)[0] ?? '';
  const rank = (piece: Evidence) => {
    const { stance, importance = 0, kind, customer } = piece.values;
    const unanswered = stance === 'contradicts' && dateOf(piece) > newestSupport;
    return [unanswered ? 1 : 0, importance, kind === 'quote' && customer ? 1 : 0] as const;
  };
  return [...shown].sort((a, b) => compareRanks(rank(b), rank(a)) || newestFirst(a, b)).slice(0, most);
}

/** Input is newest first, so the first piece of a customer about a problem, for or against, is the latest. */
function latestPerCustomer(evidence: readonly Evidence[]): Evidence[] {
  const heard = new Set<string>();
  return evidence.filter(({ values }) => {
    if (!values.customer) return true;
    const about = JSON.stringify([values.customer.toLowerCase(), values.problem ?? [], values.stance]);
    if (heard.has(about)) return false;
    heard.add(about);
    return true;
  });
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** The records of a kind in its section below an initiative: its own, and those about its problems. */
export function inSection<K extends KindName>(library: Library, initiative: Initiative, kind: K) {
  const query = inSections.get(kind);
  return (query ? library.memoFor(query, initiative) : []) as readonly RecordOf<K>[];
}

const inSections = new Map(
  sectioned.map(({ name, place: { rank = () => 0, isShared = () => true } }) => {
    const query = (library: Library, { id, values }: Initiative): readonly ContextRecord[] => {
      const shared = (values.problem ?? []).flatMap((problem) => library.children(problem, name));
      const all = new Set([...library.children(id, name), ...shared.filter((each) => isShared(each as never))]);
      const ranked = [...all].map((record) => ({ record, at: rank(record as never, library) }));
      ranked.sort((a, b) => a.at - b.at || byPath(a.record, b.record));
      return ranked.map(({ record }) => record);
    };
    return [name, query] as const;
  }),
);

/** The risks to an initiative, its own and its problems', the worst first, settled ones last. */
export const risksFor = (library: Library, initiative: Initiative) => inSection(library, initiative, 'risk');

/** A kind with a section below an initiative, and the records there that still ask for something. */
export function openBelow(library: Library, initiative: Initiative) {
  return sectioned.flatMap(({ name, place, isOpen }) =>
    isOpen
      ? { place, open: inSection(library, initiative, name).filter((each) => isOpen(each as never, library)) }
      : [],
  );
}

/** A kind with a section below an initiative, and the records there that must not wait, where there are any. */
export function urgentBelow(library: Library, initiative: Initiative, around: Around) {
  return sectioned.flatMap(({ name, place, isUrgent }) => {
    const urgent = isUrgent
      ? inSection(library, initiative, name).filter((each) => isUrgent(each as never, around))
      : [];
    return urgent.length > 0 ? { place, urgent } : [];
  });
}

/** What stands in the sections below an initiative and waits for a member's answer. */
export function waitingFor(library: Library, initiative: Initiative, member: string): readonly ContextRecord[] {
  return sectioned.flatMap(({ name, waitsFor }) =>
    inSection(library, initiative, name).filter((record) =>
      waitsFor?.(record as never, library).some(({ of }) => of.includes(member)),
    ),
  );
}

/** Whether anything waits whose minutes count. */
export const clockRuns = memoized((library): boolean =>
  kindNames.some((name) => {
    const { isTimed, isOpen } = kinds[name] as Kind;
    return isTimed !== undefined && library.ofKind(name).some((record) => isOpen?.(record as never, library));
  }),
);

/** Replies to a record, oldest first. */
export const repliesOn = memoizedFor((library, id: string): readonly Reply[] =>
  library
    .children(id, 'reply')
    .toSorted((a, b) => ascending(a.values.created ?? '', b.values.created ?? '') || byPath(a, b)),
);

/** Which initiatives the Sprint view shows: a sprint's, a quarter's, or all. */
export type Scope =
  | { readonly kind: 'sprint'; readonly id: string }
  | { readonly kind: 'quarter'; readonly quarter: string }
  | { readonly kind: 'all' };

/** The initiatives in a scope. A file too broken to tell its sprint belongs to every scope, so that it is seen. */
export function initiativesIn(library: Library, scope: Scope): readonly Initiative[] {
  const all = library.ofKind('initiative');
  if (scope.kind === 'all') return all;
  return all.filter((initiative) => {
    const { sprint, quarter } = initiative.values;
    if (initiative.broken && !sprint && !quarter) return true;
    return scope.kind === 'sprint' ? sprint?.includes(scope.id) : quarter === scope.quarter;
  });
}

/** Every quarter an initiative names, newest first. */
export function quarters(library: Library): readonly string[] {
  const named = library.ofKind('initiative').flatMap(({ values }) => values.quarter ?? []);
  return [...new Set(named)].sort().reverse();
}
