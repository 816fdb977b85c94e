/** A sprint, release or other stretch of time the team plans for. */
import { t } from '../base/l10n.ts';
import { isDay } from '../base/time.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

export const sprint = kind({
  name: 'sprint',
  icon: 'calendar',
  readable: true,
  label: () => t('Sprint'),
  labels: () => t('Sprints'),
  help: () => t('A stretch of time the team plans for. The current one contains today, else started last.'),
  bodyHelp: () => t('Notes.'),
  fields: {
    starts: f.required(f.dayOfWriting(() => t('The first day.'))),
    ends: f.required(f.day(() => t('The last day, inclusive.'))),
    goal: f.text(() => t('What the sprint is for, in customer terms.')),
  },
  describe: ({ starts, ends }) => (starts && ends ? `${starts} – ${ends}` : ''),
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
