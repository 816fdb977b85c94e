/** A health check of the team: what all answers add up to, never who gave which, and what the team will change. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { itemSentence, LEVELS } from '../survey/items.ts';
import { eachItem, impossible, LEAST, sumOf, type Totals } from '../survey/totals.ts';
import { dotted } from '../text/joined.ts';

interface HealthValues {
  readonly participants?: number;
  readonly answers?: Partial<Totals>;
}

const people = (count: number | undefined): string | undefined =>
  count === undefined ? undefined : plural(count, '{0} answer', '{0} answers');

/** Totals that tell of one person, or that no people can have given. */
function totalsAdvice({ source, values }: Pick<ContextRecord<HealthValues>, 'source' | 'values'>): Advice[] {
  const { participants, answers } = values;
  if (answers === undefined || participants === undefined) return [];
  const at = (...path: string[]) => source.locate(path, 'pair') ?? { start: 0, end: 3 };
  if (participants < LEAST) {
    const message = t('Fewer than {0} answers can identify people. Remove them from this file.', LEAST);
    return [{ code: 'too-few-answers', severity: 'warning', message, span: at('answers'), field: ['answers'] }];
  }
  return impossible(answers, participants).flatMap((item): Advice[] => {
    const counts = answers[item];
    // Of what is there and no counts, its field says so.
    if (!counts && source.locate(['answers', item], 'pair')) return [];
    const message = counts
      ? t('The counts of “{0}” add up to {1}, but {2} people answered.', item, sumOf(counts), participants)
      : t('The counts of “{0}” are missing.', item);
    const span = counts ? at('answers', item) : at('answers');
    return [{ code: 'impossible-totals', severity: 'warning', message, span, field: ['answers', item] }];
  });
}

export const health = kind({
  name: 'health',
  folder: 'health',
  icon: 'pulse',
  ownCommand: true,
  label: () => t('Health Check'),
  labels: () => t('Health Checks'),
  help: () => t('The totals of a team’s answers, never who gave which.'),
  bodyHelp: () => t('What you discussed, and what you will change.'),
  fields: {
    round: f.reference(() => t('The remote check these totals come from.'), 'healthRound'),
    opened: f.day(() => t('The day the check was started.')),
    closed: f.dayOfWriting(() => t('The day the check was closed.')),
    participants: f.number(() => t('How many people answered.'), { min: 1, integer: true }),
    answers: f.map(
      () => t('How many people gave each level, from 1 to 5.'),
      eachItem((item) => f.counts(() => itemSentence(item), LEVELS)),
    ),
    unreadable: f.number(() => t('How many comments could not be told apart.'), { min: 0, integer: true }),
    comments: f.texts(() => t('What people wrote, in alphabetical order.')),
  },
  named: ({ values: { closed } }) => closed && t('Health check of {0}', dayWords(closed)),
  // Counts are shown on the page alone, which knows how many answers are too few.
  describe: ({ participants }) => people(participants) ?? '',
  look: ({ values: { participants, closed } }) => ({
    description: dotted(people(participants), closed && dayWords(closed)),
  }),
  lint: totalsAdvice,
  starts: ['opened', 'closed', 'participants'],
});
