/** How a feature is adopted, out of counts: the funnel, stickiness, TARS, and the median of days until people adopt. */
import * as z from 'zod/mini';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { funnelOf, medianDays, shareOf, tarsOf } from '../core/measure/adoption.ts';
import { question } from './question.ts';

const count = z.int().check(z.gte(0));
const some = (help: () => string) => z.optional(field(count, help));

/** `Feature Adoption` */
export const adoption = question({
  name: 'adoption',
  title: () => t('Feature Adoption'),
  help: () => t('How a feature is adopted, out of counts you give. What you leave out is left out of the answer.'),
  input: z.object({
    eligible: some(() => t('How many could use it.')),
    exposed: some(() => t('How many saw it.')),
    activated: some(() => t('How many began with it.')),
    used: some(() => t('How many used it.')),
    usedAgain: some(() => t('How many used it again.')),
    daily: some(() => t('How many use it on a day.')),
    monthly: some(() => t('How many use it in a month.')),
    population: some(() => t('How many people there are in all.')),
    target: some(() => t('How many of them it is for.')),
    adopted: some(() => t('How many of those took it up.')),
    retained: some(() => t('How many of those kept to it.')),
    satisfied: some(() => t('How many of those are satisfied.')),
    people: z.optional(
      field(
        z.array(
          z.object({
            days: field(z.number().check(z.gte(0)), () =>
              t('How many days this person has had it, until they adopted it or until now.'),
            ),
            adopted: field(z.boolean(), () => t('Whether they adopted it.')),
          }),
        ),
        () => t('Each person: those who have not adopted it count as still waiting.'),
      ),
    ),
  }),
  answer: async (_asked, { daily, monthly, population, people = [], ...counts }) => ({
    funnel: funnelOf(counts),
    adoption: shareOf(counts.used, counts.eligible),
    stickiness: shareOf(daily, monthly),
    tars: tarsOf(counts, population),
    medianDays: medianDays(people),
  }),
});
