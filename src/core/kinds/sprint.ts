/** A sprint, release or other stretch of time the team plans for. */
import { daySpan, dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { isDay } from '../base/time.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

/** `ended 26 Aug` or `starts 30 Nov`, on a day (of the team) that is not in the sprint; undefined while it runs. */
export function awayWords({ starts, ends }: Partial<Record<'starts' | 'ends', string>>, today: string) {
  if (ends && ends < today) return t('ended {0}', dayWords(ends, today));
  return starts && starts > today ? t('starts {0}', dayWords(starts, today)) : undefined;
}

export const sprint = kind({
  name: 'sprint',
  icon: 'calendar',
  readable: true,
  label: () => t('Sprint'),
  labels: () => t('Sprints'),
  help: () => t('A period the team plans for. The current one contains today, or else started last.'),
  bodyHelp: () => t('Notes.'),
  fields: {
    starts: f.required(f.dayOfWriting(() => t('The first day.'))),
    ends: f.required(f.day(() => t('The last day, inclusive.'))),
    goal: f.text(() => t('What the sprint is for, in customer terms.')),
  },
  // Notes are no name.
  named: ({ id }) => id,
  describe: ({ starts, ends }) => (starts && ends ? daySpan(starts, ends) : ''),
  lint(record) {
    const { starts, ends } = record.values;
    const span = record.source.locate(['ends'], 'value');
    if (!starts || !ends || !span || !isDay(starts) || starts <= ends) return [];
    return [
      {
        code: 'ends-before-start',
        severity: 'error',
        message: t('The sprint ends before it starts ({0}).', starts),
        span,
        field: ['ends'],
      },
    ];
  },
  starts: ['starts', 'ends', 'goal'],
});
