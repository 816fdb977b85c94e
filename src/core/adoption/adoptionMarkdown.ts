/** How a feature is adopted, as a document to read, send or paste: each number with what is likely, and what was left out. */
import { plural, t } from '../base/l10n.ts';
import {
  type Adopter,
  type FunnelCounts,
  funnelOf,
  medianDays,
  quadrantOf,
  quadrants,
  shareOf,
  type TarsCounts,
  tarsOf,
} from '../measure/adoption.ts';
import { funnelName, numberText, quadrantName, quadrantText, shareText } from '../measure/words.ts';
import { dotted, spaced } from '../text/joined.ts';
import { quietLine } from '../text/quietLine.ts';
import { type Events, type Trouble, troubleName, troubles } from './events.ts';

/** Where the numbers were counted. */
export interface CountedFile {
  readonly name: string;
  readonly sha256: string;
  /** Events that were read, and how many people they are of. */
  readonly events: number;
  readonly people: number;
  /** The numbers of the rows that were left out, as they are told. */
  readonly unread: readonly { readonly trouble: Trouble; readonly count: number; readonly rows: string }[];
}

/** Everything that may be known of how a feature is adopted. */
export interface AdoptionNumbers extends FunnelCounts, TarsCounts {
  readonly daily?: number | undefined;
  readonly monthly?: number | undefined;
  /** Over how many days daily users were counted. */
  readonly days?: number | undefined;
  readonly population?: number | undefined;
  readonly people?: readonly Adopter[] | undefined;
  readonly file?: CountedFile | undefined;
}

/** The numbers of an adoption; the funnel stands in for what of TARS nobody counted apart. */
export function adoptionOf(numbers: AdoptionNumbers) {
  const { eligible, used, usedAgain, daily, monthly, population, people = [] } = numbers;
  const { target = eligible, adopted = used, retained = usedAgain, satisfied } = numbers;
  const tars = tarsOf({ target, adopted, retained, satisfied }, population);
  const counts = [population, target, adopted, retained, satisfied].filter((count) => count !== undefined);
  return {
    /** Whether more were found at a step of TARS than were counted before it. */
    grows: counts.some((count, at) => at > 0 && count > (counts[at - 1] ?? count)),
    funnel: funnelOf(numbers),
    adoption: shareOf(used, eligible),
    stickiness: shareOf(daily, monthly),
    tars,
    quadrant: quadrantOf(tars.retention, tars.satisfaction),
    medianDays: medianDays(people),
  };
}

type Adoption = ReturnType<typeof adoptionOf>;

/** `40.8% (34.8 to 47.1) of those who could use it did`, or that nobody knows yet. */
export function adoptionSentence({ adoption }: Pick<Adoption, 'adoption'>): string {
  if (!adoption) return t('No data yet: give how many could use it, and how many used it.');
  const { hits, of } = adoption;
  return t('Adoption: {0} of {1} used it, {2}.', numberText(hits), numberText(of), shareText(adoption));
}

/** The document, in which nothing foreign comes alive. */
export function adoptionMarkdown(numbers: AdoptionNumbers): string {
  const told = adoptionOf(numbers);
  return [
    `# ${t('Feature Adoption')}`,
    `**${adoptionSentence(told)}**`,
    t('Brackets hold the 95% interval. Small groups are shown as counts. {0} means no data yet.', NOTHING),
    `## ${t('Funnel')}`,
    ...funnelPart(told),
    `## ${t('Coming back')}`,
    stickinessText(told, numbers),
    daysText(told, numbers),
    `## ${t('Target, adoption, retention, satisfaction')}`,
    ...tarsPart(told),
    ...(numbers.file ? filePart(numbers.file) : []),
  ]
    .join('\n\n')
    .concat('\n');
}

/** What stands where there is no data yet, or no share. */
const NOTHING = '–';

const GROWN = () => t('A step with more people than the one before has no share.');

const line = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function funnelPart({ funnel }: Adoption): readonly string[] {
  if (funnel.length === 0) return [t('No data yet.')];
  const cell = (share: Adoption['adoption']) => (share ? shareText(share) : NOTHING);
  const rows = funnel.map(({ step, count, ofBefore, ofFirst }) =>
    line(funnelName(step), numberText(count), cell(ofBefore), cell(ofFirst)),
  );
  const grows = funnel.some(({ count }, at) => at > 0 && count > (funnel[at - 1]?.count ?? count));
  return [
    [
      line('', t('People'), t('Of the step before'), t('Of the first')),
      line('---', '---:', '---:', '---:'),
      ...rows,
    ].join('\n'),
    ...(grows ? [GROWN()] : []),
  ];
}

function stickinessText({ stickiness }: Adoption, { daily = 0, monthly = 0, days }: AdoptionNumbers): string {
  if (daily > monthly) return t('Stickiness: unknown. More people on a day than in a month is impossible.');
  if (!stickiness) return t('Stickiness: no data yet.');
  const { share, hits, of } = stickiness;
  const users = t('{0} of {1} people', numberText(hits), numberText(of));
  return days === undefined
    ? t('Stickiness: {0}% of a month’s users use it on a day ({1}).', numberText(share * 100), users)
    : t(
        'Stickiness: {0}% of the users of the last {1} days use it on an average day ({2}).',
        numberText(share * 100),
        days,
        users,
      );
}

function daysText({ medianDays: median }: Adoption, { people = [] }: AdoptionNumbers): string {
  const waiting = people.reduce((all, each) => all + (each.adopted ? 0 : (each.people ?? 1)), 0);
  if (people.length === 0) return t('Days to adopt: no data yet.');
  const still = plural(
    waiting,
    '{0} person has not yet, and counts as waiting.',
    '{0} people have not yet, and count as waiting.',
  );
  return median === undefined
    ? spaced(t('Days to adopt: fewer than half have adopted it, so there is no median yet.'), still)
    : spaced(plural(median, 'Half adopt it within {0} day.', 'Half adopt it within {0} days.'), still);
}

function tarsPart({ tars, quadrant, grows }: Adoption): readonly string[] {
  const rows: readonly (readonly [string, Adoption['adoption']])[] = [
    [t('Target, of everybody'), tars.target],
    [t('Adoption, of the target'), tars.adoption],
    [t('Retention, of those who adopted it'), tars.retention],
    [t('Satisfaction, of those who came back'), tars.satisfaction],
    [t('Satisfied, of the target'), tars.satisfiedOfTarget],
  ];
  const numbers = rows.map(([name, share]) => line(name, share ? shareText(share) : NOTHING));
  return [
    [line('', t('Share')), line('---', '---:'), ...numbers].join('\n'),
    ...(grows ? [GROWN()] : []),
    ...quadrantPart(quadrant),
  ];
}

/** The four kinds of features, with a mark at this one’s. */
function quadrantPart(found: Adoption['quadrant']): readonly string[] {
  if (!found) return [t('Count those who came back and those who are satisfied to see what kind of feature it is.')];
  const [core, liability, overperforming, project] = quadrants.map((each) =>
    each === found.quadrant ? `**● ${quadrantName(each)}**` : quadrantName(each),
  );
  return [
    [
      line('', t('Under half come back'), t('Half or more come back')),
      line('---', '---', '---'),
      line(t('Half or more are satisfied'), overperforming ?? '', core ?? ''),
      line(t('Under half are satisfied'), project ?? '', liability ?? ''),
    ].join('\n'),
    quadrantText(found),
  ];
}

function filePart({ name, sha256, events, people, unread }: CountedFile): readonly string[] {
  const all = unread.reduce((sum, { count }) => sum + count, 0);
  const counted = plural(events, '{0} event of {1}', '{0} events of {1}', plural(people, '{0} person', '{0} people'));
  const left = unread.map(({ trouble, count, rows }) => `- ${dotted(`${troubleName(trouble)}: ${count}`, rows)}`);
  return [
    `## ${t('Where it was counted')}`,
    dotted(quietLine(name), counted, `SHA-256 \`${sha256}\``),
    t(
      'People are counted, not events. Reaching a step counts for the steps before it too. “Used it again” means on a second day.',
    ),
    all === 0 ? t('Every row was read.') : plural(all, '{0} row was left out:', '{0} rows were left out:'),
    ...(left.length === 0 ? [] : [left.join('\n')]),
  ];
}

/** Where the events were read, as it is told. */
export function countedFile({ file, sha256, who, people, unread }: Events): CountedFile {
  return {
    name: file,
    sha256,
    events: who.length,
    people,
    unread: troubles.flatMap((trouble) => {
      const rows = unread.get(trouble) ?? [];
      return rows.length === 0 ? [] : [{ trouble, count: rows.length, rows: rowsText(rows) }];
    }),
  };
}

/** Stretches of rows that are named; of more, how many there are. */
const MOST_STRETCHES = 20;

/** `rows 3, 5–8 and 120 more`. */
export function rowsText(rows: readonly number[]): string {
  const stretches: { readonly from: number; to: number }[] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last?.to === row - 1) last.to = row;
    else stretches.push({ from: row, to: row });
  }
  const shown = stretches.slice(0, MOST_STRETCHES);
  const named = shown.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  const more = rows.length - shown.reduce((all, { from, to }) => all + to - from + 1, 0);
  const words = rows.length === 1 ? t('row {0}', named) : t('rows {0}', named);
  return more > 0 ? t('{0} and {1} more', words, more) : words;
}
