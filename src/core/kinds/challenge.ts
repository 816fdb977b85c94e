/** A challenge: somebody doubts one number of an initiative, and says why. */
import { numberAdvice } from '../advice/offScale.ts';
import { t } from '../base/l10n.ts';
import { saidBy } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { ownersOf } from '../records/wait.ts';
import { bounds, type Factor, factorName, factors } from '../scoring/factors.ts';
import { challengeStateName } from '../scoring/words.ts';
import { dotted } from '../text/joined.ts';

/** `Effort 4 → 6`; undefined where it names no factor. */
export const changeIn = ({ factor, from, to }: Change): string | undefined =>
  factor && `${factorName(factor)} ${from ?? '?'} → ${to ?? '?'}`;

type Change = { readonly factor?: Factor } & Readonly<Partial<Record<'from' | 'to', number>>>;

export const challenge = kind({
  name: 'challenge',
  icon: 'comment-unresolved',
  ownCommand: true,
  place: 'scores',
  label: () => t('Challenge'),
  labels: () => t('Challenges'),
  help: () => t('Somebody doubts one number of an initiative, and says why.'),
  bodyHelp: () => t('The reason.'),
  fields: {
    initiative: f.required(f.reference(() => t('The initiative with the challenged number.'), 'initiative')),
    factor: f.required(f.oneOf(() => t('The challenged number.'), factors)),
    from: f.number(() => t('The number when it was challenged.'), { min: 0 }),
    to: f.number(() => t('What the number should be.'), { min: 0 }),
    evidence: f.references(() => t('The evidence that supports the challenge.'), 'evidence'),
    state: f.oneOf(() => t('The state of the challenge.'), ['open', 'accepted', 'rejected', 'withdrawn']),
    resolvedBy: f.member(() => t('Who decided.')),
    resolved: f.time(() => t('When it was decided.')),
    score: f.map(() => t('The score of the initiative before and after, if the challenge was accepted.'), {
      from: f.number(() => t('The score before.'), { min: 0 }),
      to: f.number(() => t('The score after.'), { min: 0 }),
    }),
  },
  lint(record) {
    const { factor, to } = record.values;
    if (factor === undefined || to === undefined) return [];
    const { min, max } = bounds[factor];
    if (to >= min && to <= max) return numberAdvice(record, factor, to, ['to']);
    const message = t('{0} must be a number from {1} to {2}.', factorName(factor), min, max);
    const span = record.source.locate(['to'], 'value') ?? { start: 0, end: 3 };
    return [{ code: 'bad-value', severity: 'warning', message, span, field: ['to'] }];
  },
  isOpen: ({ values: { state } }) => state === 'open',
  waitsFor: ({ values }, around) =>
    values.state === 'open'
      ? [{ of: ownersOf(around, values), verb: 'answer', words: t('Answer the challenge'), for: values.by }]
      : [],
  describe: ({ factor, from, to, state }) => dotted(`${factor} ${from ?? '?'} → ${to ?? '?'}`, state),
  look(record, _name, around) {
    const { state } = record.values;
    const isOpen = state === 'open';
    return {
      description: dotted(changeIn(record.values), challengeStateName(state)),
      icon: isOpen ? 'comment-unresolved' : 'comment',
      tone: isOpen ? 'warning' : 'quiet',
      state,
      more: saidBy(around, record),
    };
  },
  starts: ['initiative', 'factor', 'from', 'to', 'evidence'],
  snippetBody: '${0:Why the number is wrong.}',
});
