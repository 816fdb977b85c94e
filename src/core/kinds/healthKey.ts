/** The key with which others seal what only one person may open; their secret key never leaves their machine. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

export const healthKey = kind({
  name: 'healthKey',
  folder: 'health-keys',
  prefix: 'hk',
  icon: 'key',
  personal: 'key',
  ownCommand: true,
  label: () => t('Health Check Key'),
  labels: () => t('Health Check Keys'),
  help: () => t('The public key of one person, used in remote health checks.'),
  bodyHelp: () => '',
  fields: {
    by: f.required(f.member(() => t('Whose key it is.'))),
    key: f.required(f.hex(() => t('The public key: 64 digits and letters from a to f.'), 64)),
  },
  named: ({ values: { by } }) => t('Key of {0}', by ?? '?'),
  starts: ['by', 'key'],
});
