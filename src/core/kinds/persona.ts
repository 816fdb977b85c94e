/** A persona: a kind of person the product serves, with how much of the portrait was observed. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { dotted } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';

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
  named: ({ values: { name } }) => name,
  describe: ({ role, basis }) => dotted(role, basis),
  look: ({ values: { role, basis, validated } }) => ({
    description: dotted(role, basis, validated && t('validated {0}', dayWords(validated))),
    tone: basis === 'assumed' ? 'quiet' : undefined,
    state: basis,
  }),
  lines: ({ values, body }) => [
    dotted(
      values.role,
      values.segment,
      values.basis,
      values.validated && t('validated {0}', dayWords(values.validated)),
    ),
    gist(body),
    values.goals ? t('Goals: {0}', values.goals.join('; ')) : '',
    values.frustrations ? t('Frustrations: {0}', values.frustrations.join('; ')) : '',
    values.jobs ? t('Jobs: {0}', values.jobs.join('; ')) : '',
    values.tools ? t('Tools: {0}', values.tools.join('; ')) : '',
  ],
  starts: ['name', 'role', 'basis'],
  snippetBody: '${0:Who this is, on an ordinary day.}',
});
