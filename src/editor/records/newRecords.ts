/** `Because: New …`: a few questions, then the new record's file with the cursor where the next word goes. */
import * as vscode from 'vscode';
import { neededFields, newRecord } from '../../actions/newRecord.ts';
import { slug } from '../../core/base/ids.ts';
import { t } from '../../core/base/l10n.ts';
import { fillingOf } from '../../core/editing/recordSnippet.ts';
import { nameOf, pickName } from '../../core/face/names.ts';
import { fieldsOf, ID, type KindName, kinds, newKinds } from '../../core/kinds/all.ts';
import { sprints, today } from '../../core/library/query.ts';
import { scopeOf } from '../../core/outline/scope.ts';
import type { Field } from '../../core/records/field.ts';
import type { Kind } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { spaced } from '../../core/text/joined.ts';
import { keyTitle } from '../../questions/keyTitle.ts';
import { choosing } from '../ask/fieldSteps.ts';
import { gesture, lead, type Particular } from '../ask/gesture.ts';
import { checkoutAt } from '../ask/guess.ts';
import { initiativeChoices } from '../ask/initiatives.ts';
import { settingsKept } from '../ask/sprintSettings.ts';
import { type Answers, type Choice, pickStep, type Step, textStep } from '../ask/steps.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { rangeIn } from '../workspace/texts.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

type Input = Parameters<typeof newRecord.run>[1];

/** The command that makes a record: of the kind, where one settles it; else that is asked first. */
export const newRecordCommand = (kind?: KindName): Opens => {
  const opens = gesture(newRecord, makes(kind));
  return (live) => {
    const handler = opens(live);
    return (call) => handler({ ...call, input: call.input && { ...call.input, ...(kind && { kind }) } });
  };
};

/** The same questions as for any new initiative, where a key stands in a text: it is known, and what the text calls it. */
export const createInitiative: Opens = (live) => async (call) => {
  const { id, folder: address, title } = (call.input ?? {}) as Partial<Record<string, string>>;
  if (id === undefined) return undefined;
  await live.workspace.ready();
  const folder = folderMeant(live.workspace, { address });
  return lead(live, newRecord, makes('initiative', { key: id, title }), { given: { id }, folder });
};

/** A key that stands in a text and has no initiative yet, and what the text calls it. */
interface KeyInText {
  readonly key: string;
  readonly title: string | undefined;
}

/** How a record is asked for. */
const makes = (preset?: KindName, wanted?: KeyInText): Particular<Input, { readonly path: string }, ContextRecord> => ({
  known: () => (preset ? { kind: preset } : {}),
  async ways({ workspace, folder, given, live: { memory } }) {
    const { kind = preset, fields = {} } = given as Partial<Input>;
    const setting = { workspace, folder, memory, title: await titleOf(folder, wanted) };
    return {
      key: [kind, wanted?.key].join(':'),
      title: spaced(kind ? t('New {0}', kinds[kind].label()) : newRecord.title(), wanted?.key),
      steps: (plain) => {
        const steps = kind ? stepsOf(setting, kind) : [choosing(plain.kind, kindChoices), ...everyStep(setting)];
        return steps.filter(({ name }) => !(name in fields));
      },
      read: (answers) => ({ fields: { ...answeredFields(kind ?? (answers.kind as KindName), answers), ...fields } }),
    };
  },
  done: ({ output: { path } }, { folder }) => openToWrite(folder, path),
});

/** What questions are asked from. */
interface Setting {
  readonly workspace: Workspace;
  readonly folder: Folder;
  readonly memory: vscode.Memento;
  /** What a new record may be called, where something tells. */
  readonly title: string | undefined;
}

/** What the newest commit that names the key says beside it, else what the text it was found in calls it. */
async function titleOf({ because }: Folder, wanted: KeyInText | undefined): Promise<string | undefined> {
  return wanted && ((await because.ask(keyTitle, { key: wanted.key })) ?? wanted.title);
}

/** What was answered that is a field of the kind. */
function answeredFields(kind: KindName, { kind: _, id, title, ...rest }: Answers): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, answer]) =>
      answer === '' ? [] : [[name, fieldsOf(kind)[name]?.many ? [answer] : answer] as const],
    ),
  );
}

const kindChoices = (): readonly Choice[] =>
  newKinds.map((name) => ({
    value: name,
    icon: kinds[name].icon,
    label: kinds[name].label(),
    detail: kinds[name].help(),
  }));

/** The questions of every kind; only those of the kind that was picked are asked. */
function everyStep(setting: Setting): Step[] {
  return newKinds.flatMap((kind) =>
    stepsOf(setting, kind).map((step) => ({ ...step, when: (answers: Answers) => answers.kind === kind })),
  );
}

/** The title, the id where people choose it, what the kind cannot be without, and the parents its snippet names. */
function stepsOf(setting: Setting, name: KindName): Step[] {
  const { workspace, folder, title } = setting;
  const kind = kinds[name] as Kind;
  const needed = neededFields(name);
  const parents = kind.starts.filter((field) => kind.fields[field]?.refers?.length);
  return [
    ...(kind.untitled ? [] : [titleStep(kind, title)]),
    ...(kind.readable ? [idStep(workspace, folder, kind)] : []),
    ...[...new Set([...needed, ...parents])].map((field) =>
      fieldStep(setting, field, kind.fields[field] as Field, needed.includes(field)),
    ),
  ];
}

function titleStep(kind: Kind, suggested: string | undefined): Step {
  return textStep('title', kind.help(), {
    placeholder: t('A few words that name it'),
    value: () => suggested,
    validate: (text) => (text.trim() === '' ? t('Give it a few words.') : undefined),
  });
}

function idStep(workspace: Workspace, folder: Folder, { keyed: isKey }: Kind): Step {
  const prompt = isKey
    ? t('Its issue key, by which code and branches name it. Leave empty to get a generated id.')
    : t('Its id, by which other records name it. Leave empty to get a generated id.');
  return textStep('id', prompt, {
    placeholder: isKey ? 'PAY-142' : '',
    value: ({ title }) => (isKey ? newKeyOfBranch(workspace, folder) : slug(String(title))),
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

function fieldStep(setting: Setting, name: string, field: Field, isNeeded: boolean): Step {
  const { folder } = setting;
  const prompt = field.help();
  if (field.type === 'reference') return pickStep(name, prompt, () => parentChoices(setting, field, isNeeded));
  const isRight = (text: string) => text !== '' && field.read(text) !== undefined;
  return textStep(name, prompt, {
    placeholder: field.expected(),
    value: () => (field.type === 'day' ? today(folder.library, folder.because.now()) : undefined),
    validate: (text) => (isRight(text.trim()) ? undefined : t('This must be {0}.', field.expected())),
  });
}

function parentChoices({ workspace, folder, memory }: Setting, { refers = [] }: Field, isNeeded: boolean): Choice[] {
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
  return { value: record.id, label: pickName(record), description: record.kind };
}

/** Opens the new file with what its kind starts with still to be filled in, the cursor at the first of it. */
async function openToWrite(folder: Folder, path: string): Promise<void> {
  const record = folder.library.files.get(path);
  if (!record) return;
  const document = await vscode.workspace.openTextDocument(folder.uriOf(record));
  const editor = await vscode.window.showTextDocument(document);
  const filling = document.getText() === record.source.text ? fillingOf(record) : undefined;
  // Only what was just written is added to: the file as another program left it is not.
  if (!filling) return;
  const place = rangeIn(document, { start: filling.start, end: record.source.text.length });
  await editor.insertSnippet(new vscode.SnippetString(filling.snippet), place);
}
