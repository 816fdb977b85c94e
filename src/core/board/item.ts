/** From records to the board: one initiative as the plain data that is ranked. */
import type { Library } from '../library.ts';
import { nameOf, oneLine, troubleOf } from '../outline/records.ts';
import {
  evidenceFor,
  initiativesIn,
  isOpen,
  isSensitive,
  isUnanswered,
  risksFor,
  type Scope,
  sumOf,
} from '../query.ts';
import type { Initiative } from '../records/all.ts';
import type { Item, RiskPoint } from '../scoring/item.ts';
import { suggestionFor } from './evidenced.ts';
import { gapsOf } from './readiness.ts';
import { roundFor, roundsOf, voicesFor } from './rounds.ts';
import { agreedIn, openChallenges, openObjections } from './standing.ts';

/**
 * The initiative as one person may see it on the board; without a person, blind. Made again only when a record changed that
 * it is made from, so that one changed file costs a board of hundreds next to nothing.
 */
export function itemOf(library: Library, initiative: Initiative, me: string | undefined): Item {
  let known = made.get(initiative);
  if (!known) {
    known = new Map();
    made.set(initiative, known);
  }
  const sources = sourcesOf(library, initiative);
  const before = known.get(me);
  if (before && isSame(before.sources, sources)) return before.item;
  const item = readItem(library, initiative, me);
  known.set(me, { sources, item });
  return item;
}

/** The items of a scope, each id once. */
export function itemsOf(library: Library, scope: Scope, me: string | undefined): readonly Item[] {
  const ids = new Set<string>();
  return initiativesIn(library, scope).flatMap((initiative) => {
    if (ids.has(initiative.id)) return [];
    ids.add(initiative.id);
    return [itemOf(library, initiative, me)];
  });
}

interface Made {
  readonly sources: readonly unknown[];
  readonly item: Item;
}

const made = new WeakMap<Initiative, Map<string | undefined, Made>>();

/**
 * Everything an item is made from, by identity: lists of who refers to an id are the same from snapshot to snapshot until
 * one of the records in them changes.
 */
function sourcesOf(library: Library, initiative: Initiative): readonly unknown[] {
  const problems = initiative.values.problem ?? [];
  const about = [initiative.id, ...problems].map((id) => library.referrers(id));
  return [
    library.teamFile,
    library.named(initiative.id),
    ...problems.map((id) => library.named(id)),
    ...about,
    // A reply answers a risk.
    ...about.flatMap((records) => records.filter(({ kind }) => kind === 'risk').map(({ id }) => library.referrers(id))),
  ];
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

function readItem(library: Library, initiative: Initiative, me: string | undefined): Item {
  const { kind, status, sprint, quarter, owner, rice, bridge } = initiative.values;
  const rounds = roundsOf(library, initiative);
  const voices = voicesFor(rounds, me);
  const evidence = evidenceFor(library, initiative).filter((piece) => !isSensitive(piece));
  const { customers, contradictions, newest } = sumOf(evidence);
  return {
    id: initiative.id,
    title: nameOf(initiative),
    kind,
    status,
    sprints: sprint ?? [],
    quarter: quarter && oneLine(quarter),
    owner,
    trouble: whyFixed(library, initiative),
    agreed: agreedIn(initiative),
    agreedOn: rice?.agreed,
    agreedBy: rice?.agreedBy,
    unit: rice?.unit && oneLine(rice.unit),
    bridge: bridge && { ...bridge, because: bridge.because && oneLine(bridge.because) },
    round: roundFor(rounds, me),
    voices,
    suggested: suggestionFor(library, evidence, voices),
    openChallenges: openChallenges(library, initiative).length,
    openObjections: openObjections(library, initiative).length,
    risks: riskPoints(library, initiative),
    evidence: {
      customers,
      supports: evidence.filter(({ values }) => values.stance === 'supports').length,
      contradicts: contradictions,
      newest,
    },
    missing: gapsOf(library, initiative),
  };
}

function riskPoints(library: Library, initiative: Initiative): readonly RiskPoint[] {
  return risksFor(library, initiative).map((risk) => ({
    id: risk.id,
    title: nameOf(risk),
    likelihood: risk.values.likelihood,
    impact: risk.values.impact,
    open: isOpen(risk),
    answered: !isUnanswered(library, risk),
  }));
}

/** Why nothing about the initiative can be changed, as a sentence. */
function whyFixed(library: Library, initiative: Initiative): string | undefined {
  const trouble = troubleOf(library, initiative);
  if (trouble) return trouble.message;
  if (!initiative.readOnly) return undefined;
  return library.findings(initiative).find(({ code }) => code === 'newer-schema')?.message;
}
