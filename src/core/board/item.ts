/** From records to the board: one initiative as the plain data that is ranked. */
import { notEdited } from '../base/errors.ts';
import { nameOf, troubleOf } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import { isOpen, isUnanswered } from '../kinds/risk.ts';
import type { Library } from '../library/library.ts';
import { evidenceFor, initiativesIn, isWritten, risksFor, type Scope, sumOf } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
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
  const before = known.get(me);
  if (before && isStill(library, before)) return before.item;
  const item = readItem(library, initiative, me);
  known.set(me, { ...sourcesOf(library, initiative), item });
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

type Lists = ReadonlyMap<string, readonly ContextRecord[]>;

/** An item with all it was made from. Lists are the same from snapshot to snapshot until a record in them changes. */
interface Made {
  readonly item: Item;
  readonly team: Library['teamFile'];
  /** The records with an id. */
  readonly named: Lists;
  /** The records that refer to an id. */
  readonly referrers: Lists;
}

const made = new WeakMap<Initiative, Map<string | undefined, Made>>();

function sourcesOf(library: Library, initiative: Initiative): Omit<Made, 'item'> {
  const ids = [initiative.id, ...(initiative.values.problem ?? [])];
  const about = ids.map((id) => [id, library.referrers(id)] as const);
  // A reply answers a risk.
  const risks = about.flatMap(([, records]) => records.filter(({ kind }) => kind === 'risk'));
  return {
    team: library.teamFile,
    named: new Map(ids.map((id) => [id, library.named(id)])),
    referrers: new Map([...about, ...risks.map(({ id }) => [id, library.referrers(id)] as const)]),
  };
}

function isStill(library: Library, { team, named, referrers }: Made): boolean {
  if (library.teamFile !== team) return false;
  for (const [id, list] of named) if (library.named(id) !== list) return false;
  for (const [id, list] of referrers) if (library.referrers(id) !== list) return false;
  return true;
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
