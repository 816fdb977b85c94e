/** The wording checks: advice on how problems and outcomes are said, each with what is wrong and a better example. */

import { t } from '../base/l10n.ts';
import type { Span } from '../text/positions.ts';
import { businessTarget, noBaseline, noTarget, outputAsOutcome } from './outcomeRules.ts';
import { noOpenQuestion, noSufferer, solutionFirst, unsupportedClaim } from './problemRules.ts';
import { proseOf, sentencesIn } from './prose.ts';
import { ambiguousPercent, blame, causalOverreach, hasControl, vague } from './wordRules.ts';

/** One piece of advice, and where it applies in the checked text. */
export interface WordingFinding extends Span {
  readonly check: WordingCheck;
  /** What is unclear about it, and why that matters. */
  readonly message: string;
  /** How it could be said instead. */
  readonly example: string;
}

export interface ProblemContext {
  /** Whether personas or a segment are set, so that the words need not name who suffers. */
  readonly hasSufferer: boolean;
  /** Whether evidence or a validation stands behind the problem. */
  readonly hasEvidence: boolean;
}

/** The fields beside an outcome's sentence; what they say, the sentence need not. */
export interface OutcomeContext {
  readonly baseline?: unknown;
  readonly target?: unknown;
  readonly unit?: unknown;
  readonly by?: unknown;
}

/** An outcome is a sentence; what stands beyond this is not read. */
const MAX_OUTCOME = 1000;

/** Checks a problem's body. Only its statement, the first paragraph, is held to a wording; what follows may explain. */
export function checkProblem(body: string, { hasSufferer, hasEvidence }: ProblemContext): WordingFinding[] {
  const { text, paragraphs } = proseOf(body);
  const prose = { text, statement: sentencesIn(text, paragraphs.slice(0, 1)) };
  const asked = noOpenQuestion(prose, sentencesIn(text, firstSection(body, paragraphs).slice(-1)));
  return told({
    'solution-first': solutionFirst(prose),
    'no-sufferer': hasSufferer ? [] : noSufferer(prose),
    'no-open-question': asked.map((span) => withAside(body, text, span)),
    'unsupported-claim': hasEvidence ? [] : unsupportedClaim(prose, body),
    ...wordsIn(text, prose.statement, ['vague', 'ambiguous-percent']),
  });
}

/** The paragraphs before the first heading behind them: what follows it may be goals, or no goals. */
function firstSection(body: string, paragraphs: readonly Span[]): readonly Span[] {
  const [{ end = 0 } = {}] = paragraphs;
  const heading = /^#{1,6}[ \t]/m.exec(body.slice(end));
  return heading ? paragraphs.filter((each) => each.end <= end + heading.index) : paragraphs;
}

/** A span of prose with what stands behind it on its line and is no prose: code, or where a link leads. */
function withAside(body: string, prose: string, { start, end: from }: Span): Span {
  let end = from;
  for (let at = from; at < body.length && body[at] !== '\n' && prose[at]?.trim() === ''; at++) {
    if (body[at]?.trim() !== '') end = at + 1;
  }
  return { start, end };
}

/** Checks the sentence that says what an outcome measures. */
export function checkOutcome(text: string, { baseline, target }: OutcomeContext): WordingFinding[] {
  const prose = proseOf(text);
  if (prose.paragraphs.length === 0) return [];
  const said = prose.text.slice(0, MAX_OUTCOME);
  return told({
    'business-target': businessTarget(said),
    'output-as-outcome': outputAsOutcome(said),
    'no-baseline': noBaseline(said, baseline),
    'no-target': noTarget(said, target),
    ...wordsIn(prose.text, sentencesIn(prose.text, prose.paragraphs), ['vague', 'ambiguous-percent']),
  });
}

/** Checks a title: of a problem, for a solution too; the rest is asked of the text below it. */
export function checkTitle(title: string, isProblem: boolean): WordingFinding[] {
  const { text, paragraphs } = proseOf(title);
  const statement = sentencesIn(text, paragraphs);
  return told({
    'solution-first': isProblem ? solutionFirst({ text, statement }) : [],
    ...wordsIn(text, statement, ['vague', 'blame', 'ambiguous-percent']),
  });
}

/** Checks any prose for words alone; of the checks, those that need more than words are passed over. */
export function checkWords(text: string, checks: readonly WordingCheck[]): WordingFinding[] {
  const prose = proseOf(text);
  return told(wordsIn(prose.text, sentencesIn(prose.text, prose.paragraphs), checks));
}

type Places = { readonly [check in WordingCheck]?: readonly Span[] };

/** What is asked of every sentence. */
const WORD_RULES: { readonly [check in WordingCheck]?: (sentence: string) => RegExpMatchArray | undefined } = {
  vague,
  blame,
  'causal-overreach': causalOverreach,
  'ambiguous-percent': ambiguousPercent,
};

function wordsIn(text: string, sentences: readonly Span[], checks: readonly WordingCheck[]): Places {
  const rules = checks.filter((check) => check !== 'causal-overreach' || !hasControl(text));
  return Object.fromEntries(
    rules.map((check) => [
      check,
      sentences.flatMap(({ start, end }) => {
        const match = WORD_RULES[check]?.(text.slice(start, end));
        const at = start + (match?.index ?? 0);
        return match ? { start: at, end: at + match[0].length } : [];
      }),
    ]),
  );
}

/** What is said of each place, in the order of the text. */
function told(places: Places): WordingFinding[] {
  const checks = Object.keys(places) as WordingCheck[];
  return checks
    .flatMap((check) => {
      const { message, example } = REASONS[check]();
      return (places[check] ?? []).map(({ start, end }) => ({ check, start, end, message, example }));
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A piece of a rewrite: words, or what a person is asked to put there. */
export type RewritePart = string | { readonly hole: string };

interface Reason {
  readonly message: string;
  readonly example: string;
  /** The words another way, without a number or a name that nobody gave. */
  readonly rewrite?: (words: string) => readonly RewritePart[];
}

const hole = (words: string): RewritePart => ({ hole: words });

const whoChanges = (): readonly RewritePart[] => [
  hole(t('who')),
  ' ',
  hole(t('does what')),
  ', ',
  hole(t('from')),
  ' → ',
  hole(t('to')),
];

/** The claim of a cause, in words that claim a change alone. */
const unclaimed = (words: string): string =>
  words
    .replace(/^caused?s?\b/i, t('was followed by'))
    .replace(/^prove[dsn]?\b/i, t('suggests'))
    .replace(/^thanks\s+to\b/i, t('after'));

/** What is wrong, by the name of the check; made when a finding is, because the person's language is known only then. */
export const REASONS = {
  'solution-first': () => ({
    message: t(
      'Starts with a solution. Say who has the problem and how bad it is, and others can find a better solution.',
    ),
    example: t('30% of users miss time-sensitive updates, and it costs us $200K in annual churn.'),
    rewrite: (words) => [hole(t('who')), ' ', hole(t('cannot do what')), ', ', hole(t('how much')), '. ', words],
  }),
  'no-sufferer': () => ({
    message: t('Does not say who has the problem.'),
    example: t('Drivers spend more time and money than they save looking for cheap fuel'),
    rewrite: (words) => [hole(t('who')), ': ', words],
  }),
  'business-target': () => ({
    message: t('Says what the business gets, not who is better off.'),
    example: t('Setup takes 3 minutes instead of 20'),
    rewrite: whoChanges,
  }),
  'output-as-outcome': () => ({
    message: t('Says what is delivered, not what then changes for people.'),
    example: t('More course views include reviews'),
    rewrite: whoChanges,
  }),
  'no-baseline': () => ({
    message: t('Has no number for today, so nobody can tell later whether it changed.'),
    example: t('from 20 min to 3 min by 31 January'),
  }),
  'no-target': () => ({
    message: t('Has no number to reach, so nobody can tell when it is enough.'),
    example: t('from 20 min to 3 min by 31 January'),
  }),
  'ambiguous-percent': () => ({
    message: t('A percentage of a rate can mean points or a relative change.'),
    example: t('+5 points (40% → 45%)'),
    rewrite: (words) => [words, ' (', hole(t('from')), ' → ', hole(t('to')), ')'],
  }),
  vague: () => ({
    message: t('Means something different to every reader. Give a number, and say who.'),
    example: t('12 of 40 new admins give up at step 3'),
    rewrite: () => [hole(t('how many')), ' ', hole(t('who or what'))],
  }),
  'no-open-question': () => ({
    message: t('Asks no question. A question invites engineers to solve it.'),
    example: t('How should we solve this?'),
    rewrite: (words) => [words, ' ', t('How should we solve this?')],
  }),
  'unsupported-claim': () => ({
    message: t('A number without evidence. Link evidence, or plan how to validate it.'),
    example: t('validation: {method: interviews, n: 5}'),
  }),
  blame: () => ({
    message: t('Blames people for a date. Say what changed in scope, and when it was agreed.'),
    example: t('late after +20% scope, agreed on 12 November'),
    rewrite: () => [hole(t('what changed in scope')), ', ', hole(t('agreed on which day'))],
  }),
  'causal-overreach': () => ({
    message: t('Claims a cause. Without a control group, you only know that it changed.'),
    example: t('changed after'),
    rewrite: (words) => [unclaimed(words)],
  }),
} satisfies { readonly [check: string]: () => Reason };

export type WordingCheck = keyof typeof REASONS;

/** Why a check fires, and how it could be said instead; undefined for findings of another sort. */
export function reasonOf(code: string): Pick<Reason, 'message' | 'example'> | undefined {
  return Object.hasOwn(REASONS, code) ? REASONS[code as WordingCheck]() : undefined;
}

/** The words of a finding another way; undefined where the check has none, or it would change nothing. */
export function rewriteOf(code: string, words: string): readonly RewritePart[] | undefined {
  const reason: Reason | undefined = reasonOf(code);
  const parts = reason?.rewrite?.(words);
  return parts?.length === 1 && parts[0] === words ? undefined : parts;
}
