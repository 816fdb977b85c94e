/** The rules of prioritizing, with examples that the product works out by the same functions as the board. */
import { t } from '../base/l10n.ts';
import { meter, type Rung, rungName, rungOf, type Weighed } from '../scoring/evidenceMeter.ts';
import { factorList, factorName, type Numbers } from '../scoring/factors.ts';
import type { Item, Scales, Suggestion, Voice } from '../scoring/item.ts';
import { bridgedReach, rankingOf } from '../scoring/ranking.ts';
import { type Gap, gaps, gapText } from '../scoring/readiness.ts';
import { riceScore } from '../scoring/rice.ts';
import { scoreText } from '../scoring/scoreText.ts';
import { severityName, severityOf } from '../scoring/severity.ts';
import { spreadOf } from '../scoring/spread.ts';
import { suggestedConfidence } from '../scoring/suggestedConfidence.ts';
import { threePoint } from '../scoring/threePoint.ts';
import type { Rule } from './told.ts';

/** What stands above the rules. */
export const intro = (): readonly string[] => [
  t('A score compares work that solves real problems. So ask first who has the problem, and how you know.'),
  t(
    'Then rank by score, treat what is close as equal, and choose among equals by risk, by evidence, and by what you would learn.',
  ),
  t('All of this is advice. You decide, and you write down why.'),
];

/** The rules in the order they are read. */
export const rules = (): readonly Rule[] => [
  score(),
  confidence(),
  evidence(),
  disagreement(),
  tiers(),
  debt(),
  risk(),
  bets(),
  ready(),
];

/** `450 × 3 × 100% ÷ 2`, and its score. Source of the numbers: Intercom, "RICE"; see `riceScore`. */
function scored(reach: number, impact: number, confidence: number, effort: number) {
  const numbers: Numbers = { reach, impact, confidence, effort };
  return {
    given: `${scoreText(reach)} × ${impact} × ${confidence}% ÷ ${effort}`,
    gives: scoreText(riceScore(numbers)),
  };
}

const score = (): Rule => ({
  name: 'score',
  title: t('Score everything on one scale'),
  says: [
    t(
      'RICE asks how many people something reaches, how much it helps each of them, how sure you are, and what it takes.',
    ),
    t(
      'Reach counts people or events per period. Impact is 3 massive, 2 high, 1 medium, 0.5 low or 0.25 minimal. Effort is the total time of everybody who works on it.',
    ),
    t('A factor that nobody knows stays unknown: the initiative is not scored yet. It never counts as zero.'),
  ],
  formula: [t('score = reach × impact × confidence ÷ effort')],
  examples: [scored(450, 3, 100, 2), scored(2000, 1, 80, 4), scored(800, 2, 50, 1)],
});

function suggested(evidenced: Suggestion['evidenced']) {
  const given = evidenced.length === 0 ? t('Nothing is supported') : t('Supported: {0}', factorList(evidenced));
  return { given, gives: `${suggestedConfidence(evidenced).confidence}%` };
}

const confidence = (): Rule => ({
  name: 'confidence',
  title: t('Let evidence set the confidence'),
  says: [
    t('Confidence is not a feeling. For reach, impact and effort, ask whether something supports your number.'),
    t(
      'Reach is supported by something counted, impact by two customers who say that it matters, effort by two engineers who agree.',
    ),
    t('You may state more than that. The board then flags it, so that somebody asks why.'),
  ],
  formula: [t('3 supported: 100% · 2 supported: 80% · fewer: 50%')],
  examples: [
    suggested(['reach', 'impact', 'effort']),
    suggested(['reach', 'impact']),
    suggested([]),
    scored(500, 2, 50, 1),
    scored(500, 2, 80, 1),
  ],
});

const rungs = Object.keys(meter) as readonly Rung[];

function weighed(given: string, pieces: readonly Weighed[]) {
  const rung = rungOf(pieces) ?? 'conviction';
  return { given, gives: `${meter[rung]} (${rungName(rung)})` };
}

const piece = (kind: string, customer?: string, count = 1): Weighed => ({ kind, customer, count });

const evidence = (): Rule => ({
  name: 'evidence',
  title: t('Ask what kind of evidence it is'),
  says: [
    t('The strongest piece counts, not the sum: ten opinions are still opinions.'),
    t(
      'Count customers, not pieces: somebody who says it three times counts once. Look at what is against it, and at how old it all is.',
    ),
  ],
  formula: rungs.map((rung) => `${meter[rung]} · ${rungName(rung)}`),
  examples: [
    weighed(t('Three quotes from two customers'), [piece('quote', 'a'), piece('quote', 'a'), piece('quote', 'b')]),
    weighed(t('A quote, and 14 tickets'), [piece('quote', 'a'), piece('ticket', 'b', 14)]),
    weighed(t('A quote, and an experiment'), [piece('quote', 'a'), piece('experiment')]),
  ],
});

function spread(values: readonly number[]) {
  const voices = values.map((effort, at): Voice => ({ by: String(at), guesses: { effort } }));
  const { median = 0, disagrees } = spreadOf('effort', voices);
  const middle = t('median {0}', median);
  return {
    given: `${factorName('effort')}: ${values.join(', ')}`,
    gives: disagrees ? t('{0}: talk about it', middle) : middle,
  };
}

const disagreement = (): Rule => ({
  name: 'disagreement',
  title: t('Estimate alone, then talk where you disagree'),
  says: [
    t('You see the others’ numbers once you have given yours, so that nobody is influenced.'),
    t('Whoever is furthest from the median speaks first: they may know something the others do not.'),
  ],
  formula: [
    t('reach, effort: talk if the largest is at least twice the smallest'),
    t('impact, confidence: talk if they are at least two steps apart'),
  ],
  examples: [spread([3, 4, 5]), spread([2, 3, 6])],
});

const scales: Scales = {
  reachUnit: 'customers',
  effortUnit: 'person-weeks',
  period: 'quarter',
  customersPerPersonWeek: 40,
};

/** An item of an example. */
const example = (id: string, more: Partial<Item>): Item => ({
  id,
  title: id,
  kind: 'feature',
  status: 'candidate',
  sprints: [],
  agreed: {},
  round: { number: 1, revealed: true, given: 0, mine: false },
  voices: [],
  suggested: suggestedConfidence([]),
  openChallenges: 0,
  openObjections: 0,
  risks: [],
  evidence: { customers: 0, supports: 0, contradicts: 0 },
  missing: [],
  ...more,
});

function tiered(scores: readonly number[]) {
  const items = scores.map((reach, at) =>
    example(`E-${at}`, { agreed: { reach, impact: 1, confidence: 100, effort: 1 } }),
  );
  const { ranked } = rankingOf(items, scales);
  const groups = [...Map.groupBy(ranked, ({ tier }) => tier).values()];
  return {
    given: scores.map(scoreText).join(' · '),
    gives: groups.map((group) => group.map(({ score: each }) => scoreText(each)).join(' · ')).join(' | '),
  };
}

const tiers = (): Rule => ({
  name: 'tiers',
  title: t('Treat close scores as equal'),
  says: [
    t('One step of confidence moves a score by 20% or more, so a difference of 15% means nothing.'),
    t('Within a tier, choose by risk, by evidence, or by what goes well together. Do not let decimals decide.'),
  ],
  formula: [t('tier: every score of at least 85% of the best in it')],
  examples: [tiered([800, 750, 675, 640, 500])],
});

function bridged(saved: number) {
  const reach = bridgedReach({ bridge: { saved } }, scales) ?? 0;
  return {
    given: t('{0} person-weeks saved per quarter × {1} customers', saved, scales.customersPerPersonWeek ?? 0),
    gives: t('reach {0}', reach),
  };
}

const debt = (): Rule => ({
  name: 'debt',
  title: t('Say what technical debt costs people'),
  says: [
    t(
      'Debt ranks beside features once you say how many customers it affects per period, or how much time fixing it would save.',
    ),
    t('Time counts as customers, by a factor that your team agreed on (customersPerPersonWeek in because.yml).'),
    t(
      'Anything that counts something else, such as requests instead of customers, is not ranked, and the board says why.',
    ),
  ],
  formula: [
    t('reach of debt = customers it affects per period'),
    t('or: person-weeks saved per period × customers per person-week'),
  ],
  examples: [bridged(2.5), scored(100, 3, 80, 1)],
});

const severity = (likelihood: number, impact: number) => ({
  given: `${likelihood} × ${impact} = ${likelihood * impact}`,
  gives: severityName(severityOf(likelihood * impact)),
});

const risk = (): Rule => ({
  name: 'risk',
  title: t('Weigh risk beside the score, not inside it'),
  says: [
    t(
      'A risk does not lower the score: it would be hidden in the number. The board shows it beside the score, and somebody has to answer it.',
    ),
    t('With a critical risk that nobody has answered, an initiative is not ready.'),
  ],
  formula: [
    t('severity = likelihood (1 to 5) × impact (1 to 5)'),
    t('up to 4 low · up to 9 medium · up to 15 high · above that critical'),
  ],
  examples: [severity(2, 2), severity(3, 3), severity(5, 3), severity(4, 4)],
});

function range(low: number, likely: number, high: number) {
  const { mean, sd } = threePoint({ low, likely, high });
  return {
    given: t('{0} to {1}, likely {2}', low, high, likely),
    gives: t('{0} on average, give or take {1}', scoreText(mean), scoreText(sd)),
  };
}

const bets = (): Rule => ({
  name: 'bets',
  title: t('Make bets small, and call them bets'),
  says: [
    t('Below 50% confidence, an initiative is a bet. It may be worth it, but do not rank it as if you were sure.'),
    t('Learn first: validate with a few customers, or build the smallest part that shows whether it works.'),
    t('If you do not know a number, give a range. Its width then says how sure you are, and confidence is left out.'),
  ],
  formula: [t('average of a range = (low + 4 × likely + high) ÷ 6'), t('give or take = (high − low) ÷ 6')],
  examples: [range(1, 2, 6)],
});

const ready = (): Rule => ({
  name: 'ready',
  title: t('Look for what is missing before you commit'),
  says: [
    t('An initiative is ready when none of these is missing: {0}.', gaps.map((gap: Gap) => gapText(gap)).join(', ')),
    t('You may commit anyway. The decision then records what was missing, and why.'),
  ],
  formula: [],
  examples: [],
});
