/** One person's sum of the shares of a health check that were sealed to them. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

export const healthSum = kind({
  name: 'healthSum',
  folder: 'health-sums',
  prefix: 'hs',
  icon: 'symbol-operator',
  personal: 'part',
  ownCommand: true,
  sealed: true,
  label: () => t('Health Check Part'),
  labels: () => t('Health Check Parts'),
  help: () =>
    t('One person’s part of the result of a remote health check. Enough parts give the totals, such as four of five.'),
  bodyHelp: () => t('The sum of the shares this person received.'),
  fields: {
    round: f.required(f.reference(() => t('The health check.'), 'healthRound')),
    by: f.required(f.member(() => t('Whose part it is.'))),
    list: f.required(f.hex(() => t('The hash of the list of answers that were added up.'), 64)),
  },
  named: ({ values: { by } }) => t('Part of {0}', by ?? '?'),
  starts: ['round', 'by', 'list'],
});
