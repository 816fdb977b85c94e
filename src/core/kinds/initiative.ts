/** An initiative: a piece of work on the plan, with the problem it answers and the outcome it promises. */
import { outcomeAdvice } from '../advice/advice.ts';
import { issueAdvice } from '../advice/issueKeys.ts';
import { scaleAdvice } from '../advice/offScale.ts';
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import type { Around, EvidenceSum } from '../records/face.ts';
import * as f from '../records/field.ts';
import { anchorField, kind } from '../records/kind.ts';
import { bounds } from '../scoring/factors.ts';
import { isOver } from '../scoring/readiness.ts';
import { outcomeWords } from '../scoring/words.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted, joined } from '../text/joined.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';
import { ackWaits } from './ack.ts';
import { estimateWaits } from './estimate.ts';
import { againstText, sumText } from './evidence.ts';

import { resultWaits } from './result.ts';
import { lateWords, scopeWaits } from './scopeChange.ts';

type Outcome = Partial<Record<'metric' | 'unit' | 'by', string> & Record<'baseline' | 'target', string | number>>;

/** An outcome as people say it: `Setup time: 20 → 3 minutes by 1 Dec 2026`; undefined where none is promised. */
export function outcomeText(
  initiative: { readonly values: { readonly outcome?: Outcome } },
  today?: string,
): string | undefined {
  const outcome = initiative.values.outcome ?? {};
  const { metric, baseline, target, by } = outcome;
  if (!metric && baseline === undefined && target === undefined) return undefined;
  return oneLine(outcomeWords({ ...outcome, by: by && dayWords(by, today) }));
}

/** What the problems say that an initiative answers, in two sentences each. */
export function problemStatements(
  around: Pick<Around, 'findOf'>,
  { values }: { readonly values: { readonly problem?: readonly string[] } },
): readonly string[] {
  const problems = (values.problem ?? []).flatMap((id) => around.findOf('problem', id) ?? []);
  return problems.map(({ body, title }) => firstSentences(firstParagraph(body) ?? title, 2));
}

const piecesText = ({ pieces }: EvidenceSum): string =>
  plural(pieces, '{0} piece of evidence', '{0} pieces of evidence');

const icons = {
  idea: 'lightbulb',
  candidate: 'circle-outline',
  committed: 'circle-large-outline',
  building: 'play-circle',
  shipped: 'pass',
  measured: 'pass-filled',
  dropped: 'circle-slash',
} as const;

export const initiative = kind({
  name: 'initiative',
  isFrequent: true,
  icon: 'lightbulb',
  place: 'top',
  readable: true,
  label: () => t('Initiative'),
  labels: () => t('Initiatives'),
  help: () => t('A piece of planned work, with the problem it solves and the outcome it promises.'),
  bodyHelp: () => t('The idea. The first paragraph is the summary.'),
  fields: {
    kind: f.oneOf(() => t('The kind of work.'), ['feature', 'debt', 'enabler', 'experiment']),
    status: f.oneOf(
      () => t('How far along it is.'),
      ['idea', 'candidate', 'committed', 'building', 'shipped', 'measured', 'dropped'],
    ),
    sprint: f.asked(
      f.references(() => t('The sprint it is planned for, or a list of sprints.'), 'sprint'),
      () => t('Which sprint is it planned for?'),
    ),
    quarter: f.text(() => t('The quarter, such as 2026-Q4.')),
    problem: f.asked(
      f.references(() => t('The problem it solves, or a list of problems.'), 'problem'),
      () => t('Which problem does it solve?'),
    ),
    issues: f.keys(() => t('Issue keys that belong to it, such as OPS-31, owner/repo#123 or AB#123.')),
    owner: f.member(() => t('Who is responsible for it.')),
    team: f.members(() => t('Who works on it.')),
    outcome: f.starting(
      f.map(() => t('What changes for people, and by how much.'), {
        metric: f.text(
          () => t('What is measured, in customer terms: "Setup takes 3 minutes instead of 20".'),
          ['What changes, and for whom'],
        ),
        unit: f.text(() => t('The unit, such as % or minutes.')),
        baseline: f.amount(() => t('The value today.')),
        target: f.amount(() => t('The value to reach.')),
        by: f.day(() => t('The day to reach it by.')),
        source: f.text(() => t('Where the number comes from.')),
      }),
      'metric',
      'unit',
      'baseline',
      'target',
      'by',
    ),
    rice: f.map(() => t('The agreed numbers.'), {
      reach: f.unsure(f.number(() => t('How many people or events per period.'), bounds.reach)),
      impact: f.unsure(f.number(() => t('3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.'), bounds.impact)),
      confidence: f.unsure(f.number(() => t('In percent: 100 high, 80 medium, 50 low.'), bounds.confidence)),
      effort: f.unsure(f.number(() => t('The total time of everybody who works on it, more than 0.'), bounds.effort)),
      unit: f.text(() => t('What reach counts here, if it differs from because.yml.')),
      agreed: f.day(() => t('The day these numbers were agreed.')),
      agreedBy: f.member(() => t('Who saved the agreed numbers.')),
    }),
    round: f.map(() => t('The current round of estimates. You see the others’ numbers once you have given yours.'), {
      number: f.number(() => t('The number of the round, starting at 1.'), { min: 1, integer: true }),
      opened: f.day(() => t('The day the round started.')),
      revealed: f.day(() => t('The day the numbers were shown to everybody.')),
      by: f.member(() => t('Who started or revealed the round.')),
    }),
    bridge: f.map(() => t('What the debt costs people, so that it can be ranked beside features.'), {
      customers: f.number(() => t('How many customers the debt affects per period.'), bounds.reach),
      saved: f.number(
        () => t('Person-weeks saved per period once it is fixed. Needs customersPerPersonWeek in because.yml.'),
        {
          min: 0,
          max: bounds.effort.max,
        },
      ),
      because: f.text(() => t('How you know.')),
    }),
    anchor: anchorField(),
    appetite: f.duration(() => t('How much time it is worth, such as 2 weeks.')),
    slices: f.starting(
      f.maps(() => t('The parts it can be cut down to.'), {
        title: f.required(f.text(() => t('The title.'))),
        must: f.flag(() => t('True if the outcome cannot be reached without it.')),
        effort: f.number(() => t('Its effort, in the effort unit of because.yml.'), { min: 0 }),
        share: f.number(() => t('Its share of the outcome, in percent.'), { min: 0, max: 100 }),
        done: f.day(() => t('The day it was done.')),
      }),
      'title',
      'must',
      'effort',
      'share',
    ),
    dependsOn: f.references(() => t('The initiatives that must be done first.'), 'initiative'),
    due: f.time(() => t('When it is due.')),
    url: f.url(() => t('Its address in the issue tracker.')),
  },
  keyed: true,
  present: ({ values: { status } }) => (status === 'shipped' || status === 'measured' ? 'shipped' : undefined),
  waitsFor: (record, around) =>
    isOver(record.values.status)
      ? resultWaits(record)
      : [...estimateWaits(record, around), ...ackWaits(record, around), ...scopeWaits(record, around)],
  describe: ({ status }) => status,
  address: ({ url }) => url,
  look(record, name, around) {
    const { status, owner, kind: sort } = record.values;
    const { id } = record;
    const called = name === id ? id : `${id} ${name}`;
    const problem = around.problemInBrief(record);
    const sum = around.evidenceFor(record);
    const urgent = joined(...around.urgentBelow(record));
    return {
      // In a narrow sidebar there is no room for the title and the problem, and the problem says why.
      label: problem === undefined ? called : id,
      description: problem === undefined ? t('no problem yet') : dotted(problem, name !== id && name),
      icon: icons[status],
      urgent,
      tone: status === 'dropped' ? 'quiet' : undefined,
      state: status,
      mark: sort === 'debt' && 'debt',
      spoken: joined(
        called,
        problem,
        status,
        owner && t('owner {0}', owner),
        piecesText(sum),
        sum.contradictions > 0 ? againstText(sum.contradictions) : undefined,
        ...around.openBelow(record).map(({ words }) => words),
        urgent,
      ),
    };
  },
  lines(record, around) {
    const { status, owner, sprint, due } = record.values;
    const sum = around.evidenceFor(record);
    return [
      dotted(
        status,
        sprint?.map((id) => around.findOf('sprint', id)?.title ?? id).join(', '),
        owner && t('owner {0}', around.memberName(owner)),
        due && t('due {0}', dayWords(due)),
      ),
      ...problemStatements(around, record),
      outcomeText(record) ?? '',
      sum.pieces === 0 ? t('No evidence yet. Validate before building.') : sumText(sum, [piecesText(sum)]),
      dotted(...around.openBelow(record).flatMap(({ count, words }) => (count > 0 ? words : []))),
    ];
  },
  lint: (record, lookup) => [
    ...issueAdvice(record),
    ...scaleAdvice(record, record.values.rice, ['rice']),
    ...outcomeAdvice(record, lookup, lateWords(lookup, record.id)),
  ],
  starts: ['kind', 'status', 'problem', 'sprint', 'outcome'],
  snippetBody: '${0:The idea, in one paragraph.}',
});
