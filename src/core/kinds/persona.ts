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
  bodyHelp: () => t('The portrait.'),
  fields: {
    name: f.text(() => t('A name to speak of.')),
    role: f.text(() => t('What this person does.')),
    segment: f.text(() => t('Which part of the customers.')),
    goals: f.texts(() => t('What this person wants.')),
    frustrations: f.texts(() => t('What is in the way.')),
    tools: f.texts(() => t('What this person works with.')),
    jobs: f.texts(() => t('What this person hires the product for.')),
    basis: f.oneOf(() => t('Whether people were met, or it is a guess.'), ['assumed', 'observed']),
    validated: f.day(() => t('The day it was last checked against people.')),
  },
  describe: ({ role, basis }) => dotted(role, basis),
  starts: ['name', 'role', 'basis'],
  snippetBody: '${0:Who this is, on an ordinary day.}',
});
