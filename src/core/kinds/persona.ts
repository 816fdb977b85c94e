/** A persona: a kind of person the product serves, with how much of the portrait was observed. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { dotted } from '../text/joined.ts';

export const persona = kind({
  name: 'persona',
  icon: 'person',
  readable: true,
  label: () => t('Persona'),
  labels: () => t('Personas'),
  help: () => t('A kind of person the product serves.'),
  bodyHelp: () => t('A description of this person.'),
  fields: {
    name: f.text(() => t('The name of the persona.')),
    role: f.text(() => t('What this person does.')),
    segment: f.text(() => t('The customer segment.')),
    goals: f.texts(() => t('What this person wants.')),
    frustrations: f.texts(() => t('What gets in the way.')),
    tools: f.texts(() => t('What this person works with.')),
    jobs: f.texts(() => t('What this person uses the product for.')),
    basis: f.oneOf(() => t('Whether it comes from people you met, or is a guess.'), ['assumed', 'observed']),
    validated: f.day(() => t('The day it was last checked with real people.')),
  },
  describe: ({ role, basis }) => dotted(role, basis),
  starts: ['name', 'role', 'basis'],
  snippetBody: '${0:Who this is, on an ordinary day.}',
});
