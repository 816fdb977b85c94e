/** From records to the board: one initiative as the plain data that is ranked. */
import { notEdited } from '../base/errors.ts';
import { problemInBrief } from '../face/inBrief.ts';
import { nameOf, troubleOf } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import { isOpen, isUnanswered } from '../kinds/risk.ts';
import type { Library } from '../library/library.ts';
import { evidenceFor, initiativesIn, isWritten, risksFor, type Scope, sumOf } from '../library/query.ts';
import type { Numbers } from '../scoring/factors.ts';
import type { Item, RiskPoint } from '../scoring/item.ts';
import { numbersOf } from '../scoring/ranking.ts';
import { oneLine } from '../text/foreignText.ts';
import { suggestionFor } from './evidenced.ts';
import { gapsOf } from './readiness.ts';
import { roundFor, roundsOf, voicesFor } from './rounds.ts';
import { scalesOf } from './scales.ts';
import { agreedIn, openDisputes } from './standing.ts';

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
  if (before && sources.every((source, index) => source === before.sources[index])) return before.item;
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

/** An item with all it was made from. */
interface Made {
  readonly item: Item;
  readonly sources: readonly unknown[];
}

const made = new WeakMap<Initiative, Map<string | undefined, Made>>();

/**
 * The team's file, and the lists of records that have the ids of the initiative and its problems, or refer to them. A list
 * is the same from snapshot to snapshot until a record in it changes.
 */
function sourcesOf(library: Library, initiative: Initiative): readonly unknown[] {
  const ids = [initiative.id, ...(initiative.values.problem ?? [])];
  const about = ids.map((id) => library.referrers(id));
  // A reply answers a risk.
  const risks = about.flatMap((records) => records.filter(({ kind }) => kind === 'risk'));
  const replies = risks.map(({ id }) => library.referrers(id));
  return [library.teamFile, ...ids.map((id) => library.named(id)), ...about, ...replies];
}

function readItem(library: Library, initiative: Initiative, me: string | undefined): Item {
  const { kind, status, sprint, quarter, owner, rice, bridge } = initiative.values;
  const rounds = roundsOf(library, initiative);
  const voices = voicesFor(rounds, me);
  const evidence = evidenceFor(library, initiative).filter((piece) => !piece.withheld && isWritten(piece));
  const { customers, contradictions, newest } = sumOf(evidence);
  return {
    id: initiative.id,
    title: nameOf(initiative),
    kind,
    status,
    sprints: sprint ?? [],
    quarter: quarter && oneLine(quarter),
    owner,
    problem: problemInBrief(library, initiative, PROBLEM),
    trouble: whyFixed(library, initiative),
    agreed: agreedIn(initiative),
    agreedOn: rice?.agreed,
    agreedBy: rice?.agreedBy,
    unit: rice?.unit && oneLine(rice.unit),
    bridge: bridge && { ...bridge, because: bridge.because && oneLine(bridge.because) },
    round: roundFor(rounds, me),
    voices,
    suggested: suggestionFor(library, evidence, voices),
    openChallenges: openDisputes(library, initiative, 'challenge').length,
    openObjections: openDisputes(library, initiative, 'objection').length,
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

/** Characters of a problem: more than a row has room for. */
const PROBLEM = 160;

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
  if (initiative.keptIn !== undefined) return notEdited(initiative.shownId, initiative.keptIn).message;
  return library.findings(initiative).find(({ code }) => code === 'newer-schema')?.message;
}

/** What was agreed, what a bridge says, and the middle of the estimates once they are revealed. */
export function publicNumbers(library: Library, initiative: Initiative): Numbers {
  return numbersOf(itemOf(library, initiative, undefined), scalesOf(library));
}
