/** An objection: somebody thinks an initiative should not go on as it is planned, and is owed an answer. */
import { t } from '../base/l10n.ts';
import { saidBy } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { ownersOf } from '../records/wait.ts';
import { objectionName, objectionStateName } from '../scoring/words.ts';
import { dotted } from '../text/joined.ts';

export const objection = kind({
  name: 'objection',
  icon: 'stop',
  ownCommand: true,
  place: 'scores',
  label: () => t('Objection'),
  labels: () => t('Objections'),
  help: () => t('Somebody thinks an initiative should not go on as planned, and waits for an answer.'),
  bodyHelp: () => t('The objection, in your own words.'),
  fields: {
    initiative: f.required(f.reference(() => t('The initiative it is about.'), 'initiative')),
    kind: f.required(
      f.oneOf(() => t('The kind of objection.'), ['too-complex', 'debt-first', 'no-need', 'other'], {
        'too-complex': {
          label: () => t('Too complex for the timeline'),
          detail: () => t('Next: the smallest version that still reaches the outcome.'),
        },
        'debt-first': {
          label: () => t('Fix technical debt first'),
          detail: () => t('Next: score that debt, so that both are in one ranking.'),
        },
        'no-need': {
          label: () => t('Customers don’t need this'),
          detail: () => t('Next: the evidence for and against, or a plan to validate it.'),
        },
        other: { label: () => t('Other objection'), detail: () => t('Stays open until somebody answers it.') },
      }),
    ),
    state: f.oneOf(
      () => t('The state of the objection.'),
      ['open', 'scoped-down', 'debt-scored', 'evidence-shown', 'validating', 'upheld', 'withdrawn'],
      {
        'scoped-down': { label: () => t('It was scoped down') },
        'debt-scored': { label: () => t('The debt was scored') },
        'evidence-shown': { label: () => t('The evidence shows the need') },
        upheld: {
          label: () => t('The objection is right'),
          detail: () => t('The initiative does not go on as planned.'),
        },
        withdrawn: { label: () => t('Withdrawn by its author') },
      },
    ),
    outcome: f.references(() => t('The records that answer it.')),
  },
  isOpen: ({ values: { state } }) => state === 'open' || state === 'validating',
  waitsFor: ({ values }, around) =>
    values.state === 'open'
      ? [{ of: ownersOf(around, values), verb: 'answerObjection', words: t('Answer the objection'), for: values.by }]
      : [],
  describe: ({ kind: about, state }) => dotted(about, state),
  look(record, _name, around) {
    const { kind: about, state } = record.values;
    return {
      description: dotted(objectionName(about), objectionStateName(state)),
      tone: state === 'open' ? 'warning' : 'quiet',
      state,
      more: saidBy(around, record),
    };
  },
  starts: ['initiative', 'kind'],
  snippetBody: '${0:Your objection, in your own words.}',
  earlierBody: ['What you object, in your words.'],
});
