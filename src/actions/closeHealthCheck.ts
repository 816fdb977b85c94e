/** Writing down a health check: the totals of all answers, and nothing that tells who gave which. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { ascending } from '../core/base/ids.ts';
import { day, field, words } from '../core/base/input.ts';
import { plural, t } from '../core/base/l10n.ts';
import { leastOf } from '../core/health/told.ts';
import { health as kind } from '../core/kinds/health.ts';
import type { NewRecord } from '../core/library/change.ts';
import { today } from '../core/library/query.ts';
import { itemSentence, LEVELS } from '../core/survey/items.ts';
import { eachItem, impossible, type Totals } from '../core/survey/totals.ts';
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
  async run(because, input) {
    await because.ready();
    return written(because, [checkRecord(because, input)]);
  },
});

interface Sums {
  readonly participants: number;
  readonly answers: Totals;
  readonly comments?: readonly string[] | undefined;
  readonly opened?: string | undefined;
  /** Comments that could not be told apart. */
  readonly unreadable?: number;
  /** The check apart whose answers they are. */
  readonly round?: string;
}

/** The record of a check. Throws `bad-input` where too few people answered, or where the counts are not theirs. */
export function checkRecord(
  because: Because,
  { participants, answers, comments = [], unreadable = 0, opened, round }: Sums,
): NewRecord {
  const { library } = because;
  const least = leastOf(library);
  if (participants < least) throw tooFew(participants, least);
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
  const given = { round, opened: opened ?? closed, closed, participants, answers };
  const lost = unreadable > 0 && { unreadable };
  return { create: 'health', fields: { ...given, ...lost, ...(sorted.length > 0 && { comments: sorted }) } };
}

/** Why nothing is shown of so few answers. */
export const tooFew = (people: number, least: number): BecauseError =>
  new BecauseError('bad-input', plural(people, 'Only {0} person answered.', 'Only {0} people answered.'), {
    next: t('Nothing is shown or saved until {0} people have answered.', least),
  });
