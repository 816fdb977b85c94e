/** Minutes as a Markdown document that reads well anywhere: nothing in it means more than its words. */
import { plural, t } from '../base/l10n.ts';
import { escapeMarkdown } from '../card/cardMarkdown.ts';
import type { Minutes, MinutesRow } from './walkTold.ts';
import { tallyWords, titleWords } from './walkWords.ts';

export function minutesMarkdown({ label, day, people, rows, silent }: Minutes): string {
  const head = [t('Initiative'), ...people.map(({ name }) => name)];
  const lines = rows.map((row) => [titleWords(row), ...people.map(({ id }) => cell(row, id))]);
  return [
    `# ${escapeMarkdown(t('Walk-through: {0}', label))}`,
    escapeMarkdown([day, plural(rows.length, '{0} initiative', '{0} initiatives')].join(' · ')),
    [head, head.map(() => undefined), ...lines].map(tableLine).join('\n'),
    silent.length > 0 && escapeMarkdown(t('Nothing yet from {0}.', silent.join(', '))),
    ...rows.map(section),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

const tableLine = (cells: readonly (string | undefined)[]): string =>
  `| ${cells.map((each) => (each === undefined ? '---' : escapeMarkdown(each))).join(' | ')} |`;

const cell = ({ voices }: MinutesRow, person: string): string => voices.find(({ id }) => id === person)?.says ?? '–';

function section(row: MinutesRow): string {
  const { problem, voices, mend, tally } = row;
  const said = voices.filter(({ said: word, words }) => word !== undefined && words !== '');
  return [
    `## ${escapeMarkdown(titleWords(row))}`,
    problem && escapeMarkdown(problem),
    escapeMarkdown(tallyWords(tally)),
    list(said.map(({ name, says, words }) => `${name}, ${says.toLowerCase()}: ${words}`)),
    mend.length > 0 && `**${escapeMarkdown(t('To fix before the work starts'))}**`,
    list(mend.map(({ sort, says }) => `${sort}: ${says}`)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const list = (items: readonly string[]): string => items.map((words) => `- ${escapeMarkdown(words)}`).join('\n');
