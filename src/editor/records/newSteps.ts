/** The questions of a new record: of every kind from what it says of itself, of an initiative in its own words. */
import type * as vscode from 'vscode';
import { neededFields, type newRecord } from '../../actions/newRecord.ts';
import { slug } from '../../core/base/ids.ts';
import { plural, t } from '../../core/base/l10n.ts';
import { nameOf, pickName } from '../../core/face/names.ts';
import { isKeyShaped } from '../../core/keys/keys.ts';
import { fieldsOf, ID, type KindName, kindOf, kinds, newKinds } from '../../core/kinds/all.ts';
import { sprints, today } from '../../core/library/query.ts';
import { scopeOf } from '../../core/outline/scope.ts';
import type { Field } from '../../core/records/field.ts';
import type { Kind } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { keysOpen, type NamedKey } from '../../core/setUp/namedKeys.ts';
import { spaced } from '../../core/text/joined.ts';
import type { FolderHistory } from '../../questions/folderHistory.ts';
import { choosing } from '../ask/fieldSteps.ts';
import { checkoutAt } from '../ask/guess.ts';
import { readHistory } from '../ask/history.ts';
import { initiativeChoices } from '../ask/initiatives.ts';
import { settingsKept } from '../ask/sprintSettings.ts';
import { type Answers, type Choice, grouped, pickStep, type Step, textStep } from '../ask/steps.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Input = Parameters<typeof newRecord.run>[1];

/** What questions are asked from. */
export interface Making {
  readonly workspace: Workspace;
  readonly folder: Folder;
  readonly memory: vscode.Memento;
  /** What a new record may be called, where something tells. */
  readonly title: string | undefined;
  /** The keys commits name. */
  readonly history: () => Promise<readonly NamedKey[]>;
}

/** The keys that commits name and no initiative stands for, asked once, when a list is wanted. */
export function keysNamed(workspace: Workspace, folder: Folder): () => Promise<readonly NamedKey[]> {
  let asked: Promise<FolderHistory> | undefined;
  return async () => {
    asked ??= readHistory(workspace, folder, new AbortController().signal);
    return keysOpen(folder.library, (await asked).named);
  };
}

/** The answers that are no fields. */
const NO_FIELDS = new Set(['kind', 'id', 'title', 'what', 'said']);

/** What was answered, as the action takes it. */
export function readAnswers(kind: KindName, answers: Answers, given: Input['fields']): Partial<Input> {
  const { what, said } = answers;
  const fields = Object.entries(answers).flatMap(([name, answer]) =>
    NO_FIELDS.has(name) || answer === '' || answer === UNSAID
      ? []
      : [[name, fieldsOf(kind)[name]?.many ? [answer] : answer] as const],
  );
  return {
    ...(what !== undefined && pieceOf(String(what))),
    ...(said !== undefined && { newProblem: String(said) }),
    fields: { ...Object.fromEntries(fields), ...given },
  };
}

export const kindChoices = (): readonly Choice[] =>
  newKinds.map((name) => ({
    value: name,
    icon: kinds[name].icon,
    label: kinds[name].label(),
    detail: kinds[name].help(),
  }));

/** The questions of every kind; only those of the kind that was picked are asked. */
export function everyStep(setting: Making): Step[] {
  return newKinds.flatMap((kind) =>
    stepsOf(setting, kind).map((step) => ({ ...step, when: (answers: Answers) => answers.kind === kind })),
  );
}

/** The title, the id where people choose it, what the kind cannot be without, and the parents its snippet names. */
export function stepsOf(setting: Making, name: KindName): Step[] {
  const { folder } = setting;
  const kind = kinds[name] as Kind;
  const needed = neededFields(name);
  const parents = kind.starts.filter((field) => kind.fields[field]?.refers?.length);
  const fields = [...new Set([...needed, ...parents])].map((field) =>
    fieldStep(setting, field, kind.fields[field] as Field, needed.includes(field)),
  );
  if (kind.keyed) return initiativeSteps(setting, fields);
  return [...(kind.untitled ? [] : [titleStep(kind.help())]), ...(kind.readable ? [idStep(folder)] : []), ...fields];
}

/** The answer of who says the problem in the next step. */
const UNSAID = '+problem';

/** What it is and which key it has in one, its problem, which may be said there, and its sprint. */
function initiativeSteps(setting: Making, fields: readonly Step[]): Step[] {
  const first = setting.title === undefined ? whatStep(setting) : titleStep(whatQuestion(), setting.title);
  return [
    first,
    ...fields.flatMap((step) =>
      step.name === 'problem' ? [withNewProblem(step), saidStep('said', ({ problem }) => problem === UNSAID)] : step,
    ),
  ];
}

const whatQuestion = (): string => t('Title: what are you going to build or change?');

/** The first choice: nobody who makes their first initiative has a problem written down. */
const withNewProblem = (step: Step): Step =>
  choosing(step, async (plain) => [
    { value: UNSAID, icon: 'add', label: t('New problem…'), detail: t('Say it in a sentence.'), alwaysShow: true },
    ...(await plain()),
  ]);

export const saidStep = (name: string, when?: Step['when']): Step =>
  textStep(name, t('Who has the problem, and how bad is it? One sentence is enough.'), {
    ...(when && { when }),
    placeholder: t('30% of users miss urgent updates, and some leave because of it.'),
    validate: (text) => (text.trim() === '' ? t('Say it in one sentence.') : undefined),
  });

/** A title to type, with its key or without, or a key that commits name, with what they call it. */
function whatStep({ folder, workspace, history }: Making): Step {
  return pickStep(
    'what',
    whatQuestion(),
    async () => {
      const onBranch = newKeyOfBranch(workspace, folder);
      const named = (await history()).slice(0, MOST_KEYS);
      const others = named.filter(({ key }) => key !== onBranch);
      const own = onBranch ? [named.find(({ key }) => key === onBranch) ?? { key: onBranch, commits: 0 }] : [];
      return grouped([t('On this branch'), own.map(keyChoice)], [t('Named in commits'), others.map(keyChoice)]);
    },
    { typed: (text) => typedPiece(folder, text) },
  );
}

/** Keys nobody picks from: the list is read from the top. */
const MOST_KEYS = 200;

const keyChoice = ({ key, title, commits }: Pick<NamedKey, 'key' | 'title' | 'commits'>): Choice => ({
  value: JSON.stringify({ id: key, ...(title !== undefined && { title }) }),
  label: spaced(key, title),
  description: commits === 0 ? '' : plural(commits, '{0} commit', '{0} commits'),
});

/** What was typed: a key in front of the words is the id, where it is nobody's. */
function typedPiece({ library }: Folder, text: string): Choice {
  const words = text.trim();
  const [first = '', ...rest] = words.split(/[\s:]+/);
  const isKey = ID.test(first) && isKeyShaped(first) && library.named(first).length === 0;
  const title = isKey ? rest.join(' ') : words;
  const piece = { ...(isKey && { id: first }), ...(title && { title }) };
  return { value: JSON.stringify(piece), icon: 'add', label: words };
}

const pieceOf = (answer: string): Pick<Input, 'id' | 'title'> => JSON.parse(answer) as Pick<Input, 'id' | 'title'>;

function titleStep(prompt: string, suggested?: string): Step {
  return textStep('title', prompt, {
    placeholder: t('Title'),
    value: () => suggested,
    validate: (text) => (text.trim() === '' ? t('Enter a title.') : undefined),
  });
}

function idStep(folder: Folder): Step {
  return textStep('id', t('Its id. Other records use it to refer to this one. Leave it empty to get a generated id.'), {
    value: ({ title }) => slug(String(title)),
    validate: (text) => wrongId(folder, text.trim()),
  });
}

/** The key the branch carries, where no initiative stands for it yet. */
function newKeyOfBranch(workspace: Workspace, { root, library }: Folder): string | undefined {
  const place = checkoutAt(workspace, root);
  const keys = place.kind === 'branch' ? library.keys.branchKeys(place.branch) : [];
  return keys.find((key) => ID.test(key) && !library.initiativeOf(key));
}

function wrongId({ library }: Folder, id: string): string | undefined {
  if (id === '') return undefined;
  if (!ID.test(id)) return t('Use letters, digits, dots, dashes and underscores, at most 100.');
  return library.named(id).length > 0 ? t('There is already a record with the id {0}.', id) : undefined;
}

function fieldStep(setting: Making, name: string, field: Field, isNeeded: boolean): Step {
  const { folder } = setting;
  const prompt = (field.question ?? field.help)();
  if (field.type === 'reference') return pickStep(name, prompt, () => parentChoices(setting, field, isNeeded));
  const isRight = (text: string) => text !== '' && field.read(text) !== undefined;
  return textStep(name, prompt, {
    placeholder: field.expected(),
    value: () => (field.type === 'day' ? today(folder.library, folder.because.now()) : undefined),
    validate: (text) => (isRight(text.trim()) ? undefined : t('This must be {0}.', field.expected())),
  });
}

function parentChoices({ workspace, folder, memory }: Making, { refers = [] }: Field, isNeeded: boolean): Choice[] {
  if (refers.includes('sprint')) return sprintChoices(folder, memory);
  const none = { value: '', icon: 'circle-slash', label: t('None yet'), alwaysShow: true };
  const { library } = folder;
  const choices =
    refers.includes('initiative') && library.ofKind('initiative').length > 0
      ? initiativeChoices(workspace, folder)
      : library.records.filter(({ kind }) => refers.length === 0 || refers.includes(kind)).map(choiceOf);
  return isNeeded ? choices : [...choices, none];
}

/** The sprint the Sprint view shows is preselected: what is made there is meant for it. */
function sprintChoices(folder: Folder, memory: vscode.Memento): Choice[] {
  const { library, because } = folder;
  const shown = scopeOf(library, settingsKept(memory, folder).choice, because.now());
  const none = { value: '', icon: 'circle-slash', label: t('No sprint yet'), alwaysShow: true };
  const choices = [...sprints(library)].reverse().map((sprint): Choice => {
    const picked = shown.kind === 'sprint' && shown.id === sprint.id;
    return {
      value: sprint.id,
      label: nameOf(sprint),
      description: kinds.sprint.describe?.(sprint.values) ?? '',
      picked,
    };
  });
  return [...choices, none];
}

function choiceOf(record: ContextRecord): Choice {
  const isKeyed = kindOf(record.kind)?.keyed;
  return { value: record.id, label: isKeyed ? pickName(record) : nameOf(record), description: record.kind };
}
