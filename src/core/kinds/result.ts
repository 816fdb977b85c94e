/** A result: what was measured after an initiative shipped, and what that says of the outcome it promised. */
import { blameAdvice } from '../advice/advice.ts';
import { resultAdvice } from '../advice/results.ts';
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { addDays } from '../base/time.ts';
import { type Comparison, compare, methods, type Promised, type Trial, verdicts } from '../measure/comparison.ts';
import { changeText, insteadText, methodName, resultSentence, verdictName } from '../measure/words.ts';
import type { Around } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Wait } from '../records/wait.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';
import { lateWords } from './scopeChange.ts';

const counted = (help: () => string) => f.number(help, { min: 0, integer: true });

const side = {
  value: f.number(() => t('The value, in the unit of the outcome.')),
  hits: counted(() => t('How many of those who were counted.')),
  of: counted(() => t('How many were counted.')),
  from: f.day(() => t('The first day of the measurement.')),
  to: f.day(() => t('The last day of the measurement.')),
};

/** Who counted people writes `hits` and `of` instead of the value. */
const half = (help: () => string) => f.starting(f.map(help, side), 'value', 'from', 'to');

const icons = {
  confirmed: 'pass-filled',
  partial: 'pass',
  'no-change': 'dash',
  worse: 'warning',
  inconclusive: 'question',
} as const;

type Outcome = { readonly values: { readonly outcome?: Promised & { readonly metric?: string } } };

/** What a result compares, with what its initiative promised. */
export function comparisonIn({ values }: { readonly values: Trial }, initiative: Outcome | undefined): Comparison {
  return compare(values, initiative?.values.outcome);
}

const about = (around: Pick<Around, 'findOf'>, id: string | undefined): Outcome | undefined =>
  id === undefined ? undefined : (around.findOf('initiative', id) as (ContextRecord & Outcome) | undefined);

/** Once the day is over by which a shipped initiative was to reach its outcome, its owner is asked what came of it. */
export function resultWaits({ values }: { readonly values: Owned }): readonly Wait[] {
  const { status, owner, outcome } = values;
  if (status !== 'shipped' || outcome?.by === undefined) return [];
  const of = owner === undefined ? [] : [owner];
  return [{ of, roles: ['pm'], verb: 'recordResult', words: t('Record the result'), from: addDays(outcome.by, 1) }];
}

interface Owned {
  readonly status: string;
  readonly owner?: string;
  readonly outcome?: { readonly by?: string };
}

export const result = kind({
  name: 'result',
  prefix: 'rs',
  icon: 'graph-line',
  ownCommand: true,
  place: { name: 'results', label: () => t('Results'), icon: 'graph-line', isLast: true },
  label: () => t('Result'),
  labels: () => t('Results'),
  help: () => t('What was measured after an initiative shipped, compared with what it promised.'),
  bodyHelp: () => t('What happened, in your own words.'),
  fields: {
    initiative: f.required(f.reference(() => t('The initiative it is about.'), 'initiative')),
    method: f.oneOf(() => t('How it was measured.'), methods, {
      'before-after': {
        label: () => methodName('before-after'),
        detail: () => t('No control group: shows that it changed, but not why.'),
      },
      staged: {
        label: () => methodName('staged'),
        detail: () => t('Some had it already, others not yet.'),
      },
      experiment: {
        label: () => methodName('experiment'),
        detail: () => t('A random control group: shows what the change did.'),
      },
    }),
    baseline: half(() => t('Before the change, or without it: a value, or how many of those counted.')),
    after: half(() => t('After the change, or with it: a value, or how many of those counted.')),
    samePeople: f.flag(() => t('True if the same people were counted twice: then there is no interval.')),
    measured: f.map(() => t('What the predicted numbers turned out to be.'), {
      reach: f.number(() => t('How many it reached per period.'), { min: 0 }),
      impact: f.number(() => t('Its impact, on the scale of RICE.'), { min: 0 }),
      effort: f.number(() => t('The total time of everybody who worked on it.'), { min: 0 }),
    }),
    adoption: f.map(() => t('How many people reached each step, the widest first.'), {
      eligible: counted(() => t('How many could use it.')),
      exposed: counted(() => t('How many saw it.')),
      activated: counted(() => t('How many began with it.')),
      used: counted(() => t('How many used it.')),
      usedAgain: counted(() => t('How many used it again.')),
      satisfied: counted(() => t('How many of those are satisfied.')),
    }),
    source: f.map(() => t('The file the numbers were counted in.'), {
      file: f.text(() => t('Its name.')),
      sha256: f.text(() => t('The SHA-256 of its bytes, to recognize the same file.')),
    }),
    verdict: f.oneOf(() => t('What it says about the outcome.'), verdicts, {
      confirmed: { label: () => t('Confirmed'), detail: () => t('It reached the target.') },
      partial: { label: () => t('Partly confirmed'), detail: () => t('Better, but short of the target.') },
      'no-change': { label: () => t('No change'), detail: () => t('As it was before.') },
      worse: { label: () => t('Worse'), detail: () => t('Worse than it was before.') },
      inconclusive: { label: () => t('Inconclusive'), detail: () => t('Nobody can tell yet.') },
    }),
    next: f.text(() => t('What you do next because of it.')),
  },
  named: ({ values: { verdict } }) => t('Result: {0}', verdictName(verdict)),
  describe: ({ verdict, after }) => dotted(verdictName(verdict), after?.to && dayWords(after.to)),
  look(record, _name, around) {
    const { verdict, after } = record.values;
    const said = record.withheld
      ? undefined
      : insteadText(comparisonIn(record, about(around, record.values.initiative)));
    return {
      description: dotted(said, after?.to && dayWords(after.to)),
      icon: icons[verdict],
      tone: verdict === 'worse' ? 'warning' : undefined,
      state: verdict,
    };
  },
  lines(record, around) {
    const initiative = about(around, record.values.initiative);
    const comparison = comparisonIn(record, initiative);
    const { verdict, next } = record.values;
    const { metric } = initiative?.values.outcome ?? {};
    return [
      dotted(verdictName(verdict), methodName(record.values.method), changeText(comparison)),
      resultSentence(comparison, metric && oneLine(metric)),
      gist(record.body),
      next ? t('Next: {0}', next) : '',
    ];
  },
  // Where scope moved a date, nobody is to blame for it.
  lint: (record, around) => [
    ...resultAdvice(record),
    ...blameAdvice(record, lateWords(around, record.values.initiative ?? '')),
  ],
  starts: ['initiative', 'method', 'baseline', 'after', 'verdict', 'next'],
  snippetBody: '${0:What happened, in one paragraph.}',
});
