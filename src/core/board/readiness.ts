/** What is missing before an initiative can be committed in good conscience: advice, never a gate. */
import type { Initiative, Problem } from '../kinds/all.ts';
import { isUnanswered } from '../kinds/risk.ts';
import type { Library } from '../library/library.ts';
import { evidenceFor, isWritten, problemsOf, risksFor } from '../library/query.ts';
import { numbersOf } from '../scoring/ranking.ts';
import { type Gap, gaps, isOver } from '../scoring/readiness.ts';
import { riceScore } from '../scoring/rice.ts';
import { riskSeverity } from '../scoring/severity.ts';
import { firstParagraph } from '../text/markdownText.ts';
import { isEngineer } from './evidenced.ts';
import { roundsOf } from './rounds.ts';
import { scalesOf } from './scales.ts';
import { agreedIn, openDisputes } from './standing.ts';

/** One engineer's number is a guess; two can disagree. */
const ENGINEERS = 2;

/**
 * The gaps of an initiative, in the order of `gaps`; none of one that is done or dropped, as nobody commits it any more.
 * The same for everybody: they tell what is there, and no number.
 */
export function gapsOf(library: Library, initiative: Initiative): readonly Gap[] {
  if (isOver(initiative.values.status)) return [];
  return gaps.filter((gap) => isOpen[gap](library, initiative));
}

const isOpen: Readonly<Record<Gap, (library: Library, initiative: Initiative) => boolean>> = {
  estimates: (library, initiative) =>
    roundsOf(library, initiative).counted.filter(({ by }) => isEngineer(library, by)).length < ENGINEERS,
  'critical-risk': (library, initiative) =>
    risksFor(library, initiative).some(
      (risk) => riskSeverity(risk.values) === 'critical' && isUnanswered(library, risk),
    ),
  challenge: (library, initiative) => openDisputes(library, initiative, 'challenge').length > 0,
  objection: (library, initiative) => openDisputes(library, initiative, 'objection').length > 0,
  problem: (library, initiative) => !problemsOf(library, initiative).some(isStated),
  outcome: (_, { values: { outcome } }) => outcome?.baseline === undefined || outcome.target === undefined,
  // A sensitive piece is evidence too: that there is one may be known, what it says may not.
  evidence: (library, initiative) =>
    !evidenceFor(library, initiative).some(isWritten) && !problemsOf(library, initiative).some(isValidating),
  score: (library, initiative) => !hasScore(library, initiative),
};

const isStated = (problem: Problem): boolean =>
  !problem.archived && !problem.broken && (firstParagraph(problem.body) !== undefined || problem.title !== problem.id);

const isValidating = ({ archived, values: { validation } }: Problem): boolean =>
  !archived && validation?.method !== undefined;

/** By every number that was given, hidden or not: that there is a score is no secret, how high it is may be. */
export function hasScore(library: Library, initiative: Initiative): boolean {
  const item = {
    agreed: agreedIn(initiative),
    bridge: initiative.values.bridge,
    voices: roundsOf(library, initiative).counted,
  };
  return riceScore(numbersOf(item, scalesOf(library))) !== undefined;
}
