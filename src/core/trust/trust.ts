/** Trust over the last sprints, for the team as a whole: what was promised, moved, answered, heard and thanked for. Never one person's. */
import { t } from '../base/l10n.ts';
import { lengthWords } from '../base/lengthWords.ts';
import { type Period, periodOf, quiet } from '../digest/period.ts';
import { askedIn, creditsIn, metIn, promisedIn, scopeChangesIn } from '../digest/sums.ts';
import { nameOf } from '../face/names.ts';
import { amountWords } from '../kinds/scopeChange.ts';
import type { Library } from '../library/library.ts';
import { sprints, today } from '../library/query.ts';
import { followThrough } from '../promises/followThrough.ts';
import { joined } from '../text/joined.ts';

/** Sprints that are told, the newest first: further back, it was another team. */
const MOST = 6;

/** What stands where nothing is known. */
const NOTHING = '–';

/** `3 of 4`; nothing where there was none: a share of few says more than anybody knows. */
const counted = (some: number, all: number): string => (all === 0 ? NOTHING : t('{0} of {1}', some, all));

interface Row {
  readonly label: () => string;
  readonly cell: (library: Library, period: Period) => string;
}

const rows: readonly Row[] = [
  {
    label: () => t('Promises kept on time'),
    cell: (library, period) => {
      const { kept, due } = promisedIn(library, period);
      return counted(kept, due);
    },
  },
  {
    label: () => t('Promises renegotiated in time'),
    cell: (library, period) => {
      const { renegotiated, due } = promisedIn(library, period);
      return renegotiated + due === 0 ? NOTHING : String(renegotiated);
    },
  },
  {
    label: () => t('Scope changes'),
    cell: (library, period) => {
      const changes = scopeChangesIn(library, period);
      if (changes.length === 0) return NOTHING;
      const amounts = changes.flatMap(({ values }) => amountWords(values) ?? []);
      const count = String(changes.length);
      return amounts.length === 0 ? count : t('{0} ({1})', count, joined(...amounts.map((each) => quiet(each))));
    },
  },
  {
    label: () => t('Questions answered in time'),
    cell: (library, period) => {
      const { within, of } = askedIn(library, period);
      return counted(within, of);
    },
  },
  {
    label: () => t('Median time to answer, in working hours'),
    cell: (library, period) => {
      const { median } = askedIn(library, period);
      return median === undefined ? NOTHING : lengthWords(median);
    },
  },
  {
    label: () => t('Customer sessions with an engineer'),
    cell: (library, period) => {
      const { withEngineer, sessions } = metIn(library, period);
      return counted(withEngineer, sessions);
    },
  },
  {
    label: () => t('Thanks'),
    cell: (library, period) => String(creditsIn(library, period).length || NOTHING),
  },
];

/** The table, as Markdown in which nothing foreign comes alive; as of a moment. */
export function trustOf(library: Library, now: Date): string {
  const day = today(library, now);
  const started = sprints(library).filter(({ values: { starts } }) => starts !== undefined && starts <= day);
  const periods = started
    .slice(-MOST)
    .toReversed()
    .map((sprint) => periodOf(library, sprint, now));
  const heading = `# ${t('Trust')}`;
  if (periods.length === 0) return [heading, `${t('No sprint has started yet.')}\n`].join('\n\n');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    line(['', ...periods.map(({ sprint }) => quiet(nameOf(sprint), 40))]),
    line(['---', ...periods.map(() => '---')]),
    ...rows.map(({ label, cell }) => line([label(), ...periods.map((period) => cell(library, period))])),
  ];
  const parts = [
    heading,
    t('For the team as a whole. Nothing is counted by person.'),
    table.join('\n'),
    t('{0} means no data yet.', NOTHING),
    ...byRole(library, now, periods),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** How promises were kept by role over these sprints, where that tells of nobody alone. */
function byRole(library: Library, now: Date, periods: readonly Period[]): readonly string[] {
  const days = periods.map(({ sprint }) => sprint.values);
  const from = days.at(-1)?.starts;
  const to = days[0]?.ends;
  const { roles } = followThrough(library, now, { from, to });
  if (roles.length === 0) return [];
  return [`## ${t('Promises by role')}`, roles.map(({ role, words }) => `- ${quiet(role)}: ${words}.`).join('\n')];
}
