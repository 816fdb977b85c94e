/** What happened to the numbers of an initiative, told newest first: challenges, agreements, rounds, objections, decisions. */
import { t } from '../base/l10n.ts';
import { compareTexts } from '../base/order.ts';
import { tidy } from '../face/cardLines.ts';
import { scopeName } from '../face/names.ts';
import type { Challenge, Decision, Initiative, Objection } from '../kinds/all.ts';
import { changeIn } from '../kinds/challenge.ts';
import type { Library } from '../library/library.ts';
import { repliesOn } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Happening } from '../scoring/detail.ts';
import { type Factor, factorName, factors } from '../scoring/factors.ts';
import { gaps, gapText } from '../scoring/readiness.ts';
import { riceScore } from '../scoring/rice.ts';
import { scoreText } from '../scoring/scoreText.ts';
import { objectionName, objectionStateName } from '../scoring/words.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';
import { roundsOf } from './rounds.ts';
import { agreedIn, disputesOf } from './standing.ts';

/** The history of an initiative, newest first. It holds no number of anybody's estimate, so it is the same for everybody. */
export function historyOf(library: Library, initiative: Initiative): readonly Happening[] {
  return [
    ...disputesOf(library, initiative, 'challenge').flatMap((each) => challengeStory(library, each)),
    ...disputesOf(library, initiative, 'objection').flatMap((each) => objectionStory(library, each)),
    ...library.children(initiative.id, 'decision').flatMap((each) => decisionStory(library, each)),
    ...agreementStory(initiative),
    ...roundStories(library, initiative),
  ].sort((a, b) => compareTexts(b.on, a.on));
}

/** Characters of somebody's words. */
const WORDS = 200;

/** The first words of a text. */
function saidIn(record: ContextRecord): string | undefined {
  const words = firstParagraph(record.body) ?? (record.title === record.id ? undefined : record.title);
  return words && tidy(firstSentences(words, 2, WORDS), 2 * WORDS);
}

/** What was said on it last. */
function lastOn(library: Library, { id }: ContextRecord) {
  const reply = repliesOn(library, id).at(-1);
  return { reply, answer: reply && saidIn(reply) };
}

/** `144 → 96 because four weeks was push only (effort 4 → 6)`. */
function challengeStory(library: Library, challenge: Challenge): Happening[] {
  const { state, score, resolved, resolvedBy, created, by } = challenge.values;
  const change = changeIn(challenge.values);
  if (state === 'open' || change === undefined) return [];
  // A sentence goes on behind it.
  const reason = saidIn(challenge)?.replace(/\.$/, '');
  const { answer } = lastOn(library, challenge);
  const happening = { on: (resolved ?? created)?.slice(0, 10), by: resolvedBy ?? by, record: challenge.id };
  const turnedDown = answer ? t('{0} rejected: {1}', change, answer) : t('{0} rejected', change);
  if (state === 'rejected') return [{ ...happening, text: turnedDown }];
  if (state === 'withdrawn') return [{ ...happening, text: t('{0} withdrawn', change) }];
  const moved =
    score?.from === undefined || score.to === undefined
      ? undefined
      : `${scoreText(score.from)} → ${scoreText(score.to)}`;
  const because = reason === undefined ? (moved ?? change) : t('{0} because {1}', moved ?? change, reason);
  return [{ ...happening, text: moved === undefined ? because : `${because} (${change})` }];
}

function objectionStory(library: Library, objection: Objection): Happening[] {
  const { kind, state, created } = objection.values;
  if (state === 'open') return [];
  const { reply, answer } = lastOn(library, objection);
  const answered = t('Objection “{0}”: {1}', objectionName(kind), objectionStateName(state));
  return [
    {
      on: (reply?.values.created ?? created)?.slice(0, 10),
      by: reply?.values.by,
      text: answer ? `${answered}. ${answer}` : answered,
      record: objection.id,
    },
  ];
}

function decisionStory(library: Library, decision: Decision): Happening[] {
  const { sprint, missing = [], by, created } = decision.values;
  const name = sprint === undefined ? '?' : scopeName(library, { kind: 'sprint', id: sprint });
  const lacking = missing.map((gap) => (isGap(gap) ? gapText(gap) : tidy(gap))).join(', ');
  const words = lacking ? t('Committed to {0} without {1}', name, lacking) : t('Committed to {0}', name);
  const reason = saidIn(decision);
  return [{ on: created?.slice(0, 10), by, text: reason ? `${words}. ${reason}` : words, record: decision.id }];
}

const isGap = (text: string): text is (typeof gaps)[number] => gaps.some((gap) => gap === text);

function agreementStory(initiative: Initiative): Happening[] {
  const { rice } = initiative.values;
  if (rice?.agreed === undefined) return [];
  const agreed = agreedIn(initiative);
  const numbers = factors.flatMap((factor) => numberIn(factor, agreed[factor]) ?? []).join(', ');
  const score = riceScore(agreed);
  const text = score === undefined ? t('Agreed: {0}', numbers) : t('Agreed: {0}; score {1}', numbers, scoreText(score));
  return [{ on: rice.agreed, by: rice.agreedBy, text, record: initiative.id }];
}

const numberIn = (factor: Factor, value: number | undefined): string | undefined =>
  value === undefined ? undefined : `${factorName(factor).toLowerCase()} ${value}${factor === 'confidence' ? '%' : ''}`;

/** Only of the current round is it known when it began and was revealed; of earlier ones, what was given in them. */
function roundStories(library: Library, initiative: Initiative): Happening[] {
  const rounds = roundsOf(library, initiative);
  const { number = 1, opened, revealed, by } = initiative.values.round ?? {};
  const earlier = Map.groupBy(
    rounds.all.filter(({ idle, round }) => idle === undefined && round < rounds.current),
    ({ round }) => round,
  );
  const happenings: Happening[] = [...earlier].map(([round, given]) => ({
    on: given
      .flatMap(({ record }) => record.values.created?.slice(0, 10) ?? [])
      .toSorted()
      .at(-1),
    text: t('Round {0}: {1} estimated', round, given.length),
  }));
  if (revealed !== undefined) happenings.push({ on: revealed, by, text: t('Round {0} was revealed', number) });
  if (opened !== undefined) {
    happenings.push({ on: opened, by: revealed === undefined ? by : undefined, text: t('Round {0} started', number) });
  }
  return happenings;
}
