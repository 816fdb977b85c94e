/** One person's answers to a health check, in shares that are sealed to one participant each. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

export const healthEnvelope = kind({
  name: 'healthEnvelope',
  folder: 'health-envelopes',
  prefix: 'hv',
  icon: 'mail',
  personal: 'envelope',
  ownCommand: true,
  sealed: true,
  label: () => t('Health Check Envelope'),
  labels: () => t('Health Check Envelopes'),
  help: () =>
    t(
      'One person’s encrypted answers to a remote health check. Nobody can read them; only the sum of all answers can be computed.',
    ),
  bodyHelp: () => t('One encrypted share per participant, one per line.'),
  fields: {
    round: f.required(f.reference(() => t('The health check.'), 'healthRound')),
    by: f.required(f.member(() => t('Who sent it.'))),
  },
  named: ({ values: { by } }) => t('Envelope of {0}', by ?? '?'),
  starts: ['round', 'by'],
});
