/** One person's answers to a health check, in shares that are sealed to one participant each. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

export const healthEnvelope = kind({
  name: 'healthEnvelope',
  folder: 'health-envelopes',
  prefix: 'hv',
  icon: 'mail',
  ownCommand: true,
  sealed: true,
  label: () => t('Health Check Envelope'),
  labels: () => t('Health Check Envelopes'),
  help: () => t('One person’s answers to a health check, which nobody can read: only the sum of all can be.'),
  bodyHelp: () => t('A sealed share for each participant, a line each.'),
  fields: {
    round: f.required(f.reference(() => t('The health check.'), 'healthRound')),
    by: f.required(f.member(() => t('Who sent it.'))),
  },
  named: ({ values: { by } }) => t('Envelope of {0}', by ?? '?'),
  starts: ['round', 'by'],
});
