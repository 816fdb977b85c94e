/** The questions of setting up. */
import { plural, t } from '../../core/base/l10n.ts';
import { isDay } from '../../core/base/time.ts';
import { today } from '../../core/library/query.ts';
import { lastDay, mondayOf, sprintNamed, weekOf } from '../../core/setUp/firstSprint.ts';
import { isLikely, type KeyPrefix, prefixesNamed } from '../../core/setUp/keyPrefixes.ts';
import type { Author } from '../../core/setUp/members.ts';
import { dotted, spaced } from '../../core/text/joined.ts';
import type { FolderHistory } from '../../questions/folderHistory.ts';
import { type Answers, type Choice, pickStep, type Step, type TextStep, textStep } from '../ask/steps.ts';
import type { Folder } from '../workspace/workspace.ts';

/** What the questions are about. */
export interface Setting {
  readonly folder: Folder;
  readonly history: Promise<FolderHistory>;
  /** Why git has nothing to tell, as known when asked. */
  readonly whyUnknown: () => string | undefined;
  readonly takesSample: boolean;
  /** Whether the sample is there, to be gone on from or taken away. */
  readonly hasSample: boolean;
}

/** Stands for what is typed in the next step. */
export const OTHER = '+';

/** The answer that takes the sample away. */
export const REMOVE = 'remove';

const isTeam = ({ start }: Answers): boolean => start !== 'sample' && start !== REMOVE;
const hasSprint = (answers: Answers): boolean => isTeam(answers) && answers.sprint !== '';
const otherDays = (answers: Answers): boolean => hasSprint(answers) && answers.weeks === OTHER;

/** The choice between one's own and a sample; where the sample is there, between going on with a team and taking it away. */
export function startStep({ takesSample, hasSample }: Setting, hasTeam: boolean): Step {
  return pickStep('start', t('How do you want to begin?'), () => [
    hasTeam
      ? {
          value: 'team',
          icon: 'calendar',
          label: t('Start with a first sprint'),
          detail: t('Writes a sprint beside because.yml.'),
        }
      : {
          value: 'team',
          icon: 'organization',
          label: hasSample ? t('Now with your team') : t('Start with your team'),
          detail: t('Writes because.yml and a first sprint: who works here, and which issue keys you use.'),
        },
    ...(takesSample ? [sampleChoice()] : []),
    ...(hasSample ? [removalChoice()] : []),
  ]);
}

const sampleChoice = (): Choice => ({
  value: 'sample',
  icon: 'beaker',
  label: t('Look around with a sample'),
  detail: t('Writes a sprint with one initiative, its problem, evidence and a risk; removed with one command.'),
});

const removalChoice = (): Choice => ({
  value: REMOVE,
  icon: 'trash',
  label: t('Remove the sample'),
  detail: t('Its records go, but for those you have written in.'),
});

/** The team's name, its members, and its keys. */
export function teamSteps({ folder, history, whyUnknown }: Setting): Step[] {
  const noticed = (question: string) => () => spaced(question, whyUnknown());
  const several = { many: true, when: isTeam };
  return [
    textStep('team', t('What is the team called?'), { when: isTeam, value: () => folder.name }),
    pickStep('members', noticed(t('Who is in the team?')), async () => memberChoices(await history), several),
    textStep('people', t('Who else? Names, with the address used in git if you know it, separated by commas.'), {
      when: (answers) => isTeam(answers) && answers.members?.includes(OTHER) === true,
      placeholder: 'Ada Lovelace <ada@relay.example>, Grace Hopper',
    }),
    pickStep(
      'keys',
      noticed(t('Which issue keys do you use?')),
      async () => keyChoices((await history).prefixes),
      several,
    ),
    textStep('otherKeys', t('Which prefixes: PAY for PAY-142, # for #123? Leave it empty if there are none.'), {
      when: (answers) => isTeam(answers) && answers.keys?.includes(OTHER) === true,
      placeholder: 'PAY, OPS',
      validate: (text) =>
        text.trim() === '' || prefixesNamed(text).length > 0
          ? undefined
          : t('A prefix is a letter, then letters, digits and underscores; or #.'),
    }),
  ];
}

function memberChoices({ authors, me }: FolderHistory): Choice[] {
  const of = (author: Author): Choice => ({
    value: markOf(author),
    label: author.name,
    description: dotted(author === me && t('you'), author.emails.join(' '), commitsOf(author)),
    picked: author === me,
  });
  return [...authors.map(of), otherChoice(t('Add someone else…'), authors.length === 0)];
}

const commitsOf = ({ commits }: Author): string | undefined =>
  commits === 0 ? undefined : plural(commits, '{0} commit', '{0} commits');

/** Known again next time, when git may tell of others. */
export const markOf = ({ emails, name }: Author): string => emails[0] ?? name;

function keyChoices(prefixes: readonly KeyPrefix[]): Choice[] {
  const found = prefixes.map((one) => ({
    value: one.prefix,
    label: one.prefix,
    description: plural(one.count, '{1}, in {0} branch or commit', '{1}, in {0} branches and commits', one.example),
    picked: isLikely(one),
  }));
  return [...found, otherChoice(t('Add another prefix…'), prefixes.length === 0)];
}

function otherChoice(words: string, picked: boolean): Choice {
  return { value: OTHER, icon: 'add', label: words, alwaysShow: true, picked };
}

/** The first sprint: its name, its days, its goal. */
export function sprintSteps({ folder }: Setting): Step[] {
  const day = today(folder.library, folder.because.now());
  const monday = mondayOf(day);
  return [
    textStep('sprint', t('What is the current sprint called? Leave it empty to go without one for now.'), {
      when: isTeam,
      value: () => weekOf(day),
      validate: (text) => wrongName(folder, text),
    }),
    pickStep('weeks', t('When does it run?'), () => weekChoices(monday), { when: hasSprint }),
    dayStep('starts', t('Which is its first day?'), () => monday),
    {
      ...dayStep('ends', t('Which is its last day?'), ({ starts }) => lastDay(String(starts), 2)),
      validate: (text, { starts }) =>
        wrongDay(text) ??
        (text.trim() < String(starts) ? t('This is before the first day, {0}.', String(starts)) : undefined),
    },
    textStep('goal', t('What should be better for customers at the end of it? Leave it empty if you like.'), {
      when: hasSprint,
      placeholder: t('Nobody misses an urgent update'),
    }),
  ];
}

const weekChoices = (monday: string): readonly Choice[] => [
  ...[2, 1, 3, 4].map((weeks) => ({
    value: String(weeks),
    label: plural(weeks, '{0} week', '{0} weeks'),
    description: `${monday} – ${lastDay(monday, weeks)}`,
  })),
  { value: OTHER, icon: 'edit', label: t('Other days') },
];

const dayStep = (name: string, prompt: string, value: (answers: Answers) => string): TextStep =>
  textStep(name, prompt, { when: otherDays, value, placeholder: '2026-11-23', validate: wrongDay });

const wrongDay = (text: string): string | undefined =>
  isDay(text.trim()) ? undefined : t('This must be a day, such as 2026-11-23.');

function wrongName({ library }: Folder, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const { id } = sprintNamed(text);
  if (id === '') return t('Use a few letters from a to z, or digits: it becomes an id.');
  return library.named(id).length > 0 ? t('There is already a record with the id {0}.', id) : undefined;
}
