/** A decision: somebody put an initiative into a sprint, and what was missing when they did. */
import { plural, t } from '../base/l10n.ts';
import { planField } from '../plans/committed.ts';
import { saidBy } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

export const decision = kind({
  name: 'decision',
  icon: 'milestone',
  ownCommand: true,
  place: 'scores',
  label: () => t('Decision'),
  labels: () => t('Decisions'),
  help: () => t('Who committed an initiative to a sprint, and what was missing at that time.'),
  bodyHelp: () => t('Why, if something was missing.'),
  fields: {
    initiative: f.required(f.reference(() => t('The initiative that was committed.'), 'initiative')),
    sprint: f.required(f.reference(() => t('The sprint it was committed to.'), 'sprint')),
    missing: f.texts(() => t('What was missing and accepted, such as estimates or critical-risk.')),
    outcome: f.map(() => t('The outcome that was promised. If it changes later, the result says so.'), {
      unit: f.text(() => t('The unit, such as % or minutes.')),
      baseline: f.amount(() => t('The value at that time.')),
      target: f.amount(() => t('The value to reach.')),
      by: f.day(() => t('The day to reach it by.')),
    }),
    plan: planField(() => t('The plan that was committed. Later changes are compared with it.')),
  },
  describe: ({ sprint }) => sprint ?? '',
  named: ({ values: { sprint } }) => t('Committed to {0}', sprint ?? '?'),
  look(record, name, around) {
    const { sprint, missing: { length: missing } = [] } = record.values;
    const isTitled = record.title !== record.id || sprint === undefined;
    return {
      label: isTitled ? name : t('Committed to {0}', around.findOf('sprint', sprint)?.title ?? sprint),
      description: missing > 0 ? plural(missing, '{0} thing was missing', '{0} things were missing') : '',
      more: saidBy(around, record),
    };
  },
  starts: ['initiative', 'sprint'],
});
