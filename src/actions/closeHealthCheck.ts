/** Writing down a health check: the totals of all answers, and nothing that tells who gave which. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { ascending } from '../core/base/ids.ts';
import { day, field, words } from '../core/base/input.ts';
import { plural, t } from '../core/base/l10n.ts';
import { leastOf } from '../core/health/told.ts';
import { health as kind } from '../core/kinds/health.ts';
import { today } from '../core/library/query.ts';
import { itemSentence, LEVELS } from '../core/survey/items.ts';
import { eachItem, impossible } from '../core/survey/totals.ts';
import { action, written } from './action.ts';

const { fields } = kind;

const counts = z.array(z.int().check(z.gte(0))).check(z.length(LEVELS));

export const closeHealthCheck = action({
  name: 'closeHealthCheck',
  title: () => t('Close Health Check'),
  input: z.object({
    participants: field(z.int().check(z.gte(1)), fields.participants.help),
    answers: field(
      z.object(eachItem((item) => field(counts, () => itemSentence(item), { unasked: true }))),
      fields.answers.help,
    ),
    comments: z.optional(field(z.array(words), fields.comments.help)),
    opened: z.optional(field(day, fields.opened.help, { unasked: true })),
  }),
  async run(because, { participants, answers, comments = [], opened }) {
    await because.ready();
    const { library } = because;
    const least = leastOf(library);
    if (participants < least) {
      throw new BecauseError(
        'bad-input',
        plural(participants, 'Only {0} person answered.', 'Only {0} people answered.'),
        { next: t('Nothing is shown or stored before {0} people answered.', least) },
      );
    }
    const [wrong] = impossible(answers, participants);
    if (wrong !== undefined) {
      throw new BecauseError(
        'bad-input',
        t('The counts of “{0}” are not those of {1} people.', itemSentence(wrong), participants),
      );
    }
    const closed = today(library, because.now());
    // In the order of the alphabet, which tells nothing of the order in which people wrote.
    const sorted = comments.toSorted(ascending);
    const given = { opened: opened ?? closed, closed, participants, answers };
    return written(because, [
      { create: 'health', fields: { ...given, ...(sorted.length > 0 && { comments: sorted }) } },
    ]);
  },
});
