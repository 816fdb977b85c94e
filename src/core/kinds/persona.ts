/** A persona: a kind of person the product serves, with how much of the portrait was observed. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { addDays } from '../base/time.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { dotted } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';

/** What of a portrait may be observed or assumed, in the order it is asked for; `portrait` is the text. */
export const portrayed = ['role', 'segment', 'goals', 'frustrations', 'jobs', 'tools', 'portrait'] as const;

export type Portrayed = (typeof portrayed)[number];

const carrying = () => f.references(() => t('The evidence behind this field.'), 'evidence');

/** Days after which a portrait has to be checked again: people and their work change. */
const YEAR = 365;

/** When a portrait was last looked at by somebody who knew. */
interface Checked {
  readonly validated?: string;
  readonly created?: string;
}

/** The first day on which nobody has checked it for more than a year; undefined where nothing tells when it was. */
function staleFrom({ validated, created }: Checked): string | undefined {
  const last = validated ?? created?.slice(0, 10);
  return last === undefined ? undefined : addDays(last, YEAR + 1);
}

/** `observed, checked 17 Nov`, and whether nobody has checked it for a year on that day. */
export function basisWords(values: Checked & { readonly basis: 'assumed' | 'observed' }, day: string): string {
  const { basis, validated } = values;
  const seen = validated === undefined ? t('observed') : t('observed, checked {0}', dayWords(validated, day));
  const words = basis === 'observed' ? seen : t('assumed');
  return isStale(values, day) ? t('{0}: not checked for over a year', words) : words;
}

/** Whether nobody has checked it for more than a year. */
export function isStale(values: Checked, day: string): boolean {
  const from = staleFrom(values);
  return from !== undefined && from <= day;
}

/** Advice to check it again, which counts from the day on which it is due. */
function staleAdvice({ source, values }: Pick<ContextRecord<Checked>, 'source' | 'values'>): Advice[] {
  const from = staleFrom(values);
  if (from === undefined) return [];
  const span = source.locate(['validated'], 'pair') ?? { start: 0, end: 3 };
  const message = t('Nobody has checked this persona with real people for over a year. Talk to some of them again.');
  return [{ code: 'stale-persona', severity: 'info', message, span, from, dismissible: true, field: ['validated'] }];
}

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
    observed: f.map(() => t('The evidence behind each field. A field that is not listed here is assumed.'), {
      role: carrying(),
      segment: carrying(),
      goals: carrying(),
      frustrations: carrying(),
      tools: carrying(),
      jobs: carrying(),
      portrait: f.references(() => t('The evidence behind the text.'), 'evidence'),
    }),
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
  lint: staleAdvice,
  starts: ['name', 'role', 'basis'],
  snippetBody: '${0:Who this is, on an ordinary day.}',
});
