/** An estimate: what one person thinks of an initiative's reach, impact, confidence and effort, in one round. */
import { scaleAdvice } from '../advice/offScale.ts';
import { t } from '../base/l10n.ts';
import { type Lookup, repliesText } from '../records/face.ts';
import type { Field } from '../records/field.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { ENGINEERS, type Wait } from '../records/wait.ts';
import {
  expectedOf,
  type Factor,
  factorName,
  factors,
  type Guess,
  guessProblem,
  guessText,
} from '../scoring/factors.ts';
import { dotted } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';

interface Whose {
  readonly initiative?: string;
  readonly by?: string;
  readonly round: number;
}

/** One person has one estimate in a round. Of two, the later by path counts, and both say so. */
function secondOfOne(record: ContextRecord<Whose>, lookup: Pick<Lookup, 'children'>): Advice[] {
  const { initiative, by, round } = record.values;
  if (initiative === undefined || by === undefined || record.archived) return [];
  const others = lookup.children(initiative, 'estimate').filter((other) => {
    const values = other.values as Partial<Whose>;
    return other.path !== record.path && values.by === by && values.round === round;
  });
  const [first] = others;
  if (!first) return [];
  const isLast = others.every(({ path }) => path < record.path);
  return [
    {
      code: 'second-estimate',
      severity: 'warning',
      message: isLast
        ? t('{0} is also an estimate by {1} for round {2}. This one counts.', first.shownPath, by, round)
        : t('{0} is also an estimate by {1} for round {2}. This one does not count.', first.shownPath, by, round),
      span: record.source.locate(['by'], 'pair') ?? { start: 0, end: 3 },
      field: ['by'],
    },
  ];
}

interface Weighed {
  readonly id: string;
  readonly values: {
    readonly round?: { readonly number?: number; readonly opened?: string; readonly revealed?: string };
  };
}

/** While a round goes on that somebody began, or gave an estimate in, every engineer who gave none is asked for one. */
export function estimateWaits({ id, values: { round } }: Weighed, around: Pick<Lookup, 'children'>): readonly Wait[] {
  const all = around.children(id, 'estimate').map(({ values }) => values as Partial<Whose>);
  const current = Math.max(round?.number ?? 1, ...all.map((each) => each.round ?? 1));
  const given = all.flatMap((each) => ((each.round ?? 1) === current ? (each.by ?? []) : []));
  const isCurrent = (round?.number ?? 1) === current;
  if (isCurrent && round?.revealed !== undefined) return [];
  if (given.length === 0 && !(isCurrent && round?.opened !== undefined)) return [];
  return [{ of: [], roles: ENGINEERS, except: given, verb: 'estimate', words: t('Give your estimate') }];
}

export const estimate = kind({
  name: 'estimate',
  icon: 'dashboard',
  personal: true,
  ownCommand: true,
  place: 'scores',
  label: () => t('Estimate'),
  labels: () => t('Estimates'),
  help: () => t('One person’s estimate of an initiative’s reach, impact, confidence and effort.'),
  bodyHelp: () => t('The reasons, and what you would need to know for each "?".'),
  fields: {
    initiative: f.required(f.reference(() => t('The initiative this estimates.'), 'initiative')),
    by: f.required(f.member(() => t('Who made this estimate.'))),
    round: f.withFallback(
      f.number(() => t('The round of estimates it belongs to.'), { min: 1, integer: true }),
      1,
    ),
    reach: guess(() => t('How many people or events per period: a number, {low, likely, high}, or "?".'), 'reach'),
    impact: guess(() => t('3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal; or a range, or "?".'), 'impact'),
    confidence: guess(() => t('In percent: 100 high, 80 medium, 50 low; or "?".'), 'confidence'),
    effort: guess(
      () => t('The total time of everybody who works on it: a number, {low, likely, high}, or "?".'),
      'effort',
    ),
    reachUnit: f.text(() => t('What reach counts here, if it differs from because.yml.')),
    effortUnit: f.text(() => t('What effort counts here, if it differs from because.yml.')),
  },
  lint: (record, lookup) => [...secondOfOne(record, lookup), ...scaleAdvice(record, record.values)],
  describe: ({ by, round }) => dotted(by, round > 1 ? t('round {0}', round) : undefined),
  // Its reasons are kept from those who have not given theirs, so they are no name.
  named: ({ id, values: { by } }) => t('Estimate by {0}', by ?? id),
  // It shows no number: whoever may show them adds them.
  look: ({ id, values: { by, round } }, name, around) => ({
    label: by === undefined ? name : around.memberName(by),
    description: round > 1 ? t('round {0}', round) : '',
    more: [repliesText(around, id)],
  }),
  lines({ values, body }) {
    const numbers = factors.map((factor) => {
      const guess = values[factor];
      return guess === undefined ? undefined : `${factorName(factor)} ${guessText(guess)}`;
    });
    return [dotted(...numbers), gist(body)];
  },
  starts: ['initiative', 'by', 'reach', 'impact', 'confidence', 'effort'],
  snippetBody: '${0:Why these numbers.}',
});

/** A field that holds a guess of the factor. */
function guess(help: () => string, factor: Factor): Field<Guess, false> {
  return {
    type: 'any',
    read: (written) => (guessProblem(factor, written) === undefined ? guessIn(written as Guess) : undefined),
    help,
    expected: () => expectedOf(factor),
    required: false,
    many: false,
    always: false,
  };
}

/** Files hold maps without a prototype and with any other field; a guess is three numbers and nothing else. */
function guessIn(written: Guess): Guess {
  if (typeof written !== 'object') return written;
  const { low, likely, high } = written;
  return { low, likely, high };
}
