/** From records to the board: what opening an initiative shows, as plain data without marks. */
import { t } from '../base/l10n.ts';
import { compareTexts } from '../base/order.ts';
import { tidy } from '../face/cardLines.ts';
import { nameOf } from '../face/names.ts';
import type { Challenge, Evidence, Initiative, Objection } from '../kinds/all.ts';
import { outcomeText } from '../kinds/initiative.ts';
import type { Library } from '../library/library.ts';
import { dateOf, evidenceFor, problemsOf, repliesOn } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Detail, GivenChallenge, GivenEstimate, GivenObjection, Mention, Piece } from '../scoring/detail.ts';
import { factorName } from '../scoring/factors.ts';
import { firstParagraph, firstSentences, plainWords, quotes } from '../text/markdownText.ts';
import { historyOf } from './history.ts';
import { type Given, maySee, roundsOf } from './rounds.ts';
import { disputesOf } from './standing.ts';

/** Characters of a title, of what somebody wrote, of what somebody said. */
const [TITLE, WORDS, QUOTE] = [200, 2000, 400];

/** Pieces of evidence sent at most; the newest. */
const PIECES = 50;

/** Everything the open item shows, as one person may see it; without a person, blind. */
export function boardDetail(library: Library, initiative: Initiative, me: string | undefined): Detail {
  const rounds = roundsOf(library, initiative);
  const { appetite, slices = [] } = initiative.values;
  const outcome = outcomeText(initiative);
  return {
    id: initiative.id,
    problems: problemsOf(library, initiative)
      .filter(({ archived }) => !archived)
      .map((problem) => ({
        ...mentionOf(problem),
        statement: tidy(firstSentences(firstParagraph(problem.body) ?? problem.title, 2), WORDS),
      })),
    outcome: outcome && tidy(outcome, WORDS),
    appetite,
    slices: slices.flatMap(({ title, must, effort, share }) =>
      title === undefined ? [] : [{ title: tidy(title, TITLE), must, effort, share }],
    ),
    estimates: rounds.all.filter((given) => maySee(rounds, me, given)).map((given) => estimateIn(library, given)),
    givers: rounds.counted.map(({ by }) => by),
    challenges: disputesOf(library, initiative, 'challenge')
      .flatMap((each) => challengeIn(library, each) ?? [])
      .sort(openThenLatest),
    objections: disputesOf(library, initiative, 'objection')
      .flatMap((each) => objectionIn(library, each) ?? [])
      .sort(openThenLatest),
    evidence: evidenceFor(library, initiative)
      .filter(({ withheld }) => !withheld)
      .slice(0, PIECES)
      .map(pieceOf),
    history: historyOf(library, initiative),
  };
}

type Dispute = GivenChallenge | GivenObjection;

const openThenLatest = (a: Dispute, b: Dispute): number =>
  Number(b.state === 'open') - Number(a.state === 'open') || compareTexts(b.created, a.created);

const mentionOf = (record: ContextRecord): Mention => ({ id: record.id, title: tidy(nameOf(record), TITLE) });

/** The records with these ids that may be named. */
function mentions(library: Library, ids: readonly string[] | undefined): readonly Mention[] {
  return (ids ?? []).flatMap((id) => {
    const record = library.find(id);
    if (!record) return [{ id, title: tidy(id, TITLE) }];
    return record.withheld ? [] : [mentionOf(record)];
  });
}

const wordsOf = ({ body }: ContextRecord): string => tidy(plainWords(body), WORDS);

function estimateIn(library: Library, given: Given): GivenEstimate {
  const { by, round, record, guesses } = given;
  return {
    by,
    guesses,
    id: record.id,
    round,
    reasons: wordsOf(record),
    created: record.values.created,
    trouble: troubleIn(library, given),
  };
}

/** Why an estimate counts for less than it says. */
function troubleIn(library: Library, { idle, record, unlike }: Given): string | undefined {
  if (idle === 'replaced') return t('The same person has another estimate for this round, and that one counts.');
  const [factor] = unlike;
  if (factor !== undefined) {
    const { reachUnit, effortUnit } = record.values;
    const unit = tidy((factor === 'reach' ? reachUnit : effortUnit) ?? '');
    return t('{0} is in {1} here, so it is not compared with the others’.', factorName(factor), unit);
  }
  const wrong = library.findings(record).find(({ severity }) => severity === 'error' || severity === 'warning');
  if (wrong) return wrong.message;
  return idle === 'empty' ? t('No number is given.') : undefined;
}

function challengeIn(library: Library, challenge: Challenge): GivenChallenge | undefined {
  const { by, created, factor, from, to, evidence, state, resolvedBy, resolved } = challenge.values;
  if (factor === undefined) return undefined;
  return {
    id: challenge.id,
    by,
    created,
    factor,
    from,
    to,
    reason: wordsOf(challenge) || tidy(challenge.title, TITLE),
    evidence: mentions(library, evidence),
    state,
    resolvedBy,
    resolved,
    replies: repliesOn(library, challenge.id).map((reply) => ({ by: reply.values.by, text: wordsOf(reply) })),
  };
}

function objectionIn(library: Library, objection: Objection): GivenObjection | undefined {
  const { by, created, kind, state, outcome } = objection.values;
  if (kind === undefined) return undefined;
  const words = wordsOf(objection) || (objection.title === objection.id ? '' : tidy(objection.title, TITLE));
  return { id: objection.id, by, created, kind, state, words, outcome: mentions(library, outcome) };
}

function pieceOf(piece: Evidence): Piece {
  const { kind, stance, customer } = piece.values;
  const [quote] = quotes(piece.body);
  return {
    ...mentionOf(piece),
    kind: kind ?? 'observation',
    stance,
    customer: customer && tidy(customer),
    date: dateOf(piece) || undefined,
    quote: quote && tidy(plainWords(quote.text), QUOTE),
  };
}
