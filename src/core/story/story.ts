/** From records to the story of an initiative: who hurts and how badly, how anybody knows, what should change, what may hurt. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { daysBetween } from '../base/time.ts';
import { disputesOf } from '../board/standing.ts';
import { hiddenWords, measure, type Summary, scoreWords, spanText, summaryOf } from '../board/summary.ts';
import { tidy } from '../face/cardLines.ts';
import { memberName, nameOf, scopeName, troubleOf } from '../face/names.ts';
import { manyOf, saidIn, sumWords, whoSaid } from '../face/pieceWords.ts';
import type { Evidence, Initiative, Problem, RecordOf } from '../kinds/all.ts';
import { sectioned } from '../kinds/all.ts';
import { basisWords } from '../kinds/persona.ts';
import { ownQuestion, sizeWords } from '../kinds/problem.ts';
import type { Library } from '../library/library.ts';
import {
  byStance,
  dateOf,
  evidenceFor,
  inSection,
  isWritten,
  problemsOf,
  strongestOf,
  sumOf,
} from '../library/query.ts';
import { wilson } from '../measure/proportion.ts';
import { addressOf, recordRow } from '../outline/node.ts';
import type { ContextRecord } from '../records/record.ts';
import { burnUp, scopeHistory, unsaidWords } from '../scopeChanges/scopeHistory.ts';
import { type Factor, factorName, factors, rangeOf } from '../scoring/factors.ts';
import { dotted } from '../text/joined.ts';
import { firstParagraph, firstSentences, plainWords } from '../text/markdownText.ts';
import { gapsIn, scopeGaps } from './gaps.ts';
import type { Story, StoryEstimates, StoryOutcome, StoryPiece, StoryProblem, StoryRow, StorySection } from './told.ts';
import { wordingOf } from './wording.ts';

/** Characters of a title, of a paragraph, of what somebody said. */
const [TITLE, PARAGRAPH, SAID] = [200, 1200, 400];

/** Pieces of evidence of each stance that are told; the strongest. */
const PIECES = 8;

/** Records of a section that are told, what is open first. */
const ROWS = 30;

/** Whom it is told to, and on which day of the team. */
export interface Listener {
  readonly day: string;
  /** The member, who sees no estimates before giving their own; undefined while nobody is known. */
  readonly me: string | undefined;
}

/** The story of an initiative. Foreign text in it is plain words on one line; whoever draws it still escapes it. */
export function storyOf(library: Library, initiative: Initiative, { day, me }: Listener): Story {
  const problems = problemsOf(library, initiative).filter(({ archived }) => !archived);
  const evidence = evidenceFor(library, initiative).filter(isWritten);
  const told = evidence.filter(({ withheld }) => !withheld);
  const { supports, contradicts, neutral } = byStance(told);
  const stance = (pieces: readonly Evidence[]) => stanceOf(library, pieces, day);
  const summary = summaryOf(library, initiative, me);
  const { appetite } = initiative.values;
  return {
    id: initiative.id,
    title: tidy(nameOf(initiative), TITLE),
    state: stateOf(library, initiative),
    trouble: troubleOf(library, initiative)?.message,
    summary: paragraphOf(initiative),
    problems: problems.map((problem) => problemIn(library, problem, day)),
    totals: told.length === 0 ? '' : sumWords(sumOf(told), day),
    withheld: evidence.length - told.length,
    supports: stance(supports),
    contradicts: stance(contradicts),
    neutral: stance(neutral),
    outcome: outcomeIn(initiative, day),
    sections: sectioned.map((kind) => sectionOf(library, initiative, kind)),
    estimates: summary && estimatesIn(summary),
    scope: scopeIn(library, initiative, day),
    appetite: appetite && tidy(appetite),
    slices: slicesIn(initiative, summary),
    objections: disputesOf(library, initiative, 'objection').map((each) => rowOf(library, each)),
    wording: wordingOf(library, initiative),
    gaps: gapsIn(library, initiative, { problems, hasEvidence: evidence.length > 0, isScored: summary !== undefined }),
  };
}

function stateOf(library: Library, { values, archived }: Initiative): string {
  const { status, sprint, quarter, owner } = values;
  const sprints = sprint?.map((id) => scopeName(library, { kind: 'sprint', id })).join(', ');
  return dotted(
    status,
    tidy(sprints || quarter || ''),
    owner && t('owner {0}', tidy(memberName(library, owner) ?? owner)),
    archived && t('archived'),
  );
}

/** The first paragraph, where it says more than the title. */
function paragraphOf(record: ContextRecord): string | undefined {
  const paragraph = firstParagraph(record.body);
  return paragraph === undefined || paragraph === record.title ? undefined : tidy(plainWords(paragraph), PARAGRAPH);
}

function problemIn(library: Library, problem: Problem, day: string): StoryProblem {
  const { size = {}, status, segment, personas = [] } = problem.values;
  const question = ownQuestion(problem.body);
  const { title, body } = wordingOf(library, problem);
  const statement = paragraphOf(problem) ?? tidy(nameOf(problem), TITLE);
  return {
    id: problem.id,
    title: tidy(nameOf(problem), TITLE),
    statement,
    question: question === undefined || statement.endsWith(question) ? undefined : tidy(question, PARAGRAPH),
    size: sizeWords(size).map((words) => tidy(words)),
    share: shareOf(size.affected, size.of),
    status,
    segment: segment && tidy(segment),
    wording: [...title, ...body],
    people: personas.flatMap((id) => library.findOf('persona', id) ?? []).map((persona) => personIn(persona, day)),
  };
}

function personIn(persona: RecordOf<'persona'>, day: string): StoryProblem['people'][number] {
  const { role } = persona.values;
  return {
    id: persona.id,
    name: tidy(nameOf(persona)),
    role: role && tidy(role),
    basis: basisWords(persona.values, day),
  };
}

function shareOf(hits: number | undefined, of: number | undefined) {
  const limits = hits === undefined || of === undefined ? undefined : wilson(hits, of);
  return limits && hits !== undefined && of !== undefined ? { hits, of, ...limits } : undefined;
}

function stanceOf(library: Library, pieces: readonly Evidence[], day: string): Story['supports'] {
  const strongest = strongestOf(pieces, pieces.length);
  // What a customer said earlier about the same is not the strongest, but it was said.
  const all = [...strongest, ...pieces.filter((piece) => !strongest.includes(piece))];
  const told = all.slice(0, PIECES).map((piece) => pieceIn(library, piece, day));
  return { pieces: told, more: all.length - told.length };
}

/** A piece of evidence as it is told; never one that is sensitive. */
export function pieceIn(library: Library, piece: Evidence, day: string): StoryPiece {
  const { words, isQuote } = saidIn(piece, SAID);
  const { hits, of } = piece.values.sample ?? {};
  return {
    id: piece.id,
    sort: manyOf(piece) ?? (isQuote ? '' : piece.values.kind),
    said: words,
    isQuote,
    source: dotted(whoSaid(library, piece), dayWords(dateOf(piece), day)),
    share: shareOf(hits, of),
  };
}

function outcomeIn({ values: { outcome } }: Initiative, day: string): StoryOutcome | undefined {
  if (!outcome || Object.values(outcome).every((value) => value === undefined)) return undefined;
  const { metric, unit, baseline, target, by, source } = outcome;
  const numbers = typeof baseline === 'number' && typeof target === 'number' && baseline !== target;
  return {
    metric: metric && tidy(metric, TITLE),
    unit: unit && tidy(unit),
    baseline: baseline === undefined ? undefined : tidy(String(baseline)),
    target: target === undefined ? undefined : tidy(String(target)),
    by: by && dayWords(by, day),
    ...(numbers && { from: baseline, to: target }),
    source: source && tidy(source, TITLE),
  };
}

function sectionOf(
  library: Library,
  initiative: Initiative,
  { name, place }: (typeof sectioned)[number],
): StorySection {
  const records = inSection(library, initiative, name);
  return {
    name: place.name,
    label: place.label(),
    rows: records.slice(0, ROWS).map((each) => rowOf(library, each)),
    none: records.length === 0 ? place.none?.() : undefined,
  };
}

function rowOf(library: Library, record: ContextRecord): StoryRow {
  const { label, description, icon, tone } = recordRow(library, record, 'story');
  const url = record.withheld ? undefined : addressOf(record);
  return { id: record.id, label: tidy(label, TITLE), description: tidy(description, TITLE), icon, tone, url };
}

function estimatesIn(summary: Summary): StoryEstimates {
  const { hidden, item, numbers, spreads, disputed, scales, score, beside } = summary;
  const words = scoreWords(summary);
  return {
    score: score === undefined || beside !== undefined ? words : t('RICE {0}', words),
    factors: factors.flatMap((factor) => {
      const span = numbers[factor] === undefined ? spanText(spreads[factor]) : String(numbers[factor]);
      const values = valuesOf(factor, summary);
      if (span === undefined && values.length === 0) return [];
      return {
        name: factorName(factor),
        words: span === undefined ? '?' : tidy(measure(factor, span, scales)),
        values: values.length > 1 ? values : [],
        disagrees: disputed.includes(factor),
      };
    }),
    hidden:
      hidden > 0 ? t('{0}.', hiddenWords(hidden)) : item.round.given === 0 ? t('Nobody has estimated yet.') : undefined,
  };
}

/** What people gave who may be seen, lowest first. */
function valuesOf(factor: Factor, { item }: Summary): number[] {
  return item.voices.flatMap(({ guesses }) => rangeOf(guesses[factor])?.likely ?? []).sort((a, b) => a - b);
}

/** How scope changed; undefined where it did not. */
function scopeIn(library: Library, initiative: Initiative, day: string): Story['scope'] {
  const history = scopeHistory(library, initiative, day);
  const unsaid = unsaidWords(library, initiative);
  if (!history && unsaid === undefined) return undefined;
  const steps = burnUp(library, initiative);
  return {
    words: history?.words,
    gaps: scopeGaps(initiative, unsaid),
    burnUp: steps.map(({ day: from, scope, done }) => ({
      name: dayWords(from, day),
      after: daysBetween(steps[0]?.day ?? from, from),
      scope,
      done,
    })),
    unit: tidy(history?.unit ?? ''),
  };
}

function slicesIn({ values: { slices = [] } }: Initiative, summary: Summary | undefined): Story['slices'] {
  return slices.flatMap(({ title, must, effort, share }) => {
    if (title === undefined) return [];
    const words =
      effort === undefined ? undefined : summary ? measure('effort', String(effort), summary.scales) : String(effort);
    return { title: tidy(firstSentences(title, 1), TITLE), must, effort: words, share };
  });
}
