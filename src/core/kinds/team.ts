/** The team: because.yml, the one file that is not a record of its own kind. */
import { prefixAdvice } from '../advice/issueKeys.ts';
import { t } from '../base/l10n.ts';
import { type Weekday, weekdays } from '../base/time.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { LEAST } from '../survey/totals.ts';

/** In the order people name them. */
const WEEKDAYS = [...weekdays.slice(1), weekdays[0]];

const hours = {
  from: f.clock(() => t('When work starts, such as "09:00".')),
  to: f.clock(() => t('When work ends, such as "18:00"; if it is earlier than the start, it is on the next day.')),
};

const byDay = Object.fromEntries(WEEKDAYS.map((day) => [day, f.map(() => t('The hours of this day.'), hours)]));

/** The name of the team's file below the context folder. */
export const TEAM_FILE = 'because.yml';

/** Whether a path is hidden, itself or by a folder above it: such files are tools' own, and no records. */
export const isHidden = (path: string): boolean => path.startsWith('.') || path.includes('/.');

/** Whether a path below the context folder is a record's or the team's; anything else in there is left alone. */
export function isRecordPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path === TEAM_FILE || (name.endsWith('.md') && !isHidden(path) && name !== 'README.md');
}

export const team = kind({
  name: 'team',
  folder: '',
  prefix: 'team',
  icon: 'organization',
  label: () => t('Team'),
  labels: () => t('Teams'),
  help: () => t('Who works here, the prefixes of issue keys, working hours and scales.'),
  bodyHelp: () => '',
  fields: {
    version: f.number(() => t('The version of this file: 1.'), { min: 1, integer: true }),
    team: f.map(() => t('The team and its members.'), {
      name: f.text(() => t("The team's name.")),
      members: f.maps(() => t('The people, each with an id that records use.'), {
        id: f.required(f.text(() => t('The id records use for this person.'))),
        name: f.text(() => t('The full name.')),
        role: f.oneOf(() => t('What this person does.'), ['engineer', 'lead', 'pm', 'designer', 'researcher', 'other']),
        emails: f.texts(() => t('The email addresses the person uses in git.')),
        noCredits: f.flag(() => t('True for somebody who does not want to be thanked in records.')),
        handles: f.anything(() => t('Names on other services, such as {github: ada-l}.')),
      }),
    }),
    keys: f.texts(() => t('Prefixes of issue keys, such as PAY; "#" for #123, "AB#" for AB#123.')),
    hours: f.map(() => t('Working hours.'), {
      zone: f.zone(() => t('The time zone, such as Europe/Paris.')),
      days: { ...f.texts(() => t('Working days: {0}.', WEEKDAYS.join(', '))), values: WEEKDAYS },
      ...hours,
      holidays: f.days(() => t('Days off, such as 2026-12-25.')),
      byDay: f.map(
        () => t('Days with other hours, such as {fri: {to: "14:00"}}.'),
        byDay as { readonly [Day in Weekday]: (typeof byDay)[string] },
      ),
    }),
    answerWithin: f.duration(() => t('How soon questions should be answered, in working hours.')),
    scoring: f.map(() => t('The scales of scores.'), {
      period: f.text(() => t('The period that reach is counted for, such as quarter.')),
      reachUnit: f.text(() => t('What reach counts, such as customers.')),
      effortUnit: f.text(() => t('What effort counts, such as person-weeks.')),
      customersPerPersonWeek: f.number(
        () => t('How many customers a saved person-week is worth, as the team agreed.'),
        { min: 0, max: 1e6 },
      ),
    }),
    health: f.map(() => t('Health checks of the team.'), {
      least: f.number(() => t('The number of answers below which none are shown or stored: {0} without it.', LEAST), {
        min: LEAST,
        integer: true,
      }),
    }),
  },
  lint: prefixAdvice,
  starts: [],
  snippetBody: '',
});
