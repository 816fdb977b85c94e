/** A problem people have: who has it, how bad it is, and what is still open. */
import { problemAdvice } from '../advice/advice.ts';
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { dotted } from '../text/joined.ts';
import { gist, openQuestion } from '../text/markdownText.ts';

/** How big a problem is: how many have it, and what it costs. */
export function sizeWords(
  size: Partial<Record<'affected' | 'of' | 'cost', number> & Record<'unit' | 'currency' | 'per', string>> = {},
): string[] {
  const { affected, of, unit = '', cost, currency = '', per } = size;
  const number = (value: number) => value.toLocaleString('en-US');
  const amount = cost === undefined ? '' : `${number(cost)} ${currency}`.trim();
  return [
    ...(affected === undefined
      ? []
      : [`${of ? t('{0} of {1}', number(affected), number(of)) : number(affected)} ${unit}`.trim()]),
    ...(amount === '' ? [] : [per ? t('{0} per {1}', amount, per) : amount]),
  ];
}

/** The question a new problem begins with: it asks what every problem asks. */
const USUAL_QUESTION = /^how (?:should|could|can|might|do) we (?:solve|fix|address) (?:this|it|that)\?$/i;

/** The open question of a problem where it is one of its own. */
export function ownQuestion(body: string): string | undefined {
  const question = openQuestion(body);
  return question === undefined || USUAL_QUESTION.test(question) ? undefined : question;
}

export const problem = kind({
  name: 'problem',
  isFrequent: true,
  icon: 'account',
  place: 'why',
  readable: true,
  saidAtOnce: true,
  label: () => t('Problem'),
  labels: () => t('Problems'),
  help: () => t('A problem people have: who has it, how bad it is, and what is still open.'),
  bodyHelp: () => t('The first paragraph states the problem. A last paragraph that ends in ? is the open question.'),
  fields: {
    personas: f.asked(
      f.references(() => t('The personas that have it.'), 'persona'),
      () => t('Which persona has it?'),
    ),
    segment: f.text(() => t('The customer segment that has it.')),
    size: f.map(() => t('How big it is.'), {
      affected: f.number(() => t('How many have it.'), { min: 0 }),
      of: f.number(() => t('Out of how many.'), { min: 0 }),
      unit: f.text(() => t('What is counted, such as users.')),
      cost: f.number(() => t('What it costs.')),
      currency: f.text(() => t('The currency of the cost, such as USD.')),
      per: f.text(() => t('The period of the cost, such as year.')),
    }),
    status: f.oneOf(() => t('How well it is understood.'), ['open', 'validating', 'validated', 'solved', 'rejected']),
    validation: f.map(() => t('The plan to validate it.'), {
      method: f.text(() => t('The method, such as interviews.')),
      n: f.number(() => t('How many, such as 5 for five interviews.'), { min: 0 }),
      due: f.day(() => t('The day it should be done.')),
      owner: f.member(() => t('Who will do it.')),
    }),
  },
  waitsFor({ values: { status, validation } }) {
    if ((status !== 'open' && status !== 'validating') || !validation?.owner) return [];
    return [{ of: [validation.owner], words: t('Validate the problem'), due: validation.due }];
  },
  describe: ({ status }) => status,
  look: ({ values: { status } }) => ({ state: status }),
  lines: ({ values: { status, segment, size }, body }) => [
    dotted(status, segment),
    gist(body),
    openQuestion(body) ?? '',
    dotted(...sizeWords(size)),
  ],
  lint: problemAdvice,
  starts: ['personas', 'status'],
  snippetBody: '${4:Who has the problem, how bad it is, and how we know.}\n\n${0:How should we solve this?}',
  earlierBody: ['Who hurts, how badly, and how we know.'],
});
