/** How a feature is adopted, out of counts: the funnel, stickiness, TARS, and the median of days until people adopt. */
import * as z from 'zod/mini';
import { adoptionMarkdown, adoptionOf } from '../core/adoption/adoptionMarkdown.ts';
import { troubles } from '../core/adoption/events.ts';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { question } from './question.ts';

const count = z.int().check(z.gte(0));
const amount = z.number().check(z.gte(0));
const some = (help: () => string) =>
  z.optional(field(count, help, { expected: () => t('a whole number such as 120') }));

/** What nobody is asked for who types numbers: a file tells it, or what was typed stands in for it. */
const unasked = (help: () => string) => z.optional(field(count, help, { unasked: true }));

const unread = z.object({
  trouble: field(z.enum(troubles), () => t('What is wrong with them.')),
  count: field(count, () => t('How many there are.')),
  rows: field(z.string(), () => t('Their numbers, such as 3, 8 to 12.')),
});

const file = z.object({
  name: field(z.string(), () => t('The name of the file.')),
  sha256: field(z.string(), () => t('The SHA-256 of its bytes, to recognize the same file.')),
  events: field(count, () => t('How many events were read.')),
  people: field(count, () => t('How many people there are among them.')),
  unread: field(z.array(unread), () => t('The rows that could not be read.')),
});

/** `Feature Adoption` */
export const adoption = question({
  name: 'adoption',
  title: () => t('Feature Adoption'),
  help: () => t('How a feature is adopted, from counts you give. Leave out what you do not know.'),
  input: z.object({
    eligible: some(() => t('How many people could use it? (optional)')),
    exposed: some(() => t('How many saw it? (optional)')),
    activated: some(() => t('How many began with it? (optional)')),
    used: some(() => t('How many used it? (optional)')),
    usedAgain: some(() => t('How many used it again? (optional)')),
    satisfied: some(() => t('How many of those are satisfied? (optional)')),
    daily: z.optional(
      field(amount, () => t('How many use it on an average day? (optional)'), {
        expected: () => t('a number such as 12 or 3.5'),
      }),
    ),
    monthly: some(() => t('How many use it in a month? (optional)')),
    days: unasked(() => t('Over how many days those were counted, if not a month.')),
    population: some(() => t('How many people do you have in all, including those it is not for? (optional)')),
    target: unasked(() => t('How many of them it is for. By default, those who could use it.')),
    adopted: unasked(() => t('How many of those took it up. By default, those who used it.')),
    retained: unasked(() => t('How many of those kept using it. By default, those who used it again.')),
    people: z.optional(
      field(
        z.array(
          z.object({
            days: field(amount, () => t('How many days this person has had it, until they adopted it or until now.')),
            adopted: field(z.boolean(), () => t('Whether they adopted it.')),
            people: z.optional(field(count, () => t('How many such people there are. By default, one.'))),
          }),
        ),
        () => t('Each person: those who have not adopted it count as still waiting.'),
        { unasked: true },
      ),
    ),
    file: z.optional(field(file, () => t('The file the numbers were counted in.'), { unasked: true })),
  }),
  answer: async (_asked, numbers) => ({ ...adoptionOf(numbers), markdown: adoptionMarkdown(numbers) }),
});
