/** The questions of setting up: who and which keys, which sprint, what it is for. Enter takes what is likely in each. */
import { daySpan } from '../../core/base/dayWords.ts';
import { plural, t } from '../../core/base/l10n.ts';
import { isDay } from '../../core/base/time.ts';
import { today } from '../../core/library/query.ts';
import { lastDay, mondayOf, sprintNamed, weekOf } from '../../core/setUp/firstSprint.ts';
import { isLikely, type KeyPrefix, prefixesNamed } from '../../core/setUp/keyPrefixes.ts';
import type { Author } from '../../core/setUp/members.ts';
import { keysOpen, type NamedKey, prefixOf } from '../../core/setUp/namedKeys.ts';
import { dotted, spaced } from '../../core/text/joined.ts';
import type { FolderHistory } from '../../questions/folderHistory.ts';
import { type Answers, type Choice, grouped, pickStep, type Step, type TextStep, textStep } from '../ask/steps.ts';
import type { Folder } from '../workspace/folder.ts';

/** What the questions are about. */
export interface Setting {
  readonly folder: Folder;
  readonly history: Promise<FolderHistory>;
  /** Why git has nothing to tell, as known when asked. */
  readonly whyUnknown: () => string | undefined;
  /** The keys that are most likely worked on, such as that of the branch. */
  readonly inWork: (known: FolderHistory) => readonly string[];
  /** Whether it is known by now that no key is to be chosen. */
  readonly hasNoKeys: () => boolean;
}

/** What is typed in the next step: of a choice between days, a person, a prefix. */
export const OTHER = '+';
const SOMEONE = '+person';
const PREFIX = '+prefix';

/** The answer that takes the sample away. */
export const REMOVE = 'remove';

/** The answer of who goes without a sprint. */
export const NO_SPRINT = '';

const isTeam = ({ start }: Answers): boolean => start !== REMOVE;
const hasPicked = (answers: Answers, value: string): boolean =>
  isTeam(answers) && answers.team?.includes(value) === true;
const otherSprint = (answers: Answers): boolean => isTeam(answers) && answers.sprint === OTHER;

/** Where the sample is there: the choice between going on with a team and taking it away. */
export const startStep = (): Step =>
  pickStep('start', t('The sample is here. How do you want to continue?'), () => [
    {
      value: 'team',
      icon: 'organization',
      label: t('Set up with your team'),
      detail: t('Adds who works here, your issue keys and a sprint of your own.'),
    },
    {
      value: REMOVE,
      icon: 'trash',
      label: t('Remove the sample'),
      detail: t('Its records are removed, except those you have changed.'),
    },
  ]);

/** The members and the keys: one list. */
export function teamSteps({ history, whyUnknown }: Setting): Step[] {
  return [
    pickStep(
      'team',
      () => spaced(t('Who works here, and which issue keys do you use?'), whyUnknown()),
      async () => {
        const known = await history;
        return grouped([t('People'), memberChoices(known)], [t('Issue keys'), keyChoices(known.prefixes)]);
      },
      { many: true, when: isTeam },
    ),
    textStep('people', t('Who else? Names, with the email used in git if you know it, separated by commas.'), {
      when: (answers) => hasPicked(answers, SOMEONE),
      placeholder: 'Ada Lovelace <ada@relay.example>, Grace Hopper',
    }),
    textStep('otherKeys', t('Which prefixes? PAY for PAY-142, # for #123. Leave it empty if there are none.'), {
      when: (answers) => hasPicked(answers, PREFIX),
      placeholder: 'PAY, OPS',
      validate: (text) =>
        text.trim() === '' || prefixesNamed(text).length > 0
          ? undefined
          : t('A prefix is a letter, then letters, digits and underscores; or #.'),
    }),
  ];
}

function memberChoices({ authors, me, lately }: FolderHistory): Choice[] {
  const of = (author: Author): Choice => ({
    value: markOf(author),
    label: author.name,
    description: dotted(author === me && t('you'), author.emails.join(' '), commitsOf(author.commits)),
    picked: lately.includes(author),
  });
  return [...authors.map(of), typedNext(SOMEONE, t('Add someone else…'))];
}

const commitsOf = (commits: number): string | undefined =>
  commits === 0 ? undefined : plural(commits, '{0} commit', '{0} commits');

/** Known again next time, when git may tell of others. */
export const markOf = ({ emails, name }: Author): string => `by ${emails[0] ?? name}`;

/** Known from the people in the same list. */
export const markOfPrefix = (prefix: string): string => `key ${prefix}`;

function keyChoices(prefixes: readonly KeyPrefix[]): Choice[] {
  const found = prefixes.map((one) => ({
    value: markOfPrefix(one.prefix),
    label: one.prefix,
    description: plural(one.count, '{1}, in {0} branch or commit', '{1}, in {0} branches and commits', one.example),
    picked: isLikely(one),
  }));
  return [...found, typedNext(PREFIX, t('Add another prefix…'))];
}

const typedNext = (value: string, label: string): Choice => ({ value, icon: 'add', label, alwaysShow: true });

/** The sprint: so many weeks from this Monday, or another name, other days and what it is for. */
export function sprintSteps({ folder }: Setting): Step[] {
  const day = today(folder.library, folder.because.now());
  const monday = mondayOf(day);
  return [
    pickStep('sprint', t('How long is the current sprint?'), () => sprintChoices(folder, monday), { when: isTeam }),
    textStep('name', t('What is the current sprint called?'), {
      when: otherSprint,
      value: () => weekOf(day),
      validate: (text) => wrongName(folder, text),
    }),
    dayStep('starts', t('What is its first day?'), () => monday),
    {
      ...dayStep('ends', t('What is its last day?'), ({ starts }) => lastDay(String(starts), 2)),
      validate: (text, { starts }) =>
        wrongDay(text) ??
        (text.trim() < String(starts) ? t('This is before the first day, {0}.', String(starts)) : undefined),
    },
    textStep('goal', t('What should be better for customers at the end of it? (optional)'), {
      when: otherSprint,
      placeholder: t('Nobody misses an urgent update'),
    }),
  ];
}

/** The name of a sprint that starts in the day's week, and is nobody's yet. */
export function usualName({ library }: Folder, day: string): string {
  const name = weekOf(day);
  return library.named(name).length > 0 ? `sprint-${day}` : name;
}

const sprintChoices = (folder: Folder, monday: string): readonly Choice[] => [
  ...[2, 1, 3, 4].map((weeks) => ({
    value: String(weeks),
    icon: 'calendar',
    label: plural(weeks, '{0} week', '{0} weeks'),
    description: t('{0}, called {1}', daySpan(monday, lastDay(monday, weeks)), usualName(folder, monday)),
  })),
  { value: OTHER, icon: 'edit', label: t('Another name, other days, a goal…') },
  { value: NO_SPRINT, icon: 'circle-slash', label: t('No sprint for now') },
];

const dayStep = (name: string, prompt: string, value: (answers: Answers) => string): TextStep =>
  textStep(name, prompt, { when: otherSprint, value, placeholder: '2026-11-23', validate: wrongDay });

const wrongDay = (text: string): string | undefined =>
  isDay(text.trim()) ? undefined : t('This must be a day, such as 2026-11-23.');

function wrongName({ library }: Folder, text: string): string | undefined {
  const { id } = sprintNamed(text);
  if (id === '') return t('Use letters from a to z or digits: the name becomes an id.');
  return library.named(id).length > 0 ? t('There is already a record with the id {0}.', id) : undefined;
}

/** Keys nobody picks from: the list is read from the top. */
const MOST_KEYS = 200;

/** What the sprint is for: the keys that nobody wrote down yet, as commits call them. */
export function initiativeSteps({ folder, history, inWork, hasNoKeys }: Setting): Step[] {
  return [
    pickStep(
      'initiatives',
      t('What is this sprint for? Pick what you work on.'),
      async (answers) => {
        const known = await history;
        const likely = inWork(known);
        return keysOpen(folder.library, known.named)
          .filter(({ key }) => isChosen(key, answers))
          .slice(0, MOST_KEYS)
          .map((named) => choiceOfKey(named, likely.includes(named.key)));
      },
      { many: true, when: (answers) => isTeam(answers) && !hasNoKeys() },
    ),
  ];
}

/** Whether the key's prefix was not left out, where prefixes were asked for. */
const isChosen = (key: string, { team }: Answers): boolean =>
  team === undefined || team.includes(markOfPrefix(prefixOf(key)));

const choiceOfKey = ({ key, title, commits }: NamedKey, picked: boolean): Choice => ({
  value: key,
  label: spaced(key, title),
  description: commitsOf(commits) ?? t('in the name of a branch'),
  picked,
});
