/** A snapshot: the ranking as it stood on one day, to be compared with a later one. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { saidBy } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { dotted } from '../text/joined.ts';

export const snapshot = kind({
  name: 'snapshot',
  icon: 'device-camera',
  ownCommand: true,
  label: () => t('Snapshot'),
  labels: () => t('Snapshots'),
  help: () => t('The ranking on one day, to compare with a later one.'),
  bodyHelp: () => t('Why it was taken.'),
  fields: {
    quarter: f.text(() => t('The quarter it was taken for, such as 2026-Q4.')),
    sprint: f.reference(() => t('The sprint it was taken for.'), 'sprint'),
    taken: f.dayOfWriting(() => t('The day it was taken.')),
    scores: f.maps(() => t('The score of every initiative.'), {
      initiative: f.required(f.reference(() => t('The initiative.'), 'initiative')),
      rank: f.number(() => t('Its rank, if it was ranked.'), { min: 1, integer: true }),
      score: f.number(() => t('Its score, if it had one.'), { min: 0 }),
      reach: f.number(() => t('Its reach.'), { min: 0 }),
      impact: f.number(() => t('Its impact.'), { min: 0 }),
      confidence: f.number(() => t('Its confidence, in percent.'), { min: 0 }),
      effort: f.number(() => t('Its effort.'), { min: 0 }),
    }),
  },
  describe: ({ taken, quarter }) => dotted(quarter, taken && dayWords(taken)),
  look: (record, _name, around) => {
    const { quarter, sprint, taken } = record.values;
    return { description: dotted(quarter, sprint, taken && dayWords(taken)), more: saidBy(around, record) };
  },
  starts: ['quarter', 'taken'],
});
