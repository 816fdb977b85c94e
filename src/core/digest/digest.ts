/** What came of a sprint, as Markdown that reads well without the product: nothing in it is sensitive, or comes alive. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { tidy } from '../face/cardLines.ts';
import { nameOf } from '../face/names.ts';
import type { Sprint } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import { dotted } from '../text/joined.ts';
import { promises, results, scopeChanges } from './kept.ts';
import { asked, heard, met, thanked } from './people.ts';
import { type Period, periodOf, quiet, type Section } from './period.ts';
import { daysOf, goingOn, risks, shipped } from './work.ts';

/** In the order they are read. One without anything in it is left out. */
const sections: readonly ((library: Library, period: Period) => Section)[] = [
  shipped,
  results,
  heard,
  goingOn,
  scopeChanges,
  risks,
  asked,
  promises,
  met,
  thanked,
];

export interface Digest {
  readonly title: string;
  readonly markdown: string;
}

/** The digest of a sprint, as of a moment. */
export function digestOf(library: Library, sprint: Sprint, now: Date): Digest {
  const period = periodOf(library, sprint, now);
  const title = tidy(t('Digest: {0}', nameOf(sprint)), 120);
  const { goal, ends } = sprint.values;
  const day = today(library, now);
  const isOver = ends !== undefined && ends < day;
  const told = sections.map((each) => each(library, period)).filter(({ items }) => items.length > 0);
  const markdown = [
    `# ${quiet(title)}`,
    dotted(daysOf(period), !isOver && t('as of {0}', dayWords(day))),
    ...(goal && !sprint.withheld ? [`${t('Goal:')} ${quiet(goal)}`] : []),
    ...told.flatMap(({ heading, items }) => [`## ${heading}`, items.map((item) => `- ${item}`).join('\n')]),
  ];
  return { title, markdown: `${markdown.filter(Boolean).join('\n\n')}\n` };
}
